"""A sheet at the desk: read, declared, proved, refused."""

import re
from decimal import Decimal
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from motcua.reform.scoring.models import Evidence, LeafScore
from motcua.reform.scoring.queries import sheets
from motcua.reform.scoring.words import NOT_OFFICIAL, NodeKind
from tests.doors.scoring_desk import at, read, send, signed_in, text_of
from tests.support.scoring_scene import AT, Province, build

pytestmark = pytest.mark.django_db

EVIDENCE = {
    "issuer": "UBND phường Minh Xuân",
    "number": "12/KH-UBND",
    "issued_on_day": "15",
    "issued_on_month": "1",
    "issued_on_year": "2026",
    "section": "II",
    "page": "3",
}


@pytest.fixture
def province() -> Province:
    return build()


def a_paper() -> SimpleUploadedFile:
    made, out = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.save(out)
    return SimpleUploadedFile("ke-hoach.pdf", out.getvalue(), "application/pdf")


def leaves_in(page: str) -> list[str]:
    return re.findall(r'<tr id="m-([\d-]+)"', page)


def test_what_is_secured_possible_and_lost_adds_up_and_each_opens_its_leaves(province: Province) -> None:
    province.declare("1.2", by=province.khanh)
    province.declare("2.3", by=province.khanh)
    client, here = signed_in(province, "khanh"), at("score-sheet", province.sheet().pk)
    words = text_of(read(client, here))
    assert "9,40 điểm đã chắc 29,60 điểm còn có thể đạt 1,00 điểm đã mất" in words
    assert leaves_in(read(client, f"{here}?loc=chac")) == ["1-2", "2-3"]
    assert leaves_in(read(client, f"{here}?loc=mat")) == ["2-3"]
    told = sheets.reading(province.sheet(), at=AT)
    of_the_total = [code for code, leaf in told.leaves.items() if leaf.node.kind is NodeKind.POINTS]
    possible = [code.replace(".", "-") for code in of_the_total if told.standing[code].possible]
    assert sum(told.standing[code].possible for code in of_the_total) == Decimal("29.60")
    assert leaves_in(read(client, f"{here}?loc=con")) == possible


def test_every_page_and_export_says_that_the_criteria_are_not_official(province: Province) -> None:
    client, sheet = signed_in(province, "khanh"), province.sheet()
    for address in (
        at("scoring"),
        at("score-sheet", sheet.pk),
        at("score-leaf", sheet.pk, "1.1"),
        at("score-lock", sheet.pk),
        at("score-ways", sheet.pk),
    ):
        assert NOT_OFFICIAL in read(client, address), address
    book = CalamineWorkbook.from_filelike(BytesIO(saved(client.get(at("score-sheet-save", sheet.pk)))))
    assert NOT_OFFICIAL in str(book.get_sheet_by_index(0).to_python())


def saved(answer: object) -> bytes:
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file that is sent


def test_a_saved_sheet_holds_numbers_as_numbers_and_never_a_formula(province: Province) -> None:
    province.declare("1.2", by=province.khanh, text="=1+1")
    client = signed_in(province, "khanh")
    book = CalamineWorkbook.from_filelike(
        BytesIO(saved(client.get(at("score-sheet-save", province.sheet().pk))))
    )
    rows = {row[0]: row for row in book.get_sheet_by_index(0).to_python() if row[0]}
    assert rows["1.2"][3:5] == [6.0, 5.4]
    assert rows["1.2"][-1] == "=1+1"
    assert rows["2.1"][2] == "Hệ thống tính"
    assert rows["3.1"][2] == "Khảo sát"


def test_figures_typed_the_vietnamese_way_become_points_with_the_rule_that_holds(province: Province) -> None:
    client, sheet = signed_in(province, "khanh"), province.sheet()
    said = {"way": "score", "numerator": "1.800", "denominator": "2.000"}
    page = send(client, at("score-leaf", sheet.pk, "1.2"), {**said, "explanation": "Còn 200 việc."})
    words = text_of(page)
    assert "1.800 : 2.000 = 90 %" in words
    assert "80 % đến dưới 100 % (đang đúng) tỷ lệ × 6" in words
    assert "Thêm 200 ở tử số thì đạt 100 % và được 6 điểm." in words
    stored = LeafScore.objects.get(sheet=sheet, code="1.2").inputs
    assert stored == {"numerator": "1800", "denominator": "2000"}


@pytest.mark.covers("R-16")
def test_a_figure_that_reads_two_ways_is_asked_back_with_what_was_typed(province: Province) -> None:
    client, sheet = signed_in(province, "khanh"), province.sheet()
    said = {"way": "score", "numerator": "1,972", "denominator": "abc", "explanation": "Giữ lại câu này."}
    page = send(client, at("score-leaf", sheet.pk, "1.2"), said, 422)
    assert "<title>Lỗi: " in page
    assert "“1,972” đọc được hai cách" in page
    assert "“abc” không phải là số" in page
    assert 'value="1,972"' in page
    assert "Giữ lại câu này." in page
    assert not LeafScore.objects.filter(sheet=sheet).exists()


