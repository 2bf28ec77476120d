"""The lists behind figures: exactly the dossiers that a figure counts, and those that stand open now."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from motcua.base.clock import now
from motcua.base.clock.sentences import clock_time, full_moment, period_words, short_date
from motcua.base.money import format_number
from motcua.base.print.workbook import XLSX
from motcua.base.rooms import Better, Measure
from motcua.base.text import clean
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.queries import NOBODY
from motcua.casework.dossiers.queries.standing import Among, Where, ids_now
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.sentences import CHANNELS
from motcua.reference.org import queries as org
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.foretelling import why_late
from motcua.reform.insight.pages.look import Look, agency_asked, look_of
from motcua.reform.insight.pages.rows import as_workbook, page_of
from motcua.reform.insight.queries.ahead import ahead
from motcua.reform.insight.queries.behind import ids_behind
from motcua.reform.insight.queries.figures import Reading, measure_called, read
from motcua.reform.insight.queries.scope import OFFLINE
from motcua.reform.insight.words import Part

PARTS = {Part.NUMERATOR: "phần đạt", Part.DENOMINATOR: "cả mẫu số", Part.REST: "phần không đạt"}
OF_ANY = {**PARTS, Part.NUMERATOR: "phần được tính", Part.REST: "phần còn lại"}
LIKELY = "likely"
ACCEPTED = "dossiers.accepted"
TITLES = {
    Among.OPEN: "Hồ sơ đang giải quyết",
    Among.LATE: "Hồ sơ đang quá hạn",
    Among.TODAY: "Hồ sơ đến hạn hôm nay",
    Among.WAITING: "Hồ sơ đang tạm dừng, chờ bổ sung",
    Among.UNANSWERED: "Hồ sơ chờ ý kiến đã quá hạn trả lời",
    Among.EXTENDING: "Hồ sơ có đề nghị gia hạn chờ quyết định",
}


@page(audience=FIGURES)
def behind(request: Request) -> HttpResponse:
    """Show the dossiers that a figure counts; say so where they are no longer those of a closed figure."""
    look, measure, part = _asked(request)
    ids = ids_behind(measure, part, look.scope, look.period, on=look.on)
    reading = read(look.scope, look.period, on=look.on)
    figure = reading.figure(measure)
    context = {
        "look": look,
        "title": _title(measure, part),
        "measure": measure,
        "definition": look.address("measure", measure.code),
        "standing": told.standing_words(reading),
        "narrowed": _narrowed(look),
        "sentence": _sentence(told.amount_of(figure, part), len(ids), reading, measure),
        "save": look.address("behind-save", **told.behind_of(measure, part)),
        **page_of(request, ids),
    }
    return render(request, "insight/behind.html", context)


@page(audience=FIGURES)
def behind_save(request: Request) -> HttpResponseBase:
    """Send the dossiers that a figure counts as a workbook; it tells nobody's name."""
    look, measure, part = _asked(request)
    ids = ids_behind(measure, part, look.scope, look.period, on=look.on)
    above = [f"{_title(measure, part)}, {period_words(look.period)}", look.whose, measure.says]
    return _sent(f"{measure.code}-{look.period.code}", [*above, *_narrowed(look)], ids)


@page(audience=FIGURES)
def standing(request: Request) -> HttpResponse:
    """Show open dossiers as they stand at this moment."""
    look, at = look_of(request), now()
    title, ids, why = _standing(request, look)
    context = {
        "look": look,
        "title": title,
        "looked": f"{clock_time(at)}, {short_date(look.on)}",
        "narrowed": _narrowed_now(request, look),
        "total": format_number(len(ids)),
        "save": _again(request, look, "standing-save"),
        "every": look.address("standing", ky=""),
        **page_of(request, ids, why),
    }
    return render(request, "insight/standing.html", context)


@page(audience=FIGURES)
def standing_save(request: Request) -> HttpResponseBase:
    """Send open dossiers as a workbook."""
    look = look_of(request)
    title, ids, _ = _standing(request, look)
    above = [title, look.whose, f"Lúc {full_moment(now())}", *_narrowed_now(request, look)]
    return _sent("dang-giai-quyet", above, ids)


