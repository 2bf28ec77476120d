"""Who has a dossier now, and why its date moved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.base.clock import local, today
from motcua.base.clock.sentences import full_moment, short_date
from motcua.base.text import keep
from motcua.casework.dossiers.models import Dossier, Extension, SupplementRound
from motcua.casework.dossiers.queries import StepTold, Wait
from motcua.casework.dossiers.words import ExtensionState, PauseReason, RoundState, State
from motcua.doors.portal.readings.places import told
from motcua.doors.portal.sentences import ROLES
from motcua.reference.catalogue.words import SupplementClock
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role

AT_COUNTER = (State.SUBMITTED, State.ACCEPTED, State.RESOLVED)


@dataclass(frozen=True)
class Holder:
    """Who has it: a person or a place, the rest of the line, since when."""

    who: str
    more: str = ""
    since: str = ""


def holder_of(dossier: Dossier, steps: Iterable[StepTold], asked: SupplementRound | None) -> Holder | None:
    """Say who has a dossier; None once nobody has it any more."""
    if asked is not None and asked.state == RoundState.SENT:
        return Holder("Bạn", "cơ quan chờ bạn bổ sung", _moment(asked.sent_at))
    if asked is not None or dossier.state in AT_COUNTER:
        begun = {State.ACCEPTED: dossier.accepted_at, State.RESOLVED: dossier.resolved_at}
        since = asked.answered_at if asked else begun.get(State(dossier.state), dossier.submitted_at)
        return Holder(told(dossier.receiving_unit), since=_moment(since))
    step = next((one for one in steps if one.state == "now"), None)
    if dossier.state != State.IN_PROCESS or step is None:
        return None
    title = org.title_of(step.staff_id, today()) if step.staff_id else ""
    role = title if title and title != step.who else ROLES[Role(dossier.handling_role)]
    role = role[:1].lower() + role[1:] if step.who else role
    parts = [part for part in (step.who, role, step.unit) if part]
    return Holder(parts[0], ", ".join(parts[1:]), _moment(step.since))


def moves_of(
    dossier: Dossier, rounds: Sequence[SupplementRound], extensions: Sequence[Extension] = ()
) -> list[str]:
    """Say why the promised date moved, one sentence for each time; nothing when it never did."""
    told = [(one.sent_at, _move(dossier, one)) for one in rounds if one.old_due_at and one.sent_at]
    told += [(one.decided_at, _extended(one)) for one in extensions if one.decided_at and _granted(one)]
    return [sentence for _, sentence in sorted(told)]


def waits_of(waits: Iterable[Wait]) -> list[str]:
    """Say when the opinion of another office was waited for; a request for papers is told with its dates."""
    return [_waited(one) for one in waits if one.reason is PauseReason.CONSULTATION]


def _waited(one: Wait) -> str:
    to = f" đến {_day(one.until)}" if one.until else ""
    return f"Từ {_day(one.since)}{to} hồ sơ chờ ý kiến của cơ quan khác, thời gian chờ không tính vào hạn."


def _granted(one: Extension) -> bool:
    return one.state == ExtensionState.GRANTED


def _extended(one: Extension) -> str:
    before, after = _day(one.old_due_at), _day(one.new_due_at)
    return (
        f"{one.responsible} xin lỗi vì chưa giải quyết xong và đề nghị gia hạn, nên ngày hẹn chuyển từ "
        f"{before} sang {after}. Lý do: {one.words}"
    )


def _move(dossier: Dossier, one: SupplementRound) -> str:
    assert one.sent_at is not None and one.old_due_at is not None, "asked by moves_of"
    sent, before = _day(one.sent_at), _day(one.old_due_at)
    if one.completed_at is None:
        return (
            f"Từ {sent} hồ sơ chờ bổ sung giấy tờ nên ngày hẹn {before} không còn tính. "
            "Ngày hẹn mới được tính khi nhận đủ."
        )
    came = _day(one.completed_at)
    after = _day(one.new_due_at) if one.new_due_at else ""
    restart = dossier.version.supplement_clock == SupplementClock.RESTART
    how = "đếm lại từ đầu" if restart else "thời gian chờ không tính"
    moved = f"ngày hẹn chuyển từ {before} sang {after}" if after != before else f"ngày hẹn vẫn là {before}"
    return f"Hồ sơ chờ bổ sung giấy tờ từ {sent} đến {came}, {how}, nên {moved}."


def _day(at: datetime) -> str:
    return short_date(local(at).date())


def _moment(at: datetime | None) -> str:
    return keep(full_moment(at)) if at else ""