def test_what_the_rule_cannot_take_stands_beside_its_field(province: Province) -> None:
    client, sheet = signed_in(province, "khanh"), province.sheet()
    page = send(client, at("score-leaf", sheet.pk, "2.2"), {"way": "score", "points": "7"}, 422)
    assert 'href="#id_points">Điểm tự chấm: cao hơn điểm tối đa' in page
    assert not LeafScore.objects.filter(sheet=sheet).exists()


@pytest.mark.covers("R-15")
@pytest.mark.parametrize(("code", "why"), [("2.1", "không nhập tay được"), ("3.1", "Đơn vị không tự chấm")])
def test_a_leaf_that_is_counted_or_asked_about_has_no_field_and_says_why(
    province: Province, code: str, why: str
) -> None:
    client, here = signed_in(province, "khanh"), at("score-leaf", province.sheet().pk, code)
    page = read(client, here)
    assert why in page
    assert '<input class="govuk-input' not in page
    assert client.post(here, {"way": "score", "points": "1", "index": "90"}).status_code == 403
    assert not LeafScore.objects.filter(code=code).exists()


def test_a_leaf_is_ruled_out_with_its_reason(province: Province) -> None:
    client, sheet = signed_in(province, "khanh"), province.sheet()
    here = at("score-leaf", sheet.pk, "2.2")
    refused = send(client, here, {"way": "out", "reason": ""}, 422)
    assert "Nhập vì sao không áp dụng." in refused
    page = send(client, here, {"way": "out", "reason": "Không có bộ phận một cửa."})
    assert "không áp dụng" in text_of(page)
    assert "Không áp dụng: Không có bộ phận một cửa." in page


def test_evidence_names_section_and_page_and_only_those_concerned_open_it(province: Province) -> None:
    client, sheet = signed_in(province, "khanh"), province.sheet()
    province.declare("1.1", by=province.khanh, text="")
    here = at("score-evidence-add", sheet.pk, "1.1")
    refused = send(client, here, {**EVIDENCE, "section": "", "page": "", "file": a_paper()}, 422)
    assert "Nhập mục." in refused
    assert "Nhập trang." in refused
    assert "12/KH-UBND" in refused
    assert "Chưa có tài liệu" in text_of(read(client, at("score-sheet", sheet.pk)))
    page = text_of(send(client, here, {**EVIDENCE, "file": a_paper()}))
    assert "ngày 15/01/2026, mục II, trang 3" in page
    assert "1 tài liệu" in page
    file = at("score-evidence", Evidence.objects.get().pk)
    for who in ("ngoc", "thinh"):
        assert saved(signed_in(province, who).get(file)).startswith(b"%PDF")
    assert {signed_in(province, who).get(file).status_code for who in ("chu", "huong")} == {404}


def test_evidence_is_taken_back_while_the_sheet_is_open(province: Province) -> None:
    paper = province.prove("1.1", by=province.khanh)
    client = signed_in(province, "khanh")
    page = send(client, at("score-evidence-drop", paper.pk), {})
    assert "Đã rút tài liệu." in page
    paper.refresh_from_db()
    assert paper.withdrawn_at is not None


def test_a_leaf_is_given_to_a_unit_of_the_agency_which_the_way_to_the_next_band_names(
    province: Province,
) -> None:
    province.declare("1.2", by=province.khanh)
    client, sheet = signed_in(province, "khanh"), province.sheet()
    unit = province.units["H60.24/division"]
    here = at("score-leaf-give", sheet.pk, "1.2")
    other = province.units["H60.31/division"]
    assert "Chọn một mục trong danh sách." in send(client, here, {"unit_id": str(other.pk)}, 422)
    assert unit.name in text_of(send(client, here, {"unit_id": str(unit.pk)}))
    assert unit.name in text_of(read(client, at("score-ways", sheet.pk)))


def test_a_sheet_is_closed_to_other_agencies_and_open_to_the_office_for_reform(province: Province) -> None:
    here = at("score-sheet", province.sheet().pk)
    answers = {who: signed_in(province, who).get(here).status_code for who in ("chu", "tuan", "thinh", "duc")}
    assert answers == {"chu": 403, "tuan": 403, "thinh": 200, "duc": 200}


def test_an_address_that_asks_for_nothing_known_still_shows_the_sheet(province: Province) -> None:
    client, here = signed_in(province, "khanh"), at("score-sheet", province.sheet().pk)
    for query in ("?linh-vuc=77", "?tieu-chi=x", "?loc=moi", "?linh-vuc=%00&tieu-chi='"):
        assert leaves_in(read(client, f"{here}{query}")) == ["1-1", "1-2"]
    assert client.get(at("score-leaf", province.sheet().pk, "7.7")).status_code == 404
