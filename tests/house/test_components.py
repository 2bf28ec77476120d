"""The face: components, tokens, forms, error pages."""

import re
from calendar import monthrange
from datetime import date
from pathlib import Path

import pytest
from django import forms
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.ui import gallery, words
from motcua.base.ui.charts import trend
from motcua.base.ui.forms import DateField, Form, problems
from motcua.base.ui.forms.dates import PARTS
from motcua.base.ui.frame import Frame, MenuEntry
from motcua.reference.forms import gallery as eforms

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "src/motcua/base/ui"
TEMPLATES = UI / "templates"
THEME = ROOT / "assets/theme"
PAGES = {each.name: each.callback for each in (*gallery.urlpatterns, *eforms.urlpatterns)}


def gallery_page(name: str) -> HttpResponse:
    view = PAGES[name]
    response: HttpResponse = view(RequestFactory().get("/"))
    return response


# --- the house ---


def used_by(template: Path, seen: set[Path]) -> set[Path]:
    if template in seen or not template.exists():
        return seen
    seen.add(template)
    text = template.read_text()
    for name in re.findall(r"<c-([a-z-]+)", text):
        used_by(TEMPLATES / "cotton" / f"{name.replace('-', '_')}.html", seen)
    for name in re.findall(r'(?:include|extends) "([^"]+)"', text):
        used_by(TEMPLATES / name, seen)
    return seen


def test_every_component_appears_in_the_gallery():
    seen: set[Path] = set()
    for page in TEMPLATES.glob("ui/gallery*.html"):
        used_by(page, seen)
    used_by(TEMPLATES / "ui/forms/field.html", seen)
    assert {path.name for path in TEMPLATES.glob("cotton/*.html")} == {
        path.name for path in seen if path.parent.name == "cotton"
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_gallery_page_has_one_heading_equal_to_its_title(name):
    page = gallery_page(name).content.decode()
    headings = re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", page, re.DOTALL)
    title = re.search(r"<title>(?:Lỗi: )?(.*) – Một Cửa</title>", page)
    assert len(headings) == 1
    assert title is not None
    assert title[1] == headings[0]


@pytest.mark.parametrize("name", PAGES)
def test_ids_on_a_gallery_page_are_unique_and_its_references_lead_somewhere(name):
    page = gallery_page(name).content.decode()
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    groups = re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', page)
    referred = [part for group in groups for part in group.split()]
    referred += re.findall(r'\bfor="([^"]+)"', page) + re.findall(r'data-follow="([^"]+)"', page)
    assert set(referred) <= set(ids)


def page_templates() -> list[Path]:
    parts = {TEMPLATES / "cotton", TEMPLATES / "ui/forms"}
    return [path for path in (ROOT / "src").rglob("templates/**/*.html") if path.parent not in parts]


def test_page_templates_use_our_own_class_names_only():
    assert [path for path in page_templates() if "govuk-" in path.read_text()] == []


def test_no_template_carries_inline_style_or_script():
    inline = re.compile(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|<style")
    templates = (ROOT / "src").rglob("templates/**/*.html")
    assert [path for path in templates if inline.search(path.read_text())] == []


def test_every_icon_that_is_named_is_built():
    built = set((ROOT / "assets/icons.txt").read_text().split())
    markup = "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    named = set(re.findall(r'<c-icon name="([a-z0-9-]+)"|\bicon="([a-z0-9-]+)"', markup))
    named = {name for pair in named for name in pair if name}
    named |= {look.icon for look in (*words.STATES.values(), *words.DUES.values())}
    named |= {*words.BANNERS.values(), *words.TONE_ICONS.values()}
    named |= {icon for icon, _ in (*words.PAPERS.values(), *words.STAGES.values())}
    assert named <= built


# --- tokens ---


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def token(name: str) -> str:
    found = re.search(rf"^\${name}: (#[0-9a-f]{{6}});", (THEME / "_settings.scss").read_text(), re.MULTILINE)
    assert found is not None, name
    return found[1]


@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "white", 17.8),
        ("ink-2", "white", 7.6),
        ("ink-2", "wash", 7.0),
        ("line", "white", 3.7),
        ("action", "white", 8.3),
        ("action", "action-wash", 7.3),
        ("action-deep", "action-wash", 10.1),
        ("good", "white", 6.5),
        ("good", "good-wash", 5.7),
        ("warn", "white", 6.7),
        ("warn", "warn-wash", 6.1),
        ("error", "white", 6.6),
        ("error", "error-wash", 5.7),
        ("mute", "mute-wash", 9.1),
        ("ink", "focus", 12.4),
        ("white", "brand", 7.9),
        ("star", "brand", 6.0),
        ("ink", "mark", 15.9),
    ],
)
def test_a_token_keeps_its_contrast(text, ground, least):
    assert contrast(token(text), token(ground)) >= least


