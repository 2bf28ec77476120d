"""Every line of a file judged: what keeps it out, what it says, what is doubtful about it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.base.text import clean, fold
from motcua.reference.catalogue.importing.codes import Code, Whose, read_code
from motcua.reference.catalogue.importing.drafting import draft_of
from motcua.reference.catalogue.importing.flaws import Flaws
from motcua.reference.catalogue.importing.names import Conflict, agree
from motcua.reference.catalogue.importing.record import Record, read_record
from motcua.reference.catalogue.importing.words import DOUBTS_THE_NAME, Flaw, Found, Line
from motcua.reference.catalogue.words import Draft

Conflicts = Mapping[str, Sequence[Conflict]]


@dataclass(frozen=True)
class Judged:
    """A row that can be loaded. `digest` is of what it says, however its file writes it."""

    row: int
    code: Code
    draft: Draft
    raw: Mapping[str, Any]
    digest: str
    found: tuple[Found, ...]
    as_of: str = ""
    source: str = ""
    replaced_by: str = ""

    @property
    def name_doubtful(self) -> bool:
        """Tell whether its name may be another procedure's."""
        return any(one.kind in DOUBTS_THE_NAME for one in self.found)


def judge(lines: Iterable[Line], conflicts: Conflicts | None = None) -> Iterator[Judged | Found]:
    """Give each line that can be loaded, and each flaw that keeps a line out.

    Codes of one province come last, so that the record that all provinces share stands before its variants.
    """
    seen: dict[str, int] = {}
    names: dict[str, list[tuple[str, int]]] = {}
    last: list[Judged] = []
    for line in lines:
        judged = _judge(line, seen, conflicts or {}) if not line.flaws else line.flaws
        if not isinstance(judged, Judged):
            yield from judged
        elif judged.code.whose is Whose.LOCALISED:
            last.append(judged)
        else:
            yield from _same_names(judged, names)
            yield judged
    yield from last


def digest_of(raw: Mapping[str, Any]) -> str:
    """Give the digest of what a record says; an absent part and an empty one are the same."""
    text = json.dumps(_pruned(raw), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _judge(line: Line, seen: dict[str, int], conflicts: Conflicts) -> Judged | tuple[Found, ...]:
    value = storable(line.value)
    record = read_record(value)
    if isinstance(record, tuple):
        kind, facts = record
        return (Found(line.row, kind, _code_in(value), facts),)
    code = read_code(record.code)
    if code is None:
        return (Found(line.row, Flaw.CODE_MALFORMED, record.code[:40]),)
    if record.code in seen:
        return (Found(line.row, Flaw.CODE_REPEATED, record.code, {"first": str(seen[record.code])}),)
    seen[record.code] = line.row
    flaws = Flaws(line.row, record.code)
    if value != line.value:
        flaws.add(Flaw.UNPRINTABLE)
    _judge_code(code, record, flaws)
    _judge_name(record, conflicts.get(record.code, ()), flaws)
    draft = draft_of(record, code=code.national or code.text, flaws=flaws)
    return Judged(
        row=line.row,
        code=code,
        draft=draft,
        raw=record.raw,
        digest=digest_of(record.raw),
        found=flaws.told(),
        as_of=record.texts["as_of"],
        source=record.texts["source"],
        replaced_by=record.texts["replaced_by"],
    )


def _judge_code(code: Code, record: Record, flaws: Flaws) -> None:
    if code.whose is Whose.LOCAL:
        flaws.add(Flaw.CODE_LOCAL)
    if code.whose is Whose.LOCALISED:
        flaws.add(Flaw.CODE_LOCALISED, national=code.national, owner=code.owner)
    if record.texts["replaced_by"]:
        flaws.add(Flaw.CODE_REPLACED, other=record.texts["replaced_by"])


def _judge_name(record: Record, conflicts: Iterable[Conflict], flaws: Flaws) -> None:
    for conflict in conflicts:
        other = conflict.other if conflict.kept == record.name or not conflict.kept else conflict.kept
        if conflict.foreign or not agree(record.name, other):
            flaws.add(Flaw.NAME_DISAGREES, other=clean(conflict.other if conflict.foreign else other))
        elif fold(other) != fold(record.name):
            flaws.add(Flaw.NAME_VARIES, other=clean(other))


def _same_names(judged: Judged, names: dict[str, list[tuple[str, int]]]) -> Iterator[Found]:
    """Tell both rows of a name that two codes share; the earlier ones are told beside this one."""
    same = names.setdefault(fold(judged.draft.name).rstrip(" ."), [])
    for code, row in same:
        yield Found(row, Flaw.SAME_NAME, code, {"other": judged.code.text, "at": str(judged.row)})
        yield Found(judged.row, Flaw.SAME_NAME, judged.code.text, {"other": code, "at": str(row)})
    same.append((judged.code.text, judged.row))


def storable(value: Any) -> Any:
    """Give a value without what no text of a database holds: NUL and halves of characters."""
    match value:
        case str():
            return value.replace("\0", "").encode("utf-8", "ignore").decode()
        case Mapping():
            return {storable(str(key)): storable(one) for key, one in value.items()}
        case list():
            return [storable(one) for one in value]
        case _:
            return value


def _code_in(value: Any) -> str:
    code = value.get("code") if isinstance(value, Mapping) else None
    return clean(code)[:40] if isinstance(code, str) else ""


def _pruned(value: Any) -> Any:
    match value:
        case Mapping():
            pruned = {key: _pruned(one) for key, one in value.items()}
            return {key: one for key, one in pruned.items() if one is not None and one not in ("", [], {})}
        case list():
            return [_pruned(one) for one in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value
