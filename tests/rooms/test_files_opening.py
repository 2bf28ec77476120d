"""What becomes of a foreign file: opened, or refused with a sentence that cures."""

import hashlib
import io
import tracemalloc
import unicodedata

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from motcua.base.files.names import LONGEST, clean_name, ending_of
from motcua.base.files.opening import inspect
from motcua.base.files.sentences import sentence
from motcua.base.files.words import Kind, Limits, Opened, Problem, Trouble
from tests.rooms import foreign_files as files

SMALL = Limits(max_bytes=2_000_000, max_pages=3, max_seconds=5)


def look(body: bytes, name: str, limits: Limits = SMALL) -> Opened | Problem:
    return inspect(io.BytesIO(body), name, limits)


def trouble(body: bytes, name: str, limits: Limits = SMALL) -> Trouble:
    found = look(body, name, limits)
    assert isinstance(found, Problem)
    assert sentence(found).endswith(".")
    return found.trouble


def test_a_pdf_is_opened_and_its_pages_counted():
    body = files.pdf(pages=2)
    found = look(body, "Giấy khai sinh.PDF")
    assert found == Opened(Kind.PDF, len(body), hashlib.sha256(body).hexdigest(), pages=2)
    assert found.media_type == "application/pdf"


@pytest.mark.parametrize(("form", "name"), [("JPEG", "anh.jpg"), ("JPEG", "anh.jpeg"), ("PNG", "anh.png")])
def test_a_picture_is_opened_and_measured(form, name):
    found = look(files.picture(form), name)
    assert isinstance(found, Opened)
    assert (found.kind.name, found.pixels, found.pages) == (form, (64, 48), None)


def test_a_phone_picture_that_carries_a_second_frame_is_accepted():
    first, second = (Image.effect_noise((64, 48), n).convert("RGB") for n in (10, 20))
    out = io.BytesIO()
    first.save(out, "MPO", save_all=True, append_images=[second])
    assert isinstance(look(out.getvalue(), "a.jpg"), Opened)


def test_an_empty_file_is_refused():
    assert trouble(b"", "a.pdf") is Trouble.EMPTY


@pytest.mark.parametrize("name", ["a.exe", "a.pdf.exe", "a", "hoso\u202efdp.exe", "a.pdf/b.js"])
def test_a_name_without_an_allowed_ending_is_refused(name):
    assert trouble(files.pdf(), name) is Trouble.NOT_ALLOWED


@pytest.mark.parametrize("name", ["a.docx", "a.DOCM", "b.xlsm", "c.rtf"])
def test_an_office_file_is_told_to_become_a_pdf(name):
    assert trouble(files.pdf(), name) is Trouble.OFFICE


@pytest.mark.parametrize("name", ["a.svg", "a.svgz"])
def test_a_drawing_is_told_to_become_a_picture(name):
    assert trouble(b"<svg/>", name) is Trouble.DRAWING


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a.png"])
@pytest.mark.parametrize("body", [files.program(), b"plain text", files.archive()])
def test_a_renamed_file_is_not_what_it_says(body, name):
    assert trouble(body, name) is Trouble.WRONG_KIND


def test_a_program_renamed_pdf_is_told_to_be_no_real_pdf():
    found = look(files.program(), "a.pdf")
    assert isinstance(found, Problem)
    assert sentence(found).startswith("Tệp này không phải PDF thật")


def test_a_png_named_jpg_is_told_its_right_ending():
    found = look(files.picture("PNG"), "a.jpg")
    assert isinstance(found, Problem)
    assert sentence(found) == "Tệp này có đuôi .jpg nhưng thật ra là PNG. Đổi đuôi thành .png rồi tải lên."


@pytest.mark.parametrize("name", ["IMG_1.heic", "IMG_1.jpg", "IMG_1.HEIF"])
def test_a_heic_picture_is_told_how_to_become_a_jpg(name):
    found = look(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100), name)
    assert isinstance(found, Problem)
    assert sentence(found) == "Ảnh này có định dạng HEIC. Lưu lại thành JPG rồi tải lên."


@pytest.mark.parametrize(
    ("body", "name"),
    [(files.pdf(), "a.pdf"), (files.picture("JPEG"), "a.jpg"), (files.picture("PNG"), "a.png")],
)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_corrupt(body, name, share):
    assert isinstance(look(body, name), Opened)
    assert trouble(body[: int(len(body) * share)], name) is Trouble.CORRUPT


def test_a_pdf_without_pages_is_corrupt():
    assert trouble(files.pdf(pages=0), "a.pdf") is Trouble.CORRUPT


@pytest.mark.parametrize("password", ["bí mật", ""])
def test_a_pdf_under_a_password_is_refused(password):
    assert trouble(files.pdf(password=password), "a.pdf") is Trouble.ENCRYPTED


def test_a_pdf_of_too_many_pages_tells_how_many():
    found = look(files.pdf(pages=4), "a.pdf")
    assert found == Problem(Trouble.TOO_MANY_PAGES, ending=".pdf", limit=3, actual=4)
    assert sentence(found) == "Tệp PDF này có 4 trang, nhiều hơn mức 3. Tách thành nhiều tệp."


def script_at_opening(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def script_by_name(made: pikepdf.Pdf) -> None:
    made.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array()))


def launch_from_a_link(made: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    made.pages[0].Annots = pikepdf.Array([link])


def script_deep_in_an_indirect_field(made: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript)
    field = made.make_indirect(pikepdf.Dictionary(AA=pikepdf.Dictionary(K=action)))
    made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))


