"""The catalogue as the index asks about it: on a day, and what was decided in a period."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.base.clock.periods import Period
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    Offering,
    ProcedureVersion,
    PublicationDecision,
    Route,
)
from motcua.reference.catalogue.words import DecisionKind, Duty, Keeping, OnlineLevel, RouteState
from motcua.reform.scoring.quality.rules.things import KEPT, LATE, About, Decided, Facts

PERSONS = ("Công dân Việt Nam", "Người Việt Nam định cư ở nước ngoài", "Người nước ngoài", "Cá nhân")
_KEPT = {Keeping.EARLY: KEPT, Keeping.ON_TIME: KEPT, Keeping.LATE: LATE}


def facts(period: Period, *, on: date) -> Facts:
    """Give the facts of a period as they stood on a day within it, or on its last."""
    day = min(on, period.last)
    touched, offered = _offerings(period.first, day)
    return Facts(_about(day), offered, touched, _charged(period.first, day), tuple(_decided(period, day)))


def _about(day: date) -> dict[str, About]:
    rows = _asked(catalogue.in_force(day)).values_list(
        *("procedure__code", "online_level", "subjects", "has_fee"),
        *("named", "ordered", "channelled", "timed", "papered"),
    )
    return {
        code: About(
            full=all(parts) and bool(subjects),
            online=level != OnlineLevel.NONE,
            fee=fee,
            persons=any(one in PERSONS for one in subjects),
        )
        for code, level, subjects, fee, *parts in rows
    }


def _asked(versions: QuerySet[ProcedureVersion]) -> QuerySet[ProcedureVersion]:
    """Ask of each version which of the seven mandatory parts it has (NĐ 63/2010/NĐ-CP, Điều 8)."""
    own = {"version": OuterRef("pk")}
    routes = Route.objects.filter(**own, state=RouteState.APPROVED)
    rules = ChannelRule.objects.filter(**own)
    limited = rules.filter(Q(duration_value__isnull=False) | Q(no_fixed_date=True))
    papers = ComponentRequirement.objects.filter(**own)
    return versions.annotate(
        has_fee=Exists(Fee.objects.filter(**own, amount__gt=0)),
        named=Q(~Q(name=""), _deciding()),
        ordered=Q(~Q(implementing_order="") | Exists(routes)),
        channelled=Exists(rules),
        timed=Exists(limited),
        papered=Q(Q(form__isnull=False) | Exists(papers)),
    )


def _deciding() -> Q:
    return ~Q(competent_agency="", deciding_agency="")


def _offerings(first: date, day: date) -> tuple[dict[UUID, frozenset[str]], dict[UUID, frozenset[str]]]:
    rows = Offering.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=first), valid_from__lte=day
    ).values_list("agency_id", "procedure__code", "valid_to")
    held = list(rows)
    standing = [(agency, code) for agency, code, until in held if until is None or until >= day]
    return _gathered((agency, code) for agency, code, _ in held), _gathered(standing)


def _charged(first: date, last: date) -> dict[UUID, frozenset[str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT p.agency, p.procedure FROM insight_mark m JOIN insight_place p USING (dossier)"
            " WHERE m.day BETWEEN %s AND %s AND m.with_fee > 0 AND m.synced > 0",
            [first, last],
        )
        return _gathered(cursor.fetchall())


def _decided(period: Period, day: date) -> Iterable[Decided]:
    """Give the signed decisions of a period; those about internal processes announce no procedure."""
    rows = PublicationDecision.objects.filter(signed_on__gte=period.first, signed_on__lte=day)
    for one in rows.exclude(kind=DecisionKind.INTERNAL_PROCESS).prefetch_related("procedures").order_by("pk"):
        kept = {each.duty: _KEPT.get(each.keeping, "") for each in catalogue.measures_of(one, day)}
        codes = frozenset(procedure.code for procedure in one.procedures.all())
        yield Decided(str(one.pk), codes, kept[Duty.SIGN], kept[Duty.LOAD])


def _gathered(pairs: Iterable[tuple[UUID, str]]) -> dict[UUID, frozenset[str]]:
    found: dict[UUID, set[str]] = {}
    for agency, code in pairs:
        found.setdefault(agency, set()).add(code)
    return {agency: frozenset(codes) for agency, codes in found.items()}
