"""Files sent inside the e-form: each good one is kept at once, as on the page of papers."""

from django.http import QueryDict

from motcua.base.access import Actor
from motcua.base.clock import now, today
from motcua.base.files.upload import oversized
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request
from motcua.casework.dossiers import commands
from motcua.doors.portal.readings.journey import Journey, journey_of
from motcua.doors.portal.readings.own import own
from motcua.doors.portal.uploads import take_in, too_large
from motcua.reference.forms.django_forms import clean_answers, form_for
from motcua.reference.forms.django_forms.rows import ADD, DROP, DROP_FILE
from motcua.reference.forms.rules import Field, check, held_files
from motcua.reference.forms.sentences import refusal
from motcua.reference.forms.words import Answer, FieldKind

NO_FILE = {"id": "00000000-0000-0000-0000-000000000000", "name": ""}


def with_files(request: Request, journey: Journey, page_code: str) -> tuple[Journey, dict[str, list[str]]]:
    """Keep the files that came with a page, let go of those given up, and say what was wrong with the others.

    The journey is read anew when something was kept.
    """
    if request.method != "POST" or journey.schema is None:
        return journey, {}
    by = commands.acting(request.actor, journey.dossier)
    refused: dict[str, list[str]] = {}
    fresh: dict[str, Answer | None] = {}
    for field in journey.schema.page(page_code).flat:
        if field.kind is FieldKind.FILE:
            held = list(held_files(journey.dossier.answers.get(field.name)))
            left = [one for one in held if request.POST.get(DROP_FILE) != f"{field.name}:{one['id']}"]
            left, refused[field.name] = _with_uploads(request, field, left, by=by)
            if left != held:
                fresh[field.name] = left or None
    if not fresh:
        return journey, refused
    # What a file hangs on stands on the same page: the sound answers beside it are kept with it.
    beside = form_for(
        journey.schema, page_code, data=_plain(request), answers={**journey.dossier.answers, **fresh}
    )
    beside.full_clean()
    answers = {**clean_answers(journey.schema, page_code, beside.cleaned_data), **fresh}
    kept = commands.save_answers(
        dossier_id=journey.dossier.pk, page=page_code, answers=answers, by=request.actor, at=now()
    )
    if isinstance(kept, Refusal):
        return journey, refused | {name: [refusal_sentence(kept)] for name in fresh}
    return journey_of(own(request, journey.dossier.pk)), refused


def _plain(request: Request) -> QueryDict:
    """Give what was typed, without the acts on rows and files."""
    typed = request.POST.copy()
    for act in (ADD, DROP, DROP_FILE):
        typed.pop(act, None)
    return typed


def _with_uploads(
    request: Request, field: Field, held: list[dict[str, str]], *, by: Actor
) -> tuple[list[dict[str, str]], list[str]]:
    """Take the uploads of a field one by one, as many as it has room for."""
    wrong = [too_large()] if field.name in oversized(request) else []
    for upload in request.FILES.getlist(field.name):
        room = check(field, [*held, NO_FILE], today=today())
        if isinstance(room, Refusal):
            wrong.append(refusal(room))
            break
        taken = take_in(upload, by=by, at=now())
        if isinstance(taken, str):
            wrong.append(taken)
        elif str(taken.pk) not in {one["id"] for one in held}:
            held = [*held, {"id": str(taken.pk), "name": taken.name}]
    return held, wrong