def test_the_contrast_measure_knows_black_white_and_grey():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


# --- dates ---


class BirthForm(Form):
    born = DateField(label="Ngày sinh", latest=date(2026, 11, 25))
    home = forms.CharField(label="Nơi ở", max_length=5)


def birth(day: str, month: str, year: str) -> BirthForm:
    return BirthForm({"born_day": day, "born_month": month, "born_year": year, "home": "Tổ 2"})


@pytest.mark.parametrize(
    ("typed", "sentence", "boxes"),
    [
        (("31", "11", "2026"), "Tháng 11 chỉ có 30 ngày. Nhập lại ngày.", "day"),
        (("29", "2", "2026"), "Tháng 2 năm 2026 chỉ có 28 ngày. Nhập lại ngày.", "day"),
        (("32", "1", "2026"), "Ngày là số từ 1 đến 31. Nhập lại ngày.", "day"),
        (("5", "13", "2026"), "Tháng là số từ 1 đến 12. Nhập lại tháng.", "month"),
        (("5", "mười", "2026"), "Tháng là số từ 1 đến 12. Nhập lại tháng.", "month"),
        (("5", "11", "26"), "Năm có 4 chữ số, ví dụ 1990. Nhập lại năm.", "year"),
        (("5", "11", "1899"), "Năm phải từ 1900 trở đi. Nhập lại năm.", "year"),
        (("5", "", ""), "Nhập thêm tháng và năm.", "month year"),
        (("", "", ""), "Nhập ngày sinh.", "day month year"),
        (("26", "11", "2026"), "Nhập ngày không muộn hơn 25/11/2026.", "day month year"),
    ],
)
def test_a_wrong_date_gets_a_cure_and_only_its_wrong_boxes_turn_red(typed, sentence, boxes):
    form = birth(*typed)
    assert form.errors["born"] == [sentence]
    field = form["born"].as_field_group()
    red = re.findall(r'govuk-input--error"\s+id="id_born_(\w+)"', field)
    assert red == boxes.split()
    assert problems(form)[0].href == f"#id_born_{red[0]}"


@pytest.mark.parametrize("typed", [("5", "11", "2026"), ("05", "11", "2026"), (" 5 ", " 11 ", "2026")])
def test_a_right_date_is_read(typed):
    form = birth(*typed)
    assert form.is_valid()
    assert form.cleaned_data["born"] == date(2026, 11, 5)


@given(st.dates(date(1900, 1, 1), date(2026, 11, 25)))
def test_every_day_of_the_calendar_can_be_typed(day):
    form = birth(str(day.day), str(day.month), str(day.year))
    assert form.is_valid()
    assert form.cleaned_data["born"] == day


@given(*[st.text(st.characters(codec="utf-8"), max_size=6)] * 3)
def test_whatever_is_typed_is_a_day_or_names_the_boxes_to_mend(day, month, year):
    form = birth(day, month, year)
    if not form.is_valid():
        codes = [str(error.code) for error in form.errors.as_data()["born"]]
        assert all(code == "required" or set(code.split()[1:]) <= PARTS.keys() for code in codes)
    else:
        born = form.cleaned_data["born"]
        assert 1 <= born.day <= monthrange(born.year, born.month)[1]


def test_what_was_typed_comes_back():
    field = birth("31", "mười <b>", "2026")["born"].as_field_group()
    assert 'value="mười &lt;b&gt;"' in field


# --- forms ---


def test_the_messages_of_django_give_way_to_cures():
    form = gallery.GalleryForm({"name": "x" * 81, "number": "12", "place": "hospital", "agreed": ""})
    said = {name: errors[0] for name, errors in form.errors.items()}
    assert said == {
        "name": "Rút ngắn còn tối đa 80 ký tự. Bạn đã nhập 81.",
        "number": "Số định danh có 12 chữ số.",
        "born": "Nhập ngày sinh.",
        "clinic": "Nhập tên cơ sở y tế.",
        "ward": "Chọn xã, phường.",
        "slip": "Chọn tệp giấy chứng sinh.",
        "agreed": "Đánh dấu ô “Tôi cam đoan những điều trên là đúng” để tiếp tục.",
    }


def test_a_message_that_the_form_gives_itself_stays():
    class OwnForm(Form):
        name = forms.CharField(label="Tên", error_messages={"required": "Cho biết tên của bé."})

    assert OwnForm({}).errors["name"] == ["Cho biết tên của bé."]


