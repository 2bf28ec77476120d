"""The control slip of a dossier as a paper."""

from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings

from motcua.base.clock import local
from motcua.casework.dossiers.models import Consultation, Dossier
from motcua.casework.dossiers.papers import Applicant, form_on
from motcua.casework.dossiers.papers.control import ControlSlip, HandoverLine
from motcua.casework.dossiers.papers.wording import short_moment
from motcua.casework.dossiers.printing.heads import counter_head, lookup_of
from motcua.casework.dossiers.queries.handing import Hand, Handover
from motcua.casework.dossiers.sentences import TIMELINESS
from motcua.casework.dossiers.words import ConsultationState, PaperSize, SlipForm


def control_bytes(dossier: Dossier, handovers: Sequence[Handover], size: PaperSize = PaperSize.A5) -> bytes:
    """Print the control slip as it stands after the last hand-over: the same history gives the same bytes."""
    return control_slip(dossier, handovers, size).render(handovers[-1].at)


def control_slip(dossier: Dossier, handovers: Sequence[Handover], size: PaperSize) -> ControlSlip:
    """Say what the control slip says; its form is that of the day of reception, for the dossier's life."""
    found = form_on(SlipForm.M06, local(handovers[0].at).date())
    assert found is not None, "there is no control slip before the first set of forms"
    case = f" ({dossier.case.name})" if dossier.case else ""
    return ControlSlip(
        form=replace(found[1], size=size),
        head=counter_head(dossier.receiving_unit, "", handovers[0].at),
        code=str(dossier),
        lookup=lookup_of(dossier),
        demo=settings.DEMO,
        applicant=Applicant(name=dossier.applicant["name"], address=dossier.applicant.get("address", "")),
        procedure=f"{dossier.version.name}{case}",
        competent_agency=dossier.competent_agency.name,
        consulted=_consulted(dossier),
        lines=tuple(_line(one) for one in handovers),
    )


def control_name(dossier: Dossier) -> str:
    """Give the file name of a control slip; no personal value in it."""
    return f"phieu-kiem-soat-{dossier}.pdf"


def hand_words(hand: Hand) -> str:
    """Say one side of a hand-over."""
    return f"{hand.unit}, {hand.person}" if hand.person else hand.unit


def _consulted(dossier: Dossier) -> tuple[str, ...]:
    """Name each unit that was asked, once; a question that was taken back does not count."""
    asked = Consultation.objects.filter(dossier=dossier).exclude(state=ConsultationState.WITHDRAWN)
    return tuple(dict.fromkeys(one.unit.name for one in asked.select_related("unit")))


def _line(one: Handover) -> HandoverLine:
    return HandoverLine(
        giver=hand_words(one.giver),
        taker=hand_words(one.taker),
        at=short_moment(one.at),
        timeliness=TIMELINESS[one.timeliness] if one.timeliness else "",
        note=one.note,
    )
