"""What the page of a dossier shows of its turns: a later date, an end without a result."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.models import Dossier, Extension
from motcua.casework.dossiers.pages.told import moment
from motcua.casework.dossiers.sentences import LATENESS_REASONS, SETTLEMENTS, STOP_GROUNDS
from motcua.casework.dossiers.words import ExtensionState, LatenessReason, Settlement, StopGround

EXTENSIONS = {
    ExtensionState.PROPOSED: ("Chờ lãnh đạo quyết định", "warn"),
    ExtensionState.GRANTED: ("Đã xin lỗi, gia hạn", "good"),
    ExtensionState.DECLINED: ("Không đồng ý", "mute"),
}


def life_of(dossier: Dossier, at: datetime) -> dict[str, Any]:
    """Give the turns of a dossier as their parts of the page read them."""
    return {
        "extensions": [_extension(one, at) for one in queries.extensions_of(dossier)],
        "stopped": _stopped(dossier),
    }


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
