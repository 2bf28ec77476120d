"""What each part of a version holds, a line each."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from motcua.reference.catalogue import queries, sentences
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.queries import ProcedurePage
from motcua.reference.catalogue.queries.page_rows import ChannelRow, FeeRow
from motcua.reference.catalogue.words import Draft, Paper, Part


@dataclass(frozen=True)
class Content:
    """One part with its lines."""

    part: Part
    name: str
    lines: tuple[str, ...]


def contents(version: ProcedureVersion, words: Draft) -> list[Content]:
    """Give every part of a version in words."""
    shown = queries.page_of(version)
    form = (f"{version.form.title}, bản {version.form.number}",) if version.form else ()
    return [
        Content(part, name, form if part is Part.FORM else _LINES[part](shown, words))
        for part, name in sentences.PARTS.items()
    ]


def _facts(shown: ProcedurePage, words: Draft) -> tuple[str, ...]:
    starts = f"Có hiệu lực từ {words.effective_from:%d/%m/%Y}" if words.effective_from else ""
    subjects = f"Đối tượng: {', '.join(words.subjects)}" if words.subjects else ""
    agency = f"Cơ quan giải quyết: {words.deciding_agency}" if words.deciding_agency else ""
    return tuple(filter(None, (words.name, starts, subjects, agency)))


def _route(shown: ProcedurePage, words: Draft) -> tuple[str, ...]:
    steps = [f"{one.name}, {_figure(one.hours)} giờ" for one in words.route]
    total = Decimal(sum(one.hours for one in words.route))
    return (*steps, f"Cộng {_figure(total)} giờ làm việc") if steps else ()


def _online(shown: ProcedurePage, words: Draft) -> tuple[str, ...]:
    return tuple(filter(None, (shown.online_level, words.partial_reason)))


def _way(row: ChannelRow) -> str:
    case = f", {row.case}" if row.case else ""
    if not row.statutory:
        return f"{row.name}{case}: {row.time}"
    cut = f", giảm {row.cut_percent} % theo Quyết định {row.cut_decision_no}" if row.cut_percent else ""
    return f"{row.name}{case}: {row.time} (luật định {row.statutory}{cut})"


def _fee(row: FeeRow) -> str:
    return ", ".join(filter(None, (f"{row.name}: {row.amount}", row.channel, row.case, row.exemption)))


def _paper(one: Paper) -> str:
    if one.data_source:
        return f"{one.name} (không phải nộp, đã có trong {one.data_source})"
    return f"{one.name} (chỉ khi: {one.condition})" if one.condition else one.name


def _figure(hours: Decimal) -> str:
    return f"{hours.normalize():f}".replace(".", ",")


_LINES: dict[Part, Callable[[ProcedurePage, Draft], tuple[str, ...]]] = {
    Part.FACTS: _facts,
    Part.CASES: lambda shown, words: shown.cases,
    Part.CHANNELS: lambda shown, words: tuple(map(_way, shown.channels)),
    Part.FEES: lambda shown, words: tuple(map(_fee, shown.fees)),
    Part.PAPERS: lambda shown, words: tuple(map(_paper, words.papers)),
    Part.RESULTS: lambda shown, words: shown.results,
    Part.LEGAL_BASIS: lambda shown, words: tuple(
        f"{row.name} {row.number}".strip() for row in shown.legal_basis
    ),
    Part.ROUTE: _route,
    Part.ONLINE: _online,
}