def attachment(made: pikepdf.Pdf) -> None:
    made.attachments["a.txt"] = b"hidden"


@pytest.mark.parametrize(
    "change",
    [script_at_opening, script_by_name, launch_from_a_link, script_deep_in_an_indirect_field, attachment],
)
def test_a_pdf_that_acts_or_carries_files_is_refused(change):
    assert trouble(files.pdf(change), "a.pdf") is Trouble.ACTIVE_CONTENT


def test_a_pdf_that_opens_at_a_page_is_accepted():
    def open_at_first(made: pikepdf.Pdf) -> None:
        made.Root.OpenAction = pikepdf.Array([made.pages[0].obj, pikepdf.Name.Fit])

    assert isinstance(look(files.pdf(open_at_first), "a.pdf"), Opened)


@pytest.mark.parametrize(
    ("body", "name"),
    [(files.pdf(), "a.pdf"), (files.picture("JPEG"), "a.jpg"), (files.picture("PNG"), "a.png")],
)
@pytest.mark.parametrize("tail", [files.archive(), b"<HTML><body>x", b"<script>x", b"<?php x"])
def test_a_file_that_is_two_kinds_at_once_is_refused(body, name, tail):
    assert trouble(body + tail, name) is Trouble.POLYGLOT


def test_foreign_text_across_two_chunks_is_found():
    body = files.picture("JPEG", (300, 300))
    padded = body + bytes(64 * 1024 - len(body) - 3 if len(body) < 60_000 else 64 * 1024 * 2 - len(body) - 3)
    assert trouble(padded + b"<script>", "a.jpg") is Trouble.POLYGLOT
    assert isinstance(look(padded, "a.jpg"), Opened)


def test_a_bomb_of_pixels_is_refused_by_its_head():
    body = files.bomb()
    assert len(body) < SMALL.max_bytes
    assert trouble(body, "a.png") is Trouble.TOO_MANY_PIXELS


def test_a_picture_just_beyond_the_limit_of_pixels_is_refused():
    body = files.picture("PNG", (100, 100))
    assert trouble(body, "a.png", Limits(max_pixels=9_999)) is Trouble.TOO_MANY_PIXELS
    assert isinstance(look(body, "a.png", Limits(max_pixels=10_000)), Opened)


def test_a_pdf_that_unpacks_beyond_the_memory_of_its_reader_is_refused():
    body, tight = files.pdf_bomb(2048), Limits(max_memory=256 * 1024 * 1024)
    assert len(body) < 10_000
    assert trouble(body, "a.pdf", tight) is Trouble.TOO_COMPLEX
    assert isinstance(look(files.pdf_bomb(1), "a.pdf", tight), Opened)


def test_a_decoder_that_needs_too_long_is_ended():
    assert (
        trouble(files.pdf_bomb(3000), "a.pdf", Limits(max_memory=8 << 30, max_seconds=1))
        is Trouble.TOO_COMPLEX
    )


def test_a_file_of_200_megabytes_is_refused_after_the_limit_in_little_memory():
    stream = files.Endless(200 * 1024 * 1024, b"%PDF-1.7\n")
    tracemalloc.start()
    try:
        found = inspect(stream, "a.pdf")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(found, Problem)
    assert sentence(found).startswith("Tệp này lớn hơn 10\u00a0MB.")
    assert stream.read_so_far <= 10 * 1024 * 1024 + 64 * 1024
    assert peak < 1024 * 1024


def test_a_file_of_exactly_the_limit_is_accepted():
    body = files.pdf()
    assert isinstance(look(body, "a.pdf", Limits(max_bytes=len(body))), Opened)
    assert trouble(body, "a.pdf", Limits(max_bytes=len(body) - 1)) is Trouble.TOO_LARGE


@pytest.mark.parametrize("what", Trouble)
@pytest.mark.parametrize("ending", ["", ".pdf", ".exe"])
def test_every_trouble_has_a_sentence(what, ending):
    said = sentence(Problem(what, ending=ending, found=".exe", limit=1_234_567, actual=2))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Giấy khai sinh.pdf", "Giấy khai sinh.pdf"),
        (unicodedata.normalize("NFD", "Giấy.pdf"), "Giấy.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Hoa\\ảnh.JPG", "ảnh.JPG"),
        ("a\x00b\r\nc.pdf", "ab c.pdf"),
        ("hoso\u202efdp.exe", "hosofdp.exe"),
        ("a\u200b\ufeff.pdf", "a.pdf"),
        ("..", "tep"),
        ("", "tep"),
        (".pdf", "pdf"),
        ("CON.pdf", "_CON.pdf"),
        ('a"b<c>|?*.png', "a_b_c____.png"),
        ("a.pdf. . ", "a.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_cleaned(given_name, kept):
    assert clean_name(given_name) == kept


@given(st.text())
def test_a_clean_name_is_short_plain_and_stays_as_it_is(name):
    clean = clean_name(name)
    assert 0 < len(clean) <= LONGEST
    assert clean_name(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert not any(unicodedata.category(c).startswith("C") or c in '/\\<>:"|?*' for c in clean)
    assert not clean.startswith(".")


@given(st.text(), st.sampled_from([".pdf", ".jpg", ".png"]))
def test_a_name_keeps_its_ending_by_cleaning(name, ending):
    assert ending_of(clean_name(f"{name}x{ending}")) == ending
