"""The province: its committee, its centre, six departments, five communes, and the limits of law."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from motcua.base.access import Actor
from motcua.reference.org import commands
from motcua.reference.org.models import Agency, Unit
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind

PROVINCE = "tỉnh Tuyên Quang"
FOUNDED = date(2025, 7, 1)


@dataclass(frozen=True)
class UnitPlan:
    """A unit to set up; `key` names it in this package."""

    key: str
    name: str
    kind: UnitKind
    code: str = ""


@dataclass(frozen=True)
class AgencyPlan:
    """An agency to found; `counter` is the key of the unit that receives for it."""

    code: str
    name: str
    short_name: str
    kind: AgencyKind
    tier: Tier
    place: str
    address: str
    units: tuple[UnitPlan, ...]
    counter: str = ""
    parent: str = ""


CENTRE_COUNTER = "H60.01/counter"


def _department(code: str, name: str, division: str, address: str, *more: UnitPlan) -> AgencyPlan:
    return AgencyPlan(
        code,
        name,
        name,
        AgencyKind.DEPARTMENT,
        Tier.PROVINCE,
        "Tuyên Quang",
        address,
        (
            UnitPlan(f"{code}/division", division, UnitKind.DIVISION),
            UnitPlan(f"{code}/leadership", f"Lãnh đạo {name}", UnitKind.LEADERSHIP),
            UnitPlan(f"{code}/clerical", f"Văn thư {name}", UnitKind.CLERICAL),
            *more,
        ),
        counter=CENTRE_COUNTER,
        parent="H60",
    )


def _commune(code: str, name: str, place: str, address: str) -> AgencyPlan:
    return AgencyPlan(
        code,
        f"Ủy ban nhân dân {name}",
        f"UBND {name}",
        AgencyKind.PEOPLES_COMMITTEE,
        Tier.COMMUNE,
        place,
        address,
        (
            UnitPlan(f"{code}/counter", f"Trung tâm Phục vụ hành chính công {name}", UnitKind.COUNTER, code),
            UnitPlan(f"{code}/division", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", UnitKind.DIVISION),
            UnitPlan(f"{code}/leadership", f"Lãnh đạo Ủy ban nhân dân {name}", UnitKind.LEADERSHIP),
            UnitPlan(f"{code}/clerical", f"Văn thư Ủy ban nhân dân {name}", UnitKind.CLERICAL),
        ),
        counter=f"{code}/counter",
        parent="H60",
    )


AGENCIES = (
    AgencyPlan(
        "H60",
        "Ủy ban nhân dân tỉnh Tuyên Quang",
        "UBND tỉnh Tuyên Quang",
        AgencyKind.PEOPLES_COMMITTEE,
        Tier.PROVINCE,
        "Tuyên Quang",
        "phường Minh Xuân, tỉnh Tuyên Quang",
        (
            UnitPlan("H60/office", "Văn phòng Ủy ban nhân dân tỉnh", UnitKind.OFFICE),
            UnitPlan("H60/inspection", "Thanh tra tỉnh", UnitKind.OFFICE),
            UnitPlan("H60/leadership", "Lãnh đạo Ủy ban nhân dân tỉnh", UnitKind.LEADERSHIP),
        ),
    ),
    AgencyPlan(
        "H60.01",
        "Trung tâm Phục vụ hành chính công tỉnh Tuyên Quang",
        "TTPVHCC tỉnh Tuyên Quang",
        AgencyKind.CENTRE,
        Tier.PROVINCE,
        "Tuyên Quang",
        "phường Minh Xuân, tỉnh Tuyên Quang",
        (
            UnitPlan(
                CENTRE_COUNTER,
                "Quầy tiếp nhận, Trung tâm Phục vụ hành chính công tỉnh Tuyên Quang",
                UnitKind.COUNTER,
                "H60.01",
            ),
        ),
        parent="H60",
    ),
    _department("H60.05", "Sở Tư pháp", "Phòng Bổ trợ tư pháp", "phường Minh Xuân, tỉnh Tuyên Quang"),
    _department(
        "H60.06", "Sở Xây dựng", "Phòng Quản lý vận tải và phương tiện", "phường Minh Xuân, tỉnh Tuyên Quang"
    ),
    _department(
        "H60.07",
        "Sở Nông nghiệp và Môi trường",
        "Phòng Chăn nuôi và Thú y",
        "phường Minh Xuân, tỉnh Tuyên Quang",
    ),
    _department(
        "H60.04",
        "Sở Nội vụ",
        "Phòng Lao động, việc làm và tiền lương",
        "phường Minh Xuân, tỉnh Tuyên Quang",
        UnitPlan("H60.04/reform", "Phòng Cải cách hành chính", UnitKind.DIVISION),
    ),
    _department(
        "H60.08",
        "Sở Tài chính",
        "Phòng Quản lý ngân sách và Tin học, thống kê",
        "phường Minh Xuân, tỉnh Tuyên Quang",
    ),
    _department(
        "H60.09", "Sở Y tế", "Phòng Nghiệp vụ y và Quản lý hành nghề", "phường Minh Xuân, tỉnh Tuyên Quang"
    ),
    _commune("H60.24", "phường Minh Xuân", "Minh Xuân", "phường Minh Xuân, tỉnh Tuyên Quang"),
    _commune("H60.31", "xã Lũng Cú", "Lũng Cú", "xã Lũng Cú, tỉnh Tuyên Quang"),
    _commune("H60.25", "phường Hà Giang 1", "Hà Giang 1", "phường Hà Giang 1, tỉnh Tuyên Quang"),
    _commune("H60.32", "xã Sơn Dương", "Sơn Dương", "xã Sơn Dương, tỉnh Tuyên Quang"),
    _commune("H60.33", "xã Hoàng Su Phì", "Hoàng Su Phì", "xã Hoàng Su Phì, tỉnh Tuyên Quang"),
)


@dataclass(frozen=True)
class Limit:
    """A limit of law, or of our own, as the house keeps it."""

    code: str
    value: int
    unit: str
    legal_basis: str
    certainty: str


LIMITS = (
    Limit(
        "supplement_after_reception",
        3,
        "working_day",
        "NĐ 118/2025/NĐ-CP; mức theo NĐ 61/2018/NĐ-CP, Điều 19",
        "V-old",
    ),
    Limit(
        "extend_before",
        1,
        "working_day",
        "NĐ 118/2025/NĐ-CP; mức theo NĐ 61/2018/NĐ-CP, Điều 19",
        "V-old",
    ),
    Limit(
        "extensions_most",
        1,
        "times",
        "NĐ 118/2025/NĐ-CP; mức theo NĐ 61/2018/NĐ-CP, Điều 19",
        "V-old",
    ),
    Limit(
        "non_boundary",
        1,
        "switch",
        "NĐ 118/2025/NĐ-CP, Điều 14",
        "V",
    ),
    Limit("online_reception_answer", 8, "working_hour", "NĐ 45/2020/NĐ-CP", "M"),
    Limit(
        "forward_cutoff",
        15,
        "hour_of_day",
        "NĐ 118/2025/NĐ-CP; mức theo NĐ 61/2018/NĐ-CP, Điều 18",
        "V-old",
    ),
    Limit(
        "par_target",
        86,
        "percent",
        "Quyết định 603/QĐ-UBND ngày 30/9/2021 của UBND tỉnh Tuyên Quang: chỉ số từ 86 % trở lên",
        "D",
    ),
    Limit("full_age", 18 * 12, "month", "Bộ luật Dân sự 2015, Điều 20", "V"),
    Limit(
        "publish_decision_province",
        5,
        "working_day",
        "NĐ 63/2010/NĐ-CP Điều 15 (sửa đổi năm 2017); tính theo ngày làm việc như Bộ chỉ số 766",
        "V",
    ),
    Limit("publish_decision_shortened", 3, "day", "NĐ 63/2010/NĐ-CP Điều 15 (sửa đổi năm 2017)", "V"),
    Limit("load_record_province", 5, "working_day", "NĐ 63/2010/NĐ-CP Điều 24 (sửa đổi năm 2017)", "V"),
    Limit("load_record_shortened", 2, "working_day", "NĐ 63/2010/NĐ-CP Điều 24 (sửa đổi năm 2017)", "V"),
    Limit("feedback_forward", 5, "working_day", "NĐ 20/2008/NĐ-CP Điều 9 (sửa đổi năm 2013, năm 2017)", "V"),
    *(
        Limit(f"feedback_{act}", days, "working_day", "Bộ chỉ số theo QĐ 766/QĐ-TTg ngày 23/6/2022", "V")
        for act, days in (("reject", 2), ("ask_more", 5), ("process", 15), ("publish", 2))
    ),
    Limit("publish_decision_ministry", 20, "day", "NĐ 63/2010/NĐ-CP Điều 15 (sửa đổi năm 2017)", "V"),
    Limit("load_record_ministry", 10, "working_day", "NĐ 63/2010/NĐ-CP Điều 24 (sửa đổi năm 2017)", "V"),
    Limit("suspension_notice", 7, "working_day", "NĐ 224/2026/NĐ-CP Điều 13", "V"),
    Limit("supplement_answer", 30, "day", "Quy định của bản chạy thử, không dẫn từ văn bản pháp luật", "D"),
    *(
        Limit(code, value, "working_day", "Quy định của bản chạy thử, không dẫn từ văn bản pháp luật", "D")
        for code, value in (("alarm_due_first", 2), ("alarm_due_last", 1), ("alarm_silent", 5))
    ),
    Limit("on_time_target", 98, "percent", "Mục tiêu của bản chạy thử, không dẫn từ văn bản nào", "D"),
    Limit("draft_kept", 30, "day", "Quy định của bản chạy thử, không dẫn từ văn bản pháp luật", "D"),
)


@dataclass(frozen=True)
class Province:
    """The province as built: agencies by code, units by key."""

    agencies: Mapping[str, Agency]
    units: Mapping[str, Unit]


def build(*, by: Actor, at: datetime) -> Province:
    """Found the agencies with their units, let counters receive for them, set the limits."""
    agencies: dict[str, Agency] = {}
    units: dict[str, Unit] = {}
    for plan in AGENCIES:
        agencies[plan.code] = _found(plan, agencies.get(plan.parent), by=by, at=at)
        for unit in plan.units:
            units[unit.key] = commands.set_up_unit(
                agency=agencies[plan.code],
                name=unit.name,
                kind=unit.kind,
                code=unit.code,
                valid_from=FOUNDED,
                by=by,
                at=at,
            )
    for plan in AGENCIES:
        if plan.counter:
            commands.serve(
                counter=units[plan.counter], agency=agencies[plan.code], valid_from=FOUNDED, by=by, at=at
            )
    for limit in LIMITS:
        commands.set_regulation(**vars(limit), valid_from=FOUNDED, by=by, at=at)
    return Province(MappingProxyType(agencies), MappingProxyType(units))


def _found(plan: AgencyPlan, parent: Agency | None, *, by: Actor, at: datetime) -> Agency:
    return commands.found_agency(
        name=plan.name,
        short_name=plan.short_name,
        kind=plan.kind,
        tier=plan.tier,
        code=plan.code,
        parent=parent,
        valid_from=FOUNDED,
        province=PROVINCE,
        place=plan.place,
        address=plan.address,
        phone="1022",
        by=by,
        at=at,
    )


ROLE_TITLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.RECEPTION_OFFICER: "Công chức tiếp nhận và trả kết quả",
        Role.ONE_STOP_HEAD: "Giám đốc Trung tâm Phục vụ hành chính công",
        Role.CASE_OFFICER: "Chuyên viên",
        Role.UNIT_HEAD: "Trưởng phòng",
        Role.AGENCY_LEADER: "Lãnh đạo cơ quan",
        Role.RECORDS_CLERK: "Văn thư",
        Role.PROCEDURE_CONTROLLER: "Chuyên viên kiểm soát thủ tục hành chính",
        Role.AUDITOR: "Thanh tra viên",
        Role.ADMINISTRATOR: "Quản trị viên",
        Role.REFORM_OFFICER: "Chuyên viên cải cách hành chính",
        Role.SCORER: "Chuyên viên theo dõi cải cách hành chính",
        Role.APPRAISER: "Chuyên viên thẩm định",
        Role.COUNCIL_MEMBER: "Thành viên hội đồng thẩm định",
    }
)
