"""The page on which an act on many dossiers is confirmed, and what became of each."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.commands.bulk import Outcome
from motcua.casework.dossiers.pages.audiences import AT_WORK
from motcua.casework.dossiers.pages.bulk import BulkForm, act_for, chosen_of
from motcua.casework.dossiers.pages.opening import UNPROCESSABLE, shown


@page(audience=AT_WORK, writes=True)
def bulk(request: Request, act: str) -> HttpResponseBase:
    """Show what an act would do to the chosen dossiers, and do it."""
    kind = act_for(request.actor, act)
    sent = request.POST if request.method == "POST" else None
    chosen = chosen_of((sent or request.GET).getlist("chon"), kind, request.actor)
    form = kind(chosen, request.actor, data=sent)
    if sent is None or not chosen or not form.is_valid():
        status = UNPROCESSABLE if sent is not None and chosen else 200
        return shown(request, "many.html", _context(form), status=status)
    outcomes = form.do()
    if all(one.refusal is None for one in outcomes):
        messages.success(request, f"{form.past} {len(outcomes)} hồ sơ.")
        return redirect("desk:work")
    return shown(request, "many_done.html", _told(form, outcomes), status=UNPROCESSABLE)


def _context(form: BulkForm) -> dict[str, object]:
    return {"form": form, "hindered": [one for one in form.chosen if one.refusal], "able": form.able}


def _told(form: BulkForm, outcomes: list[Outcome]) -> dict[str, object]:
    """Tell each refusal with its dossier, and what was done to the others."""
    by_id = {one.dossier.pk: one.dossier for one in form.chosen}
    done = [by_id[one.dossier_id] for one in outcomes if one.refusal is None]
    refused = [(by_id[one.dossier_id], refusal_sentence(one.refusal)) for one in outcomes if one.refusal]
    return {"form": form, "done": done, "refused": refused}
