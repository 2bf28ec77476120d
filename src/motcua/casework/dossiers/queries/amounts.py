"""What a list amounts to: how many rows each view has and what its filters can offer, in one statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Func, QuerySet

from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries.buckets import Bucket
from motcua.casework.dossiers.queries.rows import step_name
from motcua.reference.catalogue.words import Channel

_COLUMNS = ("id", "state", "channel", "version_id", "holder_id", "route_id", "step", "bucket")
# A stay at a step, given to a named person who has neither acted nor looked at the dossier since.
_GIVEN = "run.ended_at IS NULL AND run.acted_at IS NULL AND run.staff_id IS NOT NULL"
_UNSEEN = """NOT EXISTS (
    SELECT FROM journal_entry AS look
     WHERE look.about = 'dossier:' || run.dossier_id AND look.actor = 'staff:' || run.staff_id
       AND look.recorded_at >= run.started_at AND starts_with(look.thing, 'reads:') OFFSET 0)"""
# Django groups one way at a time. Names are joined to the groups, not to the rows, which are many more.
_GROUPED = """
    SELECT told.by, told.bucket, told.state, told.amount, told.unopened, told.channel,
           procedure.field_sort_key, procedure.field, staff.sort_key, told.holder_id, staff.full_name,
           told.route_id, told.step
      FROM (SELECT GROUPING(bucket, version_id, channel, holder_id, route_id) AS by,
                   bucket, state, version_id, channel, holder_id, route_id, every.step, count(*) AS amount,
                   count(*) FILTER (WHERE run.id IS NOT NULL AND {unseen}) AS unopened
              FROM ({every}) AS every
              LEFT JOIN dossiers_step_run AS run ON run.dossier_id = every.id AND {given}
             GROUP BY GROUPING SETS
                   ((bucket, state), (version_id), (channel), (holder_id), (route_id, every.step, state))
           ) AS told
      LEFT JOIN catalogue_version AS version ON version.id = told.version_id
      LEFT JOIN catalogue_procedure AS procedure ON procedure.id = version.procedure_id
      LEFT JOIN org_staff AS staff ON staff.id = told.holder_id
     ORDER BY told.by
"""
_BUCKET, _VERSION, _CHANNEL, _HOLDER, _STEP = 0b01111, 0b10111, 0b11011, 0b11101, 0b11110


class Unopened(Func):
    """Whether a dossier stands as newly given."""

    template = f"""EXISTS (
        SELECT FROM dossiers_step_run AS run
         WHERE run.dossier_id = %(expressions)s AND {_GIVEN} AND {_UNSEEN} OFFSET 0)"""
    output_field = BooleanField()
    arity = 1


@dataclass(frozen=True)
class Options:
    """What the filters of a list offer: only what stands in it."""

    fields: list[str]
    steps: list[str]
    channels: list[Channel]
    holders: list[tuple[str, str]]


@dataclass(frozen=True)
class Amounts:
    """How many dossiers of a list stand under each head and in each state, and what can narrow it."""

    heads: Mapping[tuple[Bucket, int], int]
    unopened: int
    options: Options


class _Group(NamedTuple):
    by: int
    bucket: str
    state: int
    amount: int
    unopened: int
    channel: str
    field_key: str
    field: str
    holder_key: str | None
    holder: UUID | None
    holder_name: str
    route: UUID | None
    step: int | None


def amounts_of(every: QuerySet[Dossier]) -> Amounts:
    """Give what a list amounts to; its dossiers come with their buckets."""
    rows = every.order_by().values_list(*_COLUMNS)
    try:
        inner, given = rows.query.sql_with_params()
    except EmptyResultSet:  # nobody's list
        return Amounts({}, 0, Options([], [], [], []))
    with connection.cursor() as cursor:
        cursor.execute(_GROUPED.format(every=inner, given=_GIVEN, unseen=_UNSEEN), given)
        told = map(_Group._make, cursor.fetchall())
        groups = {by: list(those) for by, those in groupby(told, key=lambda one: one.by)}
    heads = groups.get(_BUCKET, [])
    return Amounts(
        {(Bucket(one.bucket), one.state): one.amount for one in heads},
        sum(one.unopened for one in heads),
        Options(
            fields=_in_order((one.field_key, one.field) for one in groups.get(_VERSION, [])),
            steps=_in_order(
                (one.step or 0, step_name(one.route, one.step, one.state)) for one in groups.get(_STEP, [])
            ),
            channels=_channels({one.channel for one in groups.get(_CHANNEL, [])}),
            holders=_holders(groups.get(_HOLDER, [])),
        ),
    )


def _in_order(named: Iterable[tuple[str | int, str]]) -> list[str]:
    """Give names once, in the order of their keys."""
    return list(dict.fromkeys(name for _, name in sorted(named) if name))


def _channels(found: set[str]) -> list[Channel]:
    return [one for one in Channel if one.value in found]


def _holders(groups: Iterable[_Group]) -> list[tuple[str, str]]:
    held = sorted((one.holder_key, str(one.holder), one.holder_name) for one in groups if one.holder_key)
    return [(pk, name) for _, pk, name in held]
