"""The typesetting of official papers."""

import io
import os
import shutil
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from motcua.base.print import FontsMissing, check_fonts, code128_svg, fonts, qr_svg, render
from motcua.casework.dossiers.words import PaperSize
from tests.rooms import papers

PAPERS = [
    papers.receipt,
    papers.supplement,
    papers.refusal,
    papers.extension,
    papers.stop,
    papers.control,
    papers.result,
]
DEMO = "BẢN THỬ NGHIỆM, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.fixture
def private_fonts(tmp_path: Path) -> Path:
    return Path(shutil.copytree(fonts.folder(), tmp_path / "fonts"))


@pytest.mark.parametrize("paper", PAPERS)
def test_the_same_paper_gives_the_same_bytes(paper):
    assert paper().render(papers.AT) == paper().render(papers.AT)


def test_another_fact_gives_other_bytes():
    same = [papers.register().render(papers.AT) for _ in range(2)]
    assert same[0] == same[1]
    assert papers.register(2).render(papers.AT) != same[0]
    assert papers.control().render(papers.AT) != papers.control(5).render(papers.AT)
    assert papers.extension(reason="Khác").render(papers.AT) != papers.extension().render(papers.AT)
    assert papers.stop(settlement="Khác").render(papers.AT) != papers.stop().render(papers.AT)


def test_another_moment_gives_other_bytes():
    later = papers.AT.replace(minute=16)
    assert papers.receipt().render(papers.AT) != papers.receipt().render(later)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_is_pdf_a_and_carries_its_code(paper):
    made = paper().render(papers.AT)
    with pikepdf.open(io.BytesIO(made)) as pdf, pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "B")
    assert papers.CODE in pages(made)[0]


def size_of(paper):
    return [round(float(x)) for x in PdfReader(io.BytesIO(paper.render(papers.AT))).pages[0].mediabox[2:]]


@pytest.mark.covers("T-43")
def test_slips_are_a5_and_results_a4():
    for slip in (papers.receipt, papers.supplement, papers.refusal, papers.extension, papers.stop):
        assert size_of(slip()) == [420, 595]
    assert size_of(papers.result()) == [595, 842]


def test_the_control_slip_comes_in_both_sizes_and_the_register_lies_across():
    assert [size_of(papers.control(size=size)) for size in PaperSize] == [[420, 595], [595, 842]]
    assert size_of(papers.register()) == [842, 595]


def test_a_register_repeats_its_head_and_begins_each_volume_on_a_page():
    lines = tuple(papers.line(n) for n in range(1, 31))
    made = pages(papers.register(volumes=((1, lines[:20]), (2, lines[20:])), closing=None).render(papers.AT))
    assert len(made) > 3
    assert all("Tên thủ tục hành chính" in page for page in made)
    (begins,) = [page for page in made if "quyển số 02" in page]
    assert "0021" in begins
    assert "0020" not in begins


def test_a_closing_line_is_never_parted_from_its_signature():
    for count in range(5, 12):
        last = pages(papers.register(count).render(papers.AT))[-1]
        assert "Khóa sổ năm 2026" in last
        assert "Nguyễn Thị Lan" in last


def test_a_code_of_the_oldest_pattern_keeps_its_groups_in_a_register():
    line = papers.line(1, code="000.00.01.H22-20260609-0092637")
    (text,) = pages(papers.register(volumes=((1, (line,)),), closing=None).render(papers.AT))
    bare = text.replace("\u200b", "").replace(" ", "")
    assert "000.00.01.H22-20260609-0092637" in bare


def test_a_receipt_says_what_was_received_and_when_the_result_comes():
    (text,) = pages(papers.receipt().render(papers.AT))
    for said in (
        "Tiếp nhận hồ sơ của: Lý Thị Hoa",
        "Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 16 tháng 11 năm 2026",
        "ngày 23 tháng 11 năm 2026",
        "Quyển số 03, số thứ tự 1287",
        "Thời gian ký: 16/11/2026 08:15:42",
        "trang 1/1",
    ):
        assert said in text


def test_a_field_without_value_leaves_no_empty_line():
    (text,) = pages(papers.receipt(fees=(), register_volume="", register_no="").render(papers.AT))
    assert "Phí, lệ phí" not in text
    assert "Vào Sổ" not in text
    assert "Email" not in text


