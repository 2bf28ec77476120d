"""Every component in every state, and the bones of the main screens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.generic import TemplateView

from motcua.base.ui import gallery_charts
from motcua.base.ui.charts import trend
from motcua.base.ui.flows import Stop, flow
from motcua.base.ui.forms import DateField, Form, Option, Problem
from motcua.base.ui.frame import Column, Frame, MenuEntry, Person
from motcua.base.ui.words import STATES

LONG_NAME = (
    "Đăng ký biến động đối với trường hợp thay đổi quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất "
    "theo thỏa thuận của các thành viên hộ gia đình hoặc của vợ và chồng đã đăng ký"
)
LONGEST_NAME = (LONG_NAME + "; " + LONG_NAME[0].lower() + LONG_NAME[1:] + "; ") * 3
LONGEST_NAME = LONGEST_NAME[:1093] + "."
PLACES = (
    ("hospital", "Bệnh viện, trạm y tế"),
    ("home", "Tại nhà"),
    ("other", Option("Nơi khác", hint="Trên đường, trên xe, trong rừng hoặc ở nước ngoài.")),
)


class GalleryForm(Form):
    """One field of each kind."""

    follow = {"place": {"hospital": ("clinic",)}}
    name = forms.CharField(label="Họ, chữ đệm và tên", help_text="Như trên thẻ căn cước.", max_length=80)
    number = forms.RegexField(
        r"^\d{12}$",
        label="Số định danh cá nhân",
        help_text="12 chữ số.",
        max_length=12,
        error_messages={"invalid": "Số định danh có 12 chữ số."},
    )
    born = DateField(label="Ngày sinh", help_text="Ghi như trên Giấy chứng sinh, ví dụ 5\u00a011\u00a02026.")
    place = forms.ChoiceField(label="Nơi sinh", choices=PLACES, widget=forms.RadioSelect)
    clinic = forms.CharField(label="Tên cơ sở y tế", help_text="Gõ vài chữ rồi chọn trong danh sách.")
    ward = forms.ChoiceField(label="Xã, phường", choices=[("", "Chọn"), ("1", "Phường Minh Xuân")])
    receive = forms.MultipleChoiceField(
        label="Nhận kết quả",
        choices=[("file", "Bản điện tử, ngay khi ký"), ("paper", "Thêm bản giấy, tại quầy")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    slip = forms.FileField(label="Giấy chứng sinh", help_text="PDF, JPG hoặc PNG, tối đa 10 MB.")
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label="Tôi cam đoan những điều trên là đúng")


class Line(NamedTuple):
    """A row of a summary list."""

    term: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Choice:
    """A choice of a facet, with how many it leaves."""

    value: str
    label: str
    count: int
    chosen: bool = False


COLOURS = (
    ("ink", "chữ"),
    ("ink-2", "chữ phụ"),
    ("line", "viền ô nhập"),
    ("rule", "đường ngăn"),
    ("wash", "nền khối"),
    ("action", "nút, liên kết"),
    ("action-deep", "khi trỏ vào"),
    ("action-wash", "nền đang chọn"),
    ("good", "xong, đạt"),
    ("good-wash", "nền xong"),
    ("warn", "chờ, sắp hạn"),
    ("warn-wash", "nền chờ"),
    ("error", "lỗi, quá hạn"),
    ("error-wash", "nền lỗi"),
    ("mute-wash", "nền đã dừng"),
    ("focus", "tiêu điểm"),
    ("brand", "chỉ ở dải đầu trang"),
    ("star", "chỉ trên brand"),
    ("mark", "chữ khớp khi tìm"),
)
BROKEN = (
    ("400", "Chưa nhận được trang bạn gửi"),
    ("403", "Bạn chưa được mở trang này"),
    ("403_csrf", "Trang này mở đã quá lâu"),
    ("404", "Không có trang này"),
    ("500", "Chúng tôi đang gặp lỗi"),
    ("503", "Trang đang tạm ngừng"),
)
CHOICES = (Choice("commune", "Xã, phường", 11, chosen=True), Choice("province", LONG_NAME, 2))
CHIPS = (MenuEntry("Xã, phường", "#"), MenuEntry(LONG_NAME, "#"))
WRONG = {
    "name": "",
    "number": "00819000482",
    "born_day": "31",
    "born_month": "11",
    "born_year": "2026",
    "place": "hospital",
}
FILLED = {"name": "Nguyễn Thị Ngọc Diễm", "born": date(2026, 11, 5), "place": "home", "receive": ["file"]}

FOOTER = (
    Column(
        "Trung tâm Phục vụ hành chính công tỉnh Tuyên Quang",
        "Gọi 1022 trong giờ làm việc: 07:30–11:30 và 13:30–17:30, thứ Hai đến thứ Sáu.",
    ),
    Column("Trợ giúp", "", (MenuEntry("Hướng dẫn nộp hồ sơ", "#"), MenuEntry("Phản ánh, kiến nghị", "#"))),
    Column(
        "Công khai", "", (MenuEntry("Tình hình giải quyết hồ sơ", "#"), MenuEntry("Danh mục thủ tục", "#"))
    ),
    Column(
        "Về trang này", "", (MenuEntry("Bảo vệ dữ liệu cá nhân", "#"), MenuEntry("Tuyên bố tiếp cận", "#"))
    ),
)
CITIZEN = Frame(
    office="Ủy ban nhân dân tỉnh Tuyên Quang",
    menu=(
        MenuEntry("Thủ tục", "#", current=True),
        MenuEntry("Tra cứu hồ sơ", "#"),
        MenuEntry("Phản ánh, kiến nghị", "#"),
        MenuEntry("Trợ giúp", "#"),
    ),
    sign_in=MenuEntry("Đăng nhập bằng VNeID", "#"),
    languages=(MenuEntry("Tiếng Việt", "", current=True), MenuEntry("English", "#")),
    footer=FOOTER,
)
DESK = Frame(
    office="UBND phường Minh Xuân",
    place="tỉnh Tuyên Quang",
    today="Thứ Tư, 25/11/2026",
    menu=(
        MenuEntry("Việc của tôi", "#", current=True, count=12),
        MenuEntry("Tiếp nhận", "#"),
        MenuEntry("Hồ sơ", "#"),
    ),
    person=Person(
        "Nguyễn Quang Huy", entries=(MenuEntry("Phím tắt", "#"), MenuEntry("Đăng xuất", "#", post=True))
    ),
    search_url="#",
    search_label="Mã hồ sơ, tên, thủ tục",
)


class Showcase(TemplateView):
    """One page of the gallery, in the frame of its door."""

    frame = CITIZEN
    status = 200

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page."""
        request.ui = self.frame  # type: ignore[attr-defined]  # doors put the frame on the request by this name
        return render(request, self.get_template_names(), facts(), status=self.status)


