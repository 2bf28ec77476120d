"""Criteria sets come in whole or not at all."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reform.scoring.models import CriteriaSet, CriterionNode
from motcua.reform.scoring.queries.sets import known_measures, next_version
from motcua.reform.scoring.reading import read_set
from motcua.reform.scoring.rules.criteria import Node, SetMeta
from motcua.reform.scoring.words import SetWhy

LONGEST_NAME = 200


@command
def import_set(
    *, file_name: str, content: bytes, meta: SetMeta | None = None, by: Actor, at: datetime, key: str = ""
) -> CriteriaSet | Refusal:
    """Store the criteria set of a file as the next version of its level and year.

    `meta` tells what the set is where the file does not (a CSV never does). Refused: a file with problems
    (`reading.read_set` gives all of them), the very file that is the newest version already, and a set
    called official without its decision.
    """
    read = read_set(file_name, content, meta=meta, measures=known_measures())
    if read.criteria is None:
        return Refusal(SetWhy.FAULTY, {"first": read.problems[0].told, "count": str(len(read.problems))})
    told, digest = read.criteria.meta, hashlib.sha256(content).hexdigest()
    if told.official and not told.decision:
        return Refusal(SetWhy.OFFICIAL_UNDECIDED)
    newest = CriteriaSet.objects.filter(level=told.level, year=told.year).order_by("-version").first()
    if newest is not None and newest.digest == digest:
        return Refusal(SetWhy.KNOWN, {"name": newest.name, "version": str(newest.version)})
    stored = CriteriaSet.objects.create(
        **_meta(told),
        version=next_version(told.level, told.year),
        file_name=clean(file_name)[-LONGEST_NAME:],
        digest=digest,
        imported_at=at,
        imported_by=by.account,
    )
    CriterionNode.objects.bulk_create(
        _node(stored, row, node) for row, node in enumerate(read.criteria.nodes, 1)
    )
    facts = {"level": told.level, "year": told.year, "version": stored.version, "digest": digest}
    journal.write("criteria_set.imported", about=stored, by=by, at=at, data=facts)
    return stored


def _meta(meta: SetMeta) -> dict[str, Any]:
    return {
        "code": meta.id,
        "name": meta.name,
        "level": meta.level,
        "year": meta.year,
        "status": meta.status,
        "decision": meta.decision,
        "basis": meta.basis,
        "valid_from": meta.valid_from,
        "total": meta.total,
        "bonus_cap": meta.bonus_cap,
        "penalty_cap": meta.penalty_cap,
        "rescale_without_survey": meta.rescale_without_survey,
        "official": meta.official,
        "bands": [
            {"name": band.name, "min": _stored(band.least), "inclusive": band.inclusive}
            for band in meta.bands
        ],
    }


def _node(stored: CriteriaSet, row: int, node: Node) -> CriterionNode:
    return CriterionNode(
        criteria=stored,
        row=node.row or row,
        code=node.code,
        parent=node.parent,
        level=node.level,
        kind=node.kind,
        name=node.name,
        max=node.max,
        rule=None if node.rule is None else _stored(node.rule.raw),
        method=node.method or "",
        evidence=node.evidence,
        verification=node.verification,
        measure=node.measure,
        due_month=node.due_month,
    )


def _stored(value: Any) -> Any:
    """Give settings as JSON holds them; figures of a rule have few digits, so that they come back exactly."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return int(value) if whole else float(value)
    if isinstance(value, Mapping):
        return {str(name): _stored(one) for name, one in value.items()}
    return [_stored(one) for one in value] if isinstance(value, list | tuple) else value
