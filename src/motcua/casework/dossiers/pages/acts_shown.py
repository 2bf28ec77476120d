"""What may be done on the page of a dossier, and what may not yet be done with the reason why."""

from dataclasses import dataclass

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers import queries, rules
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts import ACTS
from motcua.casework.dossiers.pages.judging import JudgeForm
from motcua.casework.dossiers.words import Verdict, Why

# There is nothing to wait for: such an act has no place in the dossier as it stands.
OUT_OF_PLACE = frozenset(
    {
        *(Why.NO_STEP_BEFORE, Why.SUPPLEMENT_NOT_ANSWERED, Why.NO_EXTENSION_PROPOSED, Why.NO_DUE_DATE),
        *(Why.NOT_ACCEPTED_YET, Why.NO_CLOSING_RULE, Why.NOTHING_TO_HAND_OVER),
        *(Why.NO_TRANSFER_NEEDED, Why.NO_CONSULTATION, Why.NO_CORRECTION, Why.CORRECTION_NOT_APPROVED),
    }
)


@dataclass(frozen=True)
class OpenAct:
    """A button: an act that may be done now."""

    label: str
    href: str
    kind: str


@dataclass(frozen=True)
class Hindered:
    """An act that is this person's, with what stands in its way."""

    label: str
    why: str


def acts_of(
    dossier: Dossier, facts: rules.Facts, actor: Actor, form: JudgeForm | None
) -> tuple[list[OpenAct], list[Hindered]]:
    """Give what may be done, the leading act first, and what may not yet be done with the reason why."""
    open_moves = queries.open_moves(facts, actor)
    free, hindered = [], []
    for act in ACTS:
        outcomes = [open_moves[move] for move in act.moves if move in open_moves]
        if not outcomes:
            continue
        refusals = [one for one in outcomes if isinstance(one, Refusal)]
        if len(refusals) < len(outcomes):
            free.append(act)
        elif refusals[0].why not in OUT_OF_PLACE:
            hindered.append(Hindered(act.label, refusal_sentence(refusals[0])))
    buttons = []
    if form is not None and Verdict.UNSEEN in facts.verdicts:
        count = facts.verdicts.count(Verdict.UNSEEN)
        buttons.append(OpenAct(f"Kiểm tra giấy tờ chưa kết luận ({count})", "#giay-to", "main"))
    for act in sorted(free, key=lambda one: one.danger):
        leads = act.leads(facts) and not any(one.kind == "main" for one in buttons)
        kind = "main" if leads else "danger" if act.danger else "second"
        buttons.append(OpenAct(act.label, reverse(f"desk:{act.name}", args=[dossier.pk]), kind))
    return sorted(buttons, key=lambda one: one.kind != "main"), hindered