def test_the_summary_follows_the_order_of_fields_and_repeats_the_sentences():
    class OrderedForm(Form):
        first = forms.CharField(label="Họ tên")
        second = forms.ChoiceField(label="Nơi nhận", choices=[("a", "A")], widget=forms.RadioSelect)
        third = forms.IntegerField(label="Số bản")

        def clean(self) -> None:
            self.add_error(None, "Chọn ngày làm việc khác.")

    found = [(problem.text, problem.href) for problem in problems(OrderedForm({"third": "hai"}))]
    assert found == [
        ("Chọn ngày làm việc khác.", ""),
        ("Nhập họ tên.", "#id_first"),
        ("Chọn nơi nhận.", "#id_second_0"),
        ("Số bản: nhập số, chỉ gồm các chữ số từ 0 đến 9.", "#id_third"),
    ]


def test_a_fresh_form_has_no_problems():
    assert problems(BirthForm()) == ()


def test_a_choice_opens_the_fields_that_follow_from_it():
    form = gallery.GalleryForm(gallery.WRONG)
    assert "clinic" not in [field.name for field in form.leading]
    assert 'id="id_clinic"' in form["place"].as_field_group()


class PlaceForm(Form):
    follow = {"place": {"hospital": ("clinic",)}}
    place = forms.ChoiceField(label="Nơi sinh", choices=[("hospital", "Bệnh viện"), ("home", "Tại nhà")])
    clinic = forms.CharField(label="Tên cơ sở y tế", max_length=5)


@pytest.mark.parametrize("left_over", ["", "Bệnh viện Đa khoa"])
def test_a_field_under_a_choice_not_made_is_not_asked(left_over):
    form = PlaceForm({"place": "home", "clinic": left_over}, initial={"clinic": "Trạm"})
    assert form.is_valid()
    assert not form.cleaned_data["clinic"]


def test_a_field_under_the_choice_made_is_asked():
    form = PlaceForm({"place": "hospital", "clinic": ""})
    assert form.errors == {"clinic": ["Nhập tên cơ sở y tế."]}


def test_a_page_that_failed_says_so_in_its_title_and_links_to_the_fields():
    page = gallery_page("gallery_failed").content.decode()
    assert "<title>Lỗi: Trẻ sinh khi nào và ở đâu? – Một Cửa</title>" in page
    assert 'href="#id_born_day">Ngày sinh: tháng 11 chỉ có 30 ngày. Nhập lại ngày.</a>' in page
    assert 'id="id_born_day"' in page


# --- frame and error pages ---


def test_a_title_cannot_smuggle_markup():
    page = render_to_string("ui/gallery_long.html", {"longest_name": "<script>x</script>", "ui": Frame()})
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_a_post_entry_of_the_menu_is_a_form_with_a_token():
    request = RequestFactory().get("/")
    request.ui = Frame(office="UBND", sign_in=MenuEntry("Đăng nhập", "/vao/", post=True))
    page = render_to_string("404.html", request=request)
    assert 'action="/vao/"' in page
    assert "csrfmiddlewaretoken" in page


@pytest.mark.parametrize("name", ["400.html", "500.html", "503.html"])
def test_a_page_of_a_broken_house_needs_neither_request_nor_database(name):
    page = render_to_string(name)
    assert "<b>1022</b>" in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "404.html"])
def test_a_refusal_tells_what_to_do_next(name):
    page = render_to_string(name, request=RequestFactory().get("/"))
    assert "<b>1022</b>" in page
    assert page.count("<h1") == 1


def test_a_file_field_brings_the_icons_of_its_rows_for_the_script():
    class Sending(Form):
        slip = forms.FileField(label="Giấy chứng sinh")

    html = Sending()["slip"].as_field_group()
    marks = re.search(r"<template data-file-marks>(.*)</template>", html, re.DOTALL)
    assert marks is not None
    assert re.findall(r'data-mark="(\w+)"', marks[1]) == ["going", "done", "bad"]
    scripts = "".join((ROOT / "assets" / name).read_text() for name in ("motcua.js", "uploads.js"))
    assert set(re.findall(r'(?:data-mark=|"|, )(going|done|bad)\b', scripts)) == {"going", "done", "bad"}


def test_a_line_over_time_is_drawn_anew_for_a_narrow_screen():
    chart = trend(
        "Trong hạn", ["08/2026", "09/2026", "10/2026", "11/2026"], [0.9, None, 0.95, 1.0], ["a", "", "b", "c"]
    )
    assert chart.narrow is not None
    assert chart.narrow.width < 360 < chart.width
    assert [len(one.points) for one in (chart, chart.narrow)] == [3, 3]
    assert [one.words for one in chart.narrow.names] == ["09/2026", "11/2026"]
    assert all(0 <= x <= chart.narrow.width for x, _ in chart.narrow.points)
