"""`motcua scoring compute --criteria FILE --inputs FILE [--json]`: the index and how each leaf scored."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import OutputWrapper

from motcua.base.clock import today
from motcua.reference.catalogue.management.refusing import BadInput
from motcua.reform.scoring.reading import MOST_BYTES, read_set
from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.computing import Outcome, compute
from motcua.reform.scoring.rules.criteria import Criteria, SetMeta
from motcua.reform.scoring.rules.given import NOTHING, Given
from motcua.reform.scoring.rules.inputs import inputs_of, told
from motcua.reform.scoring.rules.reasons import reason
from motcua.reform.scoring.words import NOT_OFFICIAL, LeafState, SetLevel

HELP = "Tính chỉ số từ một bộ tiêu chí và số liệu của một đơn vị."
USAGE = "Dùng: motcua scoring compute --criteria TỆP --inputs TỆP [--json]."
STATES = {
    LeafState.SCORED: "đã chấm",
    LeafState.PENDING: "chưa có số liệu",
    LeafState.NOT_APPLICABLE: "không áp dụng",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Take both files."""
    parser.add_argument("--criteria", type=Path, required=True, help="bộ tiêu chí: .json, .csv hoặc .xlsx")
    parser.add_argument("--inputs", type=Path, required=True, help='số liệu: {"leaves": {"1.1.2": {…}}}')
    parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Compute, and tell."""
    criteria = _criteria(options["criteria"])
    inputs = _inputs(options["inputs"], criteria)
    outcome = compute(criteria, inputs)
    out.write(as_json(outcome, inputs) if options["json"] else _table(outcome))


def as_json(outcome: Outcome, inputs: Mapping[str, Given]) -> str:
    """Give the result as JSON; every figure is a number with exactly its decimals."""
    leaves = [
        f'{{"code": {_text(leaf.code)}, "points": {_number(leaf.points)}, "max": {_number(leaf.max)}, '
        f'"state": {_text(leaf.state)}, "why": {_text(reason(node, inputs.get(node.code, NOTHING), got))}}}'
        for node, got, leaf in zip(outcome.criteria.leaves, outcome.scored, outcome.leaves, strict=True)
    ]
    index = "null" if outcome.index is None else f"{outcome.index:f}"
    return (
        f'{{"index": {index}, "earned": {_number(outcome.earned)}, '
        f'"applicable_max": {_number(outcome.applicable_max)}, "leaves": [{", ".join(leaves)}]}}'
    )


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _number(value: Decimal) -> str:
    """Give a figure without zeros at its end and without an exponent."""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInput(f"Tệp {path} quá lớn. Gửi tệp nhiều nhất {MOST_BYTES // 2**20} MB.")
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"Không có tệp {path}. Kiểm tra đường dẫn.") from None
    except OSError as error:
        raise BadInput(f"Không đọc được tệp {path}: {error.strerror}.") from None


def _criteria(path: Path) -> Criteria:
    meta = SetMeta(path.stem, path.stem, SetLevel.PROVINCE, today().year)
    read = read_set(path.name, _content(path), meta=meta)
    if read.criteria is None:
        more = len(read.problems) - 1
        rest = f" Còn {more} chỗ khác phải sửa." if more else ""
        raise BadInput(f"{path.name}: {read.problems[0].told}{rest}")
    return read.criteria


def _inputs(path: Path, criteria: Criteria) -> dict[str, Given]:
    try:
        raw = json.loads(_content(path), parse_float=Decimal, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"{path.name}: Tệp không phải là JSON đúng. Sửa ở dòng {error.lineno}, chữ thứ {error.colno}."
        ) from None
    except (ValueError, RecursionError):
        raise BadInput(f"{path.name}: Tệp không phải là JSON đúng. Lưu lại bằng UTF-8.") from None
    leaves = raw.get("leaves") if isinstance(raw, Mapping) else None
    if not isinstance(leaves, Mapping):
        raise BadInput(f'{path.name}: Thiếu phần “leaves”. Ghi {{"leaves": {{"mã": {{…}}}}}}.')
    read = inputs_of(leaves, {leaf.code: leaf for leaf in criteria.leaves})
    if isinstance(read, tuple):
        code, wrong = read
        raise BadInput(f"{path.name}: Tiêu chí {code}: {told(wrong)}")
    return read


def _no_number(word: str) -> Decimal:
    raise ValueError(word)


def _table(outcome: Outcome) -> str:
    meta = outcome.criteria.meta
    lines = [meta.name if meta.official else f"{meta.name} ({NOT_OFFICIAL})", ""]
    width = max(len(leaf.code) for leaf in outcome.leaves)
    for node, leaf in zip(outcome.criteria.leaves, outcome.leaves, strict=True):
        points, most = (wording.figure(one).rjust(8) for one in (leaf.points, leaf.max))
        lines.append(
            f"{leaf.code.ljust(width)} {points} / {most.strip().ljust(6)} {STATES[leaf.state]}  {node.name}"
        )
    index = "chưa có" if outcome.index is None else wording.percent(outcome.index)
    earned, most = wording.figure(outcome.earned), wording.figure(outcome.applicable_max)
    return "\n".join([*lines, "", f"Được {earned} trên {most} điểm áp dụng. Chỉ số: {index}."])
