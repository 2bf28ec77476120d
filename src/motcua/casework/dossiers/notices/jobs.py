"""Background work: news of dossiers becomes notices, and alarms are raised unit by unit."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from motcua.base.access import system
from motcua.base.clock import local, now
from motcua.base.clock.calendar import Calendar
from motcua.base.notices import queries as notices
from motcua.base.notices.models import NoticeRule
from motcua.base.queue import defer_many, task, waiting_arguments
from motcua.base.rooms import News
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices.addressees import Directory
from motcua.casework.dossiers.notices.alarms import Alarm, alarms, has_climbed
from motcua.casework.dossiers.notices.telling import put, tell
from motcua.casework.dossiers.notices.watching import limits_on, running_at, units_watched
from motcua.casework.dossiers.notices.words import NoticeEvent
from motcua.casework.dossiers.reckoning import calendar_of
from motcua.casework.dossiers.words import ResultDelivery, Stage
from motcua.reference.org import queries as org

WORKER = system("dossiers")


def told_of(event: NoticeEvent) -> Callable[[News], None]:
    """Give the job that tells of one kind of news."""

    def job(news: News) -> None:
        _tell(news, event)

    return job


def told_of_completion(news: News) -> None:
    """Tell of a complete supplement after appraisal; at intake the acceptance is what counts."""
    if news.payload.get("stage") == Stage.APPRAISAL:
        _tell(news, NoticeEvent.SUPPLEMENT_COMPLETED)


def told_of_result(news: News) -> None:
    """Tell of a result that is fetched; an electronic one is told of when it lies in the store."""
    delivery = Dossier.objects.values_list("result_delivery", flat=True).get(pk=news.about_id)
    if delivery != ResultDelivery.ELECTRONIC:
        _tell(news, NoticeEvent.RESULT_READY)


def told_of_reassignment(news: News) -> None:
    """Tell whoever holds a dossier now, and whoever held it before."""
    _tell(news, NoticeEvent.ASSIGNED)
    _tell(news, NoticeEvent.TAKEN_OVER)


def told_of_calendar(news: News) -> None:
    """Tell of a date that moved with the calendar; where only the hours of a step did, nobody is told."""
    if news.payload.get("old") != news.payload.get("due"):
        _tell(news, NoticeEvent.CALENDAR_MOVED)


LISTENS: Final[Mapping[str, Callable[[News], None]]] = {
    "dossier.submitted": told_of(NoticeEvent.SUBMITTED),
    "dossier.accepted": told_of(NoticeEvent.ACCEPTED),
    "dossier.intake_refused": told_of(NoticeEvent.INTAKE_REFUSED),
    "dossier.supplement_requested": told_of(NoticeEvent.SUPPLEMENT_REQUESTED),
    "dossier.supplement_answered": told_of(NoticeEvent.SUPPLEMENT_ANSWERED),
    "dossier.supplement_partial": told_of(NoticeEvent.SUPPLEMENT_PARTIAL),
    "dossier.supplement_completed": told_of_completion,
    "dossier.forwarded": told_of(NoticeEvent.MOVED_ON),
    "dossier.advanced": told_of(NoticeEvent.MOVED_ON),
    "dossier.returned": told_of(NoticeEvent.MOVED_ON),
    "dossier.recalled": told_of(NoticeEvent.MOVED_ON),
    "dossier.result_approved": told_of(NoticeEvent.MOVED_ON),
    "dossier.assigned": told_of(NoticeEvent.ASSIGNED),
    "dossier.reassigned": told_of_reassignment,
    "dossier.result_issued": told_of_result,
    "dossier.result_handed_over": told_of(NoticeEvent.RESULT_RETURNED),
    "dossier.extended": told_of(NoticeEvent.EXTENDED),
    "dossier.stopped": told_of(NoticeEvent.STOPPED),
    "dossier.withdrawn": told_of(NoticeEvent.WITHDRAWN),
    "dossier.transferred": told_of(NoticeEvent.TRANSFERRED),
    "dossier.result_corrected": told_of(NoticeEvent.RESULT_CORRECTED),
    "dossier.calendar_moved": told_of_calendar,
    "consultation.late": told_of(NoticeEvent.CONSULTATION_LATE),
}


@task("dossiers.alarms", every="*/15 * * * *")
def raise_alarms(*, timestamp: int) -> None:
    """Queue one job for each unit, so that one unit's failure never stops another's."""
    queued = waiting_arguments(alarm_unit, "unit")
    defer_many(alarm_unit, [{"unit": one} for one in map(str, units_watched()) if one not in queued])


@task("dossiers.alarm_unit", tries=2)
def alarm_unit(*, unit: str) -> None:
    """Raise the alarms of one unit's dossiers, in its own working time."""
    at = now()
    calendar = org.calendar_for(org.unit(UUID(unit)).agency_id)
    if _at_work(calendar, at):
        with transaction.atomic():
            watch(UUID(unit), at)


def units_of(jobs: Sequence[Mapping[str, Any]]) -> list[str]:
    """Name the unit of each of some jobs."""
    units = [org.unit_called(UUID(one["unit"])) for one in jobs]
    return [unit.name if unit else "" for unit in units]


def watch(unit_id: UUID, at: datetime) -> None:
    """Look at every running dossier of a unit and tell of its alarms, once each."""
    on = local(at).date()
    limits, directory, rules = limits_on(on), Directory(on), _rules(at)
    raised = [
        (dossier, alarm, calendar)
        for dossier, watched in running_at(unit_id)
        for calendar in [calendar_of(dossier)]
        for alarm in alarms(watched, at, calendar, limits)
        if alarm.event in rules
    ]
    told = notices.told_of(alarm.id_for(dossier.pk) for dossier, alarm, _ in raised)
    for dossier, alarm, calendar in raised:
        put(
            dossier,
            alarm.event,
            [rule for rule in rules[alarm.event] if has_climbed(alarm, rule.after_days, on, calendar)],
            event_id=alarm.id_for(dossier.pk),
            happened_at=at,
            payload={"days": _days(alarm)},
            by=WORKER,
            at=at,
            directory=directory,
            told=told,
        )


_LEFT: Final = frozenset({NoticeEvent.DUE_FIRST, NoticeEvent.DUE_LAST})


def _days(alarm: Alarm) -> str:
    if alarm.event in _LEFT:
        return f"còn {alarm.days} ngày làm việc" if alarm.days else "hạn hôm nay"
    if alarm.event is NoticeEvent.SILENT:
        return f"đã {alarm.days} ngày làm việc"
    return f"quá {alarm.days} ngày làm việc" if alarm.days else "quá hạn hôm nay"


def _rules(at: datetime) -> dict[str, list[NoticeRule]]:
    found: dict[str, list[NoticeRule]] = {}
    for rule in notices.rules_at(at):
        if rule.on:
            found.setdefault(rule.event, []).append(rule)
    return found


def _at_work(calendar: Calendar, at: datetime) -> bool:
    moment = local(at)
    return any(shift.opens <= moment.time() < shift.closes for shift in calendar.shifts_on(moment.date()))


def _tell(news: News, event: NoticeEvent) -> None:
    payload: Mapping[str, Any] = news.payload
    tell(
        news.about_id,
        event,
        event_id=news.id,
        happened_at=news.happened_at,
        payload=payload,
        by=WORKER,
        at=now(),
    )