def facts() -> Mapping[str, Any]:
    """Return what the gallery templates show."""
    return {
        "form": GalleryForm(initial=FILLED, auto_id="id_filled_%s"),
        "failed": GalleryForm(WRONG),
        "solo": GalleryForm(auto_id="id_solo_%s"),
        "states": list(STATES),
        "colours": COLOURS,
        "broken": BROKEN,
        "few": CHOICES,
        "chips": CHIPS,
        "page": Paginator(range(2048), 50).page(2),
        "long_name": LONG_NAME,
        "trend": trend(
            "Tỷ lệ trong hạn từng tháng, 05/2026 đến 10/2026. Tháng gần nhất: 94,2\u00a0%.",
            ("05/2026", "06/2026", "07/2026", "08/2026", "09/2026", "10/2026"),
            (0.88, 0.91, None, 0.9, 0.93, 0.942),
            ("88,0\u00a0%", "91,0\u00a0%", "", "90,0\u00a0%", "93,0\u00a0%", "94,2\u00a0%"),
        ),
        "flow": flow(
            "Quy trình 5 bước. Bước 2 rẽ nhánh.",
            (
                Stop("4 giờ"),
                Stop("16 giờ", marked=True, asked=2),
                Stop("24 giờ"),
                Stop("8 giờ"),
                Stop("4 giờ"),
            ),
            ((0, 1), (1, 2), (1, 3), (2, 3), (3, 4)),
        ),
        "longest_name": LONGEST_NAME,
        **gallery_charts.facts(),
        "errors": [Problem("Ngày sinh: tháng 11 chỉ có 30 ngày. Nhập lại ngày.", "#id_filled_born_day")],
        "lines": [
            Line("Họ, chữ đệm, tên", "Lý Gia Bảo"),
            Line("Mẹ", "Lý Thị Hoa", "Điền từ Cơ sở dữ liệu quốc gia về dân cư lúc 14:02, 25/11/2026"),
        ],
    }


def page(route: str, template: str, **options: Any) -> URLPattern:
    view = Showcase.as_view(template_name=f"ui/{template}.html", **options)
    return path(route, view, name=template)


def broken_page(code: str) -> URLPattern:
    view = Showcase.as_view(template_name=f"{code}.html", status=int(code[:3]))
    return path(f"{code}/", view, name=f"gallery_{code}")


urlpatterns = [
    page("", "gallery"),
    page("loi/", "gallery_failed", status=422),
    page("trang-dau/", "gallery_home"),
    page("theo-doi/", "gallery_follow"),
    page("ban-lam-viec/", "gallery_desk", frame=DESK),
    page("ho-so/", "gallery_dossier", frame=DESK),
    page("ten-dai/", "gallery_long"),
    page("bieu-do/", "gallery_charts", frame=DESK),
    page("ki-ot/", "gallery_kiosk"),
    page("trang-thai/", "gallery_states"),
    *(broken_page(code) for code, _ in BROKEN),
]