def test_ten_papers_run_to_a_second_page_with_the_signatures_whole():
    first, second = pages(papers.receipt(components=papers.components(10)).render(papers.AT))
    assert "NGƯỜI NỘP HỒ SƠ" not in first
    for part in ("NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "Lý Thị Hoa", "Trần Thu Trang", "trang 2/2"):
        assert part in second


def test_a_table_that_breaks_repeats_its_head():
    made = pages(papers.receipt(components=papers.components(30)).render(papers.AT))
    listing = [page for page in made if "Bản chụp" in page]
    assert len(listing) > 1
    assert all("TT Tên giấy tờ" in page for page in listing)


@pytest.mark.parametrize("count", range(1, 16))
def test_no_number_of_papers_parts_the_signatures(count):
    last = pages(papers.receipt(components=papers.components(count)).render(papers.AT))[-1]
    assert "NGƯỜI NỘP HỒ SƠ" in last
    assert "Trần Thu Trang Tra cứu" in last.replace("Lý Thị Hoa ", "") or last.endswith("Trần Thu Trang")


@pytest.mark.parametrize("length", [180, 1094])
def test_a_long_name_is_printed_whole(length):
    name = ("Cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản " * 20)[: length - 1] + "X"
    text = " ".join(pages(papers.receipt(procedure=name).render(papers.AT)))
    assert " ".join(name.split()) in text


@pytest.mark.parametrize("paper", PAPERS)
def test_only_a_demonstration_says_that_it_has_no_legal_force(paper):
    assert DEMO in pages(paper(demo=True).render(papers.AT))[0]
    assert DEMO not in pages(paper().render(papers.AT))[0]


@pytest.mark.parametrize("strange", ["李", "😀", "\x07", "\ud800"])
def test_a_letter_that_the_fonts_lack_is_printed_as_an_empty_box(strange):
    (text,) = pages(papers.receipt(procedure=f"Tên {strange} lạ").render(papers.AT))
    assert "Tên □ lạ" in text


def test_markup_in_a_name_stays_text():
    name = '#panic("x") *đậm* $1$ <a> @b \\ `c` "]'
    (text,) = pages(papers.receipt(procedure=name).render(papers.AT))
    assert name.replace(" ", "") in text.replace(" ", "")


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        render("casework/dossiers/papers/m01.typ", {}, at=datetime(2026, 11, 16))


def test_the_fonts_in_use_have_every_vietnamese_letter():
    assert check_fonts(fonts.folder()) == []
    assert len(fonts.VIETNAMESE) == 2 * (12 * 6 + 1)


def test_a_font_without_one_letter_is_refused(private_fonts):
    (path,) = [p for p in private_fonts.iterdir() if TTFont(p)["name"].getBestFullName() == "Tinos Bold"]
    font = TTFont(path)
    thin = subset.Subsetter(subset.Options(name_IDs=["*"]))
    thin.populate(unicodes=set(font.getBestCmap()) - {ord("ệ")})
    thin.subset(font)
    font.save(path)
    (problem,) = check_fonts(private_fonts)
    assert "normal 700 thiếu các chữ: ệ." in problem


def test_a_missing_style_is_named(private_fonts):
    for path in private_fonts.iterdir():
        if TTFont(path)["name"].getBestFullName() == "Tinos Italic":
            os.unlink(path)
    (problem,) = check_fonts(private_fonts)
    assert "Tinos italic 400" in problem


def test_without_fonts_nothing_is_printed_and_the_cure_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("MOTCUA_FONT_DIR", str(tmp_path / "none"))
    with pytest.raises(FontsMissing, match="make assets"):
        papers.receipt().render(papers.AT)


def test_codes_are_the_same_bytes_and_keep_their_quiet_zones():
    assert qr_svg(papers.URL) == qr_svg(papers.URL)
    assert 'd="M4 4.5h7' in qr_svg(papers.URL)
    assert code128_svg(papers.CODE) == code128_svg(papers.CODE)
    assert code128_svg(papers.CODE).count('<rect x="2.500mm"') == 1


@pytest.mark.parametrize("text", ["", "Hồ sơ", "a\nb"])
def test_code_128_refuses_what_it_cannot_hold(text):
    with pytest.raises(ValueError, match="ASCII"):
        code128_svg(text)
