"""What the page of a dossier shows of its turns: a later date, an end without a result."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment, short_date
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.models import Consultation, Dossier, Extension
from motcua.casework.dossiers.pages.told import moment
from motcua.casework.dossiers.reckoning import forward_until
from motcua.casework.dossiers.sentences import LATENESS_REASONS, SETTLEMENTS, STOP_GROUNDS
from motcua.casework.dossiers.words import (
    ConsultationKind,
    ConsultationState,
    ExtensionState,
    LatenessReason,
    ResultState,
    Settlement,
    StopGround,
)

EXTENSIONS = {
    ExtensionState.PROPOSED: ("Chờ lãnh đạo quyết định", "warn"),
    ExtensionState.GRANTED: ("Đã xin lỗi, gia hạn", "good"),
    ExtensionState.DECLINED: ("Không đồng ý", "mute"),
}
CORRECTIONS = {
    ResultState.DRAFTED: ("Chờ lãnh đạo duyệt", "warn"),
    ResultState.APPROVED: ("Đã duyệt, chờ vào số", "action"),
    ResultState.ISSUED: ("Đã thay bản cũ", "good"),
}
CONSULTATIONS = {
    ConsultationState.OPEN: ("Chờ trả lời", "warn"),
    ConsultationState.ANSWERED: ("Đã trả lời", "good"),
    ConsultationState.WITHDRAWN: ("Đã rút", "mute"),
}


def life_of(dossier: Dossier, at: datetime) -> dict[str, Any]:
    """Give the turns of a dossier as their parts of the page read them."""
    return {
        "extensions": [_extension(one, at) for one in queries.extensions_of(dossier)],
        "consultations": [_consultation(one, at) for one in queries.consultations_of(dossier)],
        "forward": _forward(dossier, at),
        "stopped": _stopped(dossier),
        "corrections": _corrections(dossier, at),
    }


def _forward(dossier: Dossier, at: datetime) -> tuple[str, bool] | None:
    """Give by when an accepted dossier must leave the counter, and whether that is past."""
    until = forward_until(dossier)
    return (full_moment(until), at > until) if until else None


def _extension(made: Extension, at: datetime) -> Mapping[str, Any]:
    words, tone = EXTENSIONS[ExtensionState(made.state)]
    told = f"{made.proposed_by.full_name} đề nghị {moment(made.proposed_at, at)}"
    if made.decided_by and made.decided_at != made.proposed_at:
        told += f", {made.decided_by.full_name} quyết định {moment(made.decided_at, at)}"
    return {
        "one": made,
        "words": words,
        "tone": tone,
        "told": f"{told}.",
        "reason": LATENESS_REASONS[LatenessReason(made.reason)],
        "old": short_date(local(made.old_due_at).date()),
        "new": short_date(local(made.new_due_at).date()),
    }


def _consultation(asked: Consultation, at: datetime) -> Mapping[str, Any]:
    """Give one question with its answer, or how it stands."""
    state = ConsultationState(asked.state)
    late = state is ConsultationState.OPEN and local(at).date() > asked.reply_due
    words, tone = ("Trễ trả lời", "error") if late else CONSULTATIONS[state]
    told = f"{asked.asked_by.full_name} hỏi {moment(asked.asked_at, at)}"
    if asked.replied_by:
        told += f", {asked.replied_by.full_name} trả lời {moment(asked.replied_at, at)}"
    return {
        "one": asked,
        "words": words,
        "tone": tone,
        "told": f"{told}.",
        "due": short_date(asked.reply_due),
        "is_share": asked.kind == ConsultationKind.SHARE,
        "file": reverse("desk:reply-file", args=[asked.dossier_id, asked.pk]) if asked.file else "",
    }


def _corrections(dossier: Dossier, at: datetime) -> list[Mapping[str, Any]]:
    """Give what replaced what, newest first; nothing when no result was wrong."""
    told: list[Mapping[str, Any]] = []
    for one in reversed(queries.results_of(dossier)):
        if one.replaces is None:
            continue
        words, tone = CORRECTIONS[ResultState(one.state)]
        told.append(
            {
                "one": one,
                "words": words,
                "tone": tone,
                "told": f"{one.drafted_by.full_name} soạn {moment(one.drafted_at, at)}.",
                "new": reverse("desk:one-result", args=[dossier.pk, one.pk]),
                "old": reverse("desk:one-result", args=[dossier.pk, one.replaces_id]),
            }
        )
    return told


def _stopped(dossier: Dossier) -> Mapping[str, Any] | None:
    notice = queries.stop_notice_of(dossier)
    if notice is None:
        return None
    return {
        "one": notice,
        "ground": STOP_GROUNDS[StopGround(notice.ground)],
        "settlement": SETTLEMENTS[Settlement(notice.settlement)],
        "requested": f"{notice.requested_by}, {short_date(notice.requested_on)}",
    }
