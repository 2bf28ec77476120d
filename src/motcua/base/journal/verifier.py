"""Checks an export of the journal. Plain Python: it runs anywhere, without this program or its database.

Usage: python verifier.py EXPORT.jsonl [ROOT.json …]
One JSON object a line, rows of a chain in order; roots in order of their time. An export that is to be held
against roots must be of the whole journal. Exit 0 when all is whole, 1 when not, 2 on bad input.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

FIRST = "00" * 32
_FIELDS = (
    "id",
    "thing",
    "seq",
    "about",
    "verb",
    "actor",
    "position",
    "on_behalf_of",
    "happened_at",
    "recorded_at",
    "mark",
    "payload",
    "prev_hash",
)


@dataclass(frozen=True)
class Fault:
    """One row that is not as it was written."""

    thing: str
    seq: int
    what: str


@dataclass
class Report:
    """What a check found."""

    rows: int = 0
    chains: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults


def digest(row: Mapping[str, Any]) -> str:
    """Give the hash that a row must carry, in hex."""
    parts = ["motcua journal 1", *(str(row[name]) for name in _FIELDS)]
    text = "".join(f"{len(part.encode())}:{part}," for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()


def verify(rows: Iterable[Mapping[str, Any]]) -> Report:
    """Check rows that come chain by chain, in order of `seq`."""
    report = Report()
    thing, seq, last = None, 0, FIRST
    for row in rows:
        if row["thing"] != thing:
            thing, seq, last = row["thing"], 0, FIRST
            report.chains += 1
        report.rows += 1
        report.faults.extend(_faults(row, seq + 1, last))
        seq, last = row["seq"], row["hash"]
    return report


def verify_root(root: Mapping[str, Any], inside: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Check that the rows (id, hash; by id) in the window of a root are those that it was taken of."""
    rows, found = digest_of_rows(inside)
    if rows != root["rows"]:
        yield Fault("root", 0, f"{root['until']}: {root['rows']} rows were there, {rows} are now")
    elif found != root["digest"]:
        yield Fault("root", 0, f"{root['until']}: a row is not the one that was there")


def verify_roots(roots: Iterable[Mapping[str, Any]]) -> Iterator[Fault]:
    """Check that roots, in order of their time, follow each other without a gap."""
    before: Mapping[str, Any] | None = None
    for root in roots:
        if before is not None and (root["since"], root["previous"]) != (
            before["until"],
            digest_of_root(before),
        ):
            yield Fault("root", 0, f"{root['until']}: does not follow the root before it")
        before = root


def digest_of_rows(inside: Iterable[tuple[str, str]]) -> tuple[int, str]:
    """Give the number and the digest of some rows (id, hash), ordered by id."""
    whole, rows = hashlib.sha256(), 0
    for key, value in inside:
        whole.update(f"{key}:{value}\n".encode())
        rows += 1
    return rows, whole.hexdigest()


def digest_of_root(root: Mapping[str, Any]) -> str:
    """Give the digest by which a root names the one before it: one root that is kept vouches for all."""
    text = json.dumps(root, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _faults(row: Mapping[str, Any], seq: int, last: str) -> Iterator[Fault]:
    if row["seq"] != seq:
        yield Fault(row["thing"], row["seq"], f"expected row {seq}")
    if row["prev_hash"] != last:
        yield Fault(row["thing"], row["seq"], "does not follow the row before it")
    if row["hash"] != digest(row):
        yield Fault(row["thing"], row["seq"], "was altered")


def _read(path: str) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _inside(path: str, root: Mapping[str, Any]) -> list[tuple[str, str]]:
    rows = _read(path)
    return sorted(
        (row["id"], row["hash"]) for row in rows if root["since"] <= row["recorded_at"] < root["until"]
    )


def _check(export: str, root_paths: Iterable[str]) -> Report:
    report = verify(_read(export))
    roots = [root for path in root_paths for root in _read_whole(path)]
    report.faults.extend(verify_roots(roots))
    for root in roots:
        report.faults.extend(verify_root(root, _inside(export, root)))
    return report


def _read_whole(path: str) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8") as file:
        yield json.load(file)


def main(arguments: list[str]) -> int:
    """Check the files named on the command line."""
    if not arguments:
        sys.stderr.write("usage: verifier.py EXPORT.jsonl [ROOT.json ...]\n")
        return 2
    try:
        report = _check(arguments[0], arguments[1:])
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.stderr.write(f"not a journal export or root: {type(error).__name__}: {error}\n")
        return 2
    for fault in report.faults:
        sys.stdout.write(f"{fault.thing} row {fault.seq}: {fault.what}\n")
    sys.stdout.write(f"{report.rows} rows in {report.chains} chains, {len(report.faults)} faults\n")
    return 0 if report.whole else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