def _asked(request: Request) -> tuple[Look, Measure, Part]:
    """Read which side of which measure is asked about, without one what was taken in.

    Raises Http404 for what is no measure or counts no dossiers.
    """
    look, said = look_of(request), request.GET
    measure = measure_called(said.get("chi-tieu") or said.get("measure") or ACCEPTED, look.period.last)
    part = (
        Part.NUMERATOR if not said.get("phan") else next((one for one in Part if one == said["phan"]), None)
    )
    if measure is None or part is None or not told.lists(measure, part):
        raise Http404
    return look, measure, part


def _title(measure: Measure, part: Part) -> str:
    if not measure.denominator:
        return measure.name
    parts = PARTS if measure.better is Better.MORE else OF_ANY
    return f"{measure.name}: {parts[part]}"


def _sentence(amount: int, total: int, reading: Reading, measure: Measure) -> str:
    """Tell how the figure and its list stand to each other."""
    counted, listed = format_number(amount), format_number(total)
    if measure.unit == "lượt":
        return f"{counted} lượt ở {listed} hồ sơ."
    if amount == total:
        return f"{listed} hồ sơ, bằng đúng số {'đã chốt' if reading.closed else 'đang đếm'}."
    more = format_number(abs(total - amount))
    if reading.closed is not None:
        at = full_moment(reading.closed.known_until)
        return (
            f"Số đã chốt {counted}; danh sách hiện có {listed} hồ sơ, chênh {more},"
            f" vì có thay đổi được ghi sau khi chốt lúc {at}. Số đã chốt giữ nguyên."
        )
    return f"Số đang đếm {counted}; danh sách có {listed} hồ sơ, vì một hồ sơ có thể được tính nhiều lần."


def _narrowed(look: Look) -> list[str]:
    """Tell what narrows the list besides the place."""
    found = []
    scope = look.scope
    if scope.procedure:
        found.append(
            f"Thủ tục: {catalogue.titles_by_code([scope.procedure]).get(scope.procedure, scope.procedure)}"
        )
    if scope.field:
        found.append(f"Lĩnh vực: {scope.field}")
    if scope.channel:
        known = {one.value: words for one, words in CHANNELS.items()} | {OFFLINE: "Không trực tuyến"}
        found.append(f"Cách nộp: {known.get(scope.channel, scope.channel)}")
    return found


def _standing(request: Request, look: Look) -> tuple[str, list[UUID], dict[UUID, str] | None]:
    said = request.GET
    if said.get("xem") == LIKELY:
        seen = ahead(look.scope, now())
        why = {one.where.id: why_late(one) for one in seen.likely}
        return f"Hồ sơ có thể quá hạn đến hết ngày {short_date(seen.until)}", list(why), why
    among = next((one for one in Among if one == said.get("xem")), Among.OPEN)
    return TITLES[among], ids_now(among, _where(request, look), now()), None


def _where(request: Request, look: Look) -> Where:
    said = request.GET
    asked = agency_asked(said.get("hoi", ""))
    return Where(
        look.scope.agencies,
        step=clean(said.get("buoc", "")),
        holder=_holder(said.get("nguoi", "")),
        nobodys=said.get("nguoi") == NOBODY,
        asked=asked.pk if asked else None,
    )


def _holder(said: str) -> UUID | None:
    try:
        return UUID(said) if said and said != NOBODY else None
    except ValueError as error:
        raise Http404 from error


def _narrowed_now(request: Request, look: Look) -> list[str]:
    where, found = _where(request, look), []
    if where.step:
        found.append(f"Bước: {where.step}")
    if where.holder:
        found.append(f"Người giữ: {org.names_of_staff([where.holder]).get(where.holder, 'không rõ')}")
    if where.nobodys:
        found.append("Chưa có người giữ")
    if where.asked:
        found.append(f"Cơ quan được hỏi: {org.names_of_agencies([where.asked])[where.asked]}")
    return found


def _again(request: Request, look: Look, route: str) -> str:
    more: dict[str, Any] = {name: request.GET.get(name, "") for name in ("xem", "buoc", "nguoi", "hoi")}
    return look.address(route, **more, ky="")


def _sent(name: str, above: list[str], ids: list[UUID]) -> HttpResponseBase:
    return send(as_workbook("Hồ sơ", above, ids), name=f"{name}.xlsx", media_type=XLSX, save=True)
