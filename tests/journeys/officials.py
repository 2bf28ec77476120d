"""Officials who act by the house's own commands, where their pages are looked at in another journey.

They run inside the house: `House.officials(NAME, …)`.
"""

import json
import sys
from uuid import UUID

from demo.answers import answers
from demo.dossiers import Posts, Story
from django.test import Client

from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.jobs import keep_papers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import ResultDelivery, State
from motcua.reference.forms import queries as forms
from motcua.reference.people.queries import actor_of


def ask(dossier: str, paper: str, reason: str) -> None:
    """Let the counter ask for a paper anew."""
    story = _story(dossier)
    wanted = story.dossier.version.components.get(name=paper)
    story.do(
        commands.request_supplement_at_intake,
        story.counter,
        items=[commands.Asked(paper, "Bản chụp mờ", wanted.pk)],
        reason=reason,
        legal_basis="Luật Hộ tịch số 60/2014/QH13, Điều 16",
    )


def finish(dossier: str) -> None:
    """Let everybody do their part, from the answered supplement to the issued result; tell the code."""
    story = _story(dossier)
    story.judged()
    items = story.dossier.rounds.get().items.values_list("pk", flat=True)
    story.do(commands.supplement_received_complete, story.counter, ticked=list(items))
    story.forwarded().issued()
    sys.stdout.write(story.dossier.code or "")


def issue(dossier: str) -> None:
    """Let everybody do their part, from where a dossier stands to its issued result."""
    _story(dossier).issued()


def file_draft(dossier: str) -> Story:
    """Answer for the citizen what is still open, and file."""
    story = _story(dossier)
    owner, form = actor_of(story.dossier.submitter), story.dossier.version.form_id
    assert form is not None, "what is filed online has an e-form"
    schema = forms.schema_of(form)
    # Fields that follow from an answer show only once it is given: so twice.
    for page in [*schema.pages, *schema.pages]:
        found = answers(schema, page.code, story.dossier, 1)
        if found:
            story.do(commands.save_answers, owner, page=page.code, answers=found)
    story.do(commands.choose_delivery, owner, delivery=ResultDelivery.ONE_STOP, phone="0912000001", email="")
    return story.do(commands.submit_online, owner)


def accept_draft(dossier: str) -> None:
    """File for the citizen, and let the counter find every paper good; their papers go to their store."""
    story = file_draft(dossier).accepted()
    keep_papers(story.dossier.pk)


def running_under(procedure: str) -> None:
    """Tell each dossier in process of a procedure: its version, and by when it is due."""
    running = Dossier.objects.filter(version__procedure__code=procedure, state=State.IN_PROCESS)
    facts = running.order_by("pk").values_list("pk", "version__number", "due_at")
    assert facts, "some run"
    sys.stdout.write(" ".join(f"{pk} {number} {due:%F %R}" for pk, number, due in facts))


def enter(*logins: str) -> None:
    """Tell a session of each official, by login."""
    sys.stdout.write(json.dumps({login: session(Account.objects.get(login=login)) for login in logins}))


def session(account: Account | None) -> str:
    """Give a session of an account, as after logging in."""
    assert account is not None, "whoever comes in has an account"
    client = Client()
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return str(client.session.session_key)


def some_code() -> None:
    """Tell the code of a dossier in process."""
    found = Dossier.objects.filter(state=State.IN_PROCESS).order_by("code").first()
    assert found is not None and found.code, "some run"
    sys.stdout.write(found.code)


def _story(dossier: str) -> Story:
    moment = now()
    return Story(Dossier.objects.get(pk=UUID(dossier)), moment, moment, Posts())
