"""What the procedures share: routes by tier, ways of filing, acts by number, questions of e-forms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from motcua.reference.catalogue.rules.routes import laid_out
from motcua.reference.catalogue.words import (
    Act,
    Channel,
    Consult,
    Draft,
    DurationUnit,
    Paper,
    Step,
    Terms,
    Way,
    WayKind,
)
from motcua.reference.org.words import Role, UnitKind

EFFECTIVE = date(2026, 7, 1)
COMMUNES = ("H60.24", "H60.31", "H60.25", "H60.32", "H60.33")
INTERIOR, JUSTICE, CONSTRUCTION = ("H60.04",), ("H60.05",), ("H60.06",)
AGRICULTURE, FINANCE, HEALTH = ("H60.07",), ("H60.08",), ("H60.09",)

UNIT_BY_HAND = "Nguồn công bố không ghi đơn vị; bản chạy thử điền theo ngày làm việc."
BY_COUNCIL = "Mức cụ thể do Hội đồng nhân dân tỉnh quyết định."
POPULATION = "Cơ sở dữ liệu quốc gia về dân cư"
CIVIL_STATUS = "Cơ sở dữ liệu hộ tịch điện tử"
LOOKED_UP = "Chỉ xuất trình bản chính khi tra cứu không có hoặc không đúng."
CITIZEN, ORGANISATION, ENTERPRISE = "Công dân Việt Nam", "Tổ chức", "Doanh nghiệp"

Json = dict[str, object]


@dataclass(frozen=True)
class Plan:
    """A procedure to publish: its draft, its e-form as JSON, the codes of the agencies that decide."""

    draft: Draft
    form: Mapping[str, object]
    agencies: tuple[str, ...]


def every_way(
    value: int | None, *, note: str = "", unit: DurationUnit = DurationUnit.WORKING_DAY
) -> tuple[Terms, ...]:
    """Give one limit for filing online, at the counter and by post."""
    ways = (Channel.ONLINE, Channel.DIRECT, Channel.POST)
    return tuple(Terms(way, value, unit if value else None, note=note) for way in ways)


def acts(*numbers: str) -> tuple[Act, ...]:
    """Give acts by number; the kind of an act follows from its number."""
    return tuple(Act(number, _kind(number)) for number in numbers)


def _kind(number: str) -> str:
    endings = {"NĐ-CP": "Nghị định", "NQ-CP": "Nghị quyết", "QĐ-TTg": "Quyết định"}
    for ending, kind in endings.items():
        if number.endswith(ending):
            return kind
    return "Thông tư" if "/TT-" in number else LAWS.get(number, "Luật")


LAWS: Mapping[str, str] = {
    "60/2014/QH13": "Luật Hộ tịch",
    "52/2014/QH13": "Luật Hôn nhân và gia đình",
    "59/2020/QH14": "Luật Doanh nghiệp",
    "31/2024/QH15": "Luật Đất đai",
    "43/2024/QH15": "Luật sửa đổi, bổ sung Luật Đất đai và các luật liên quan",
    "65/2006/QH11": "Luật Luật sư",
    "20/2012/QH13": "Luật sửa đổi, bổ sung Luật Luật sư",
    "79/2015/QH13": "Luật Thú y",
    "28/2009/QH12": "Luật Lý lịch tư pháp",
    "51/2010/QH12": "Luật Người khuyết tật",
    "55/2010/QH12": "Luật An toàn thực phẩm",
    "41/2013/QH13": "Luật Bảo vệ và kiểm dịch thực vật",
    "50/2014/QH13": "Luật Xây dựng",
    "62/2020/QH14": "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng",
    "01/2016/QH14": "Luật Đấu giá tài sản",
    "11/2017/QH14": "Luật Trợ giúp pháp lý",
    "15/2023/QH15": "Luật Khám bệnh, chữa bệnh",
    "28/2023/QH15": "Luật Tài nguyên nước",
    "46/2024/QH15": "Luật Công chứng",
}


def commune_route(total: str, *, work: str, case_officer: str, leader: str) -> tuple[Step, ...]:
    """Give the five steps of a commune; `total` hours are shared so that `work` of them go to the officer."""
    rest = Decimal(total) - Decimal(work)
    return _steps(
        (
            Role.RECEPTION_OFFICER,
            UnitKind.COUNTER,
            "Tiếp nhận hồ sơ",
            "Trung tâm Phục vụ hành chính công kiểm tra hồ sơ. Thiếu gì thì báo một lần, đủ cả danh mục.",
            rest / 8,
        ),
        (
            Role.CASE_OFFICER,
            UnitKind.DIVISION,
            "Thẩm định, dự thảo kết quả",
            f"{case_officer} thẩm định và dự thảo kết quả.",
            Decimal(work),
        ),
        (
            Role.UNIT_HEAD,
            UnitKind.DIVISION,
            "Kiểm tra dự thảo",
            "Phụ trách chuyên môn kiểm tra dự thảo.",
            rest * 3 / 8,
        ),
        (Role.AGENCY_LEADER, UnitKind.LEADERSHIP, "Ký kết quả", f"{leader} ký.", rest * 3 / 8),
        (
            Role.RECORDS_CLERK,
            UnitKind.CLERICAL,
            "Vào số, đóng dấu, phát hành",
            "Văn thư vào số, đóng dấu. Bạn nhận kết quả ở nơi bạn chọn.",
            rest / 8,
        ),
    )


def department_route(total: str, *, work: str, department: str) -> tuple[Step, ...]:
    """Give the six steps of a department."""
    rest = Decimal(total) - Decimal(work)
    return _steps(
        (
            Role.RECEPTION_OFFICER,
            UnitKind.COUNTER,
            "Tiếp nhận hồ sơ",
            "Trung tâm Phục vụ hành chính công tỉnh kiểm tra hồ sơ. Thiếu gì thì "
            "báo một lần, đủ cả danh mục.",
            rest / 8,
        ),
        (
            Role.UNIT_HEAD,
            UnitKind.DIVISION,
            "Phân công thụ lý",
            f"{department} phân công người thụ lý.",
            rest / 8,
        ),
        (
            Role.CASE_OFFICER,
            UnitKind.DIVISION,
            "Thẩm định, dự thảo kết quả",
            "Chuyên viên thẩm định và dự thảo kết quả.",
            Decimal(work),
        ),
        (Role.UNIT_HEAD, UnitKind.DIVISION, "Kiểm tra dự thảo", "Trưởng phòng kiểm tra dự thảo.", rest / 4),
        (Role.AGENCY_LEADER, UnitKind.LEADERSHIP, "Ký kết quả", f"Lãnh đạo {department} ký.", rest / 4),
        (
            Role.RECORDS_CLERK,
            UnitKind.CLERICAL,
            "Vào số, đóng dấu, phát hành",
            "Văn thư vào số, đóng dấu. Bạn nhận kết quả ở nơi bạn chọn.",
            rest / 4,
        ),
    )


def with_site_check(route: tuple[Step, ...], *, hours: str, asked: Consult) -> tuple[Step, ...]:
    """Let the case officer choose whether somebody goes and looks; another agency is asked meanwhile."""
    steps = laid_out(route)
    place = next(at for at, step in enumerate(steps) if step.role == Role.CASE_OFFICER)
    officer, after = steps[place], steps[place + 1]
    choices = (
        Way("site", WayKind.CHOICE, "look", "Cần kiểm tra thực tế"),
        Way(after.key, WayKind.CHOICE, "enough", "Hồ sơ đã đủ rõ, không cần kiểm tra thực tế"),
    )
    site = Step(
        "Kiểm tra thực tế",
        "Khi cần, chuyên viên đến kiểm tra thực tế cơ sở.",
        officer.role,
        officer.unit_kind,
        Decimal(hours),
        key="site",
        ways=(Way(after.key),),
    )
    parted = replace(officer, ways=choices, consults=(asked,))
    return (*steps[:place], parted, site, *steps[place + 1 :])


def _steps(*rows: tuple[Role, UnitKind, str, str, Decimal]) -> tuple[Step, ...]:
    return tuple(
        Step(name, public, role.value, kind.value, hours) for role, kind, name, public, hours in rows
    )


def on_paper_only(name: str) -> Paper:
    """Give the application form that a filing on paper brings; online the e-form takes its place."""
    return Paper(
        "application",
        name,
        originals=1,
        required=False,
        condition="Chỉ khi nộp tại quầy hoặc qua bưu chính. Nộp trực tuyến thì điền tờ khai trên máy.",
    )


def identity_known(*, hint: str = "") -> Paper:
    """Give the identity paper that nobody has to bring."""
    return Paper(
        "identity",
        "Giấy tờ tùy thân",
        hint or LOOKED_UP,
        required=False,
        data_source=POPULATION,
    )


def residence_known() -> Paper:
    """Give the proof of residence that nobody has to bring."""
    return Paper(
        "residence",
        "Giấy tờ chứng minh nơi cư trú",
        LOOKED_UP,
        required=False,
        data_source=POPULATION,
    )


def power_of_attorney(hint: str = "") -> Paper:
    """Give the paper of somebody who files for another."""
    return Paper(
        "authorisation",
        "Văn bản ủy quyền",
        hint,
        originals=1,
        required=False,
        condition="Người khác nộp thay",
    )


# --- questions of e-forms: plain JSON, as the room of forms reads it ---


def form(code: str, title: str, *pages: Json) -> Json:
    """Give an e-form."""
    return {"code": code, "title": title, "pages": list(pages)}


def page(code: str, title: str, *fields: Json, caption: str = "") -> Json:
    """Give a page of questions."""
    return {"code": code, "title": title, "fields": list(fields), **({"caption": caption} if caption else {})}


def ask(name: str, kind: str, label: str, hint: str = "", **more: object) -> Json:
    """Give one question; required unless `required=False`."""
    return {"name": name, "kind": kind, "label": label, **({"hint": hint} if hint else {}), **more}


def choose(name: str, label: str, options: Iterable[tuple[str, str]], **more: object) -> Json:
    """Give a question with one answer out of several."""
    listed = [{"code": code, "label": said} for code, said in options]
    return {"name": name, "kind": "choice", "label": label, "options": listed, **more}


def when(field: str, value: str | bool) -> Json:
    """Give the condition under which a question is shown."""
    return {"field": field, "value": value}


def applicant_page(*more: Json, title: str = "Người yêu cầu") -> Json:
    """Give the page about who files, filled from e-identity."""
    return page(
        "nguoi-yeu-cau",
        title,
        ask(
            "applicant_name",
            "person_name",
            "Họ, chữ đệm, tên",
            prefill="person.full_name",
            autocomplete="name",
        ),
        ask(
            "applicant_id",
            "personal_id",
            "Số định danh cá nhân",
            "Có 12 chữ số.",
            prefill="person.personal_id",
        ),
        ask(
            "applicant_birth",
            "date",
            "Ngày sinh",
            prefill="person.birth_date",
            max="today",
            autocomplete="bday",
        ),
        ask("applicant_address", "address", "Nơi cư trú", prefill="person.address"),
        ask(
            "applicant_phone",
            "phone",
            "Số điện thoại",
            "Để chúng tôi báo khi có kết quả.",
            prefill="person.phone",
            autocomplete="tel",
        ),
        *more,
    )
