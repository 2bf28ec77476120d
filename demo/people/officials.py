"""Who works there, and how they are taken into service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from demo.province import FOUNDED, ROLE_TITLES, Province
from motcua.base.access import Actor
from motcua.base.rooms import Refusal
from motcua.base.text import fold
from motcua.reference.org import commands
from motcua.reference.org.models import Staff
from motcua.reference.org.words import Role


@dataclass(frozen=True)
class Official:
    """An official to appoint: in which unit, with which roles, under which title."""

    login: str
    name: str
    unit: str
    roles: tuple[Role, ...]
    title: str = ""

    @property
    def position(self) -> str:
        """Give the title of the position."""
        return self.title or ROLE_TITLES[self.roles[0]]


def _first_word(name: str) -> str:
    """Give the given name as logins have it."""
    return fold(name.rsplit(maxsplit=1)[-1]).replace(" ", "")


def _official(place: str, name: str, unit: str, roles: Role | tuple[Role, ...], title: str = "") -> Official:
    held = (roles,) if isinstance(roles, Role) else roles
    return Official(f"{_first_word(name)}.{place}", name, unit, held, title)


def _department(code: str, place: str, *names: str, appraises: tuple[Role, ...] = ()) -> tuple[Official, ...]:
    """Give the officer, the head, the leader and the clerk of a department, by name in that order."""
    officer, head, leader, clerk = names
    return (
        _official(place, officer, f"{code}/division", (Role.CASE_OFFICER, *appraises)),
        _official(place, head, f"{code}/division", (Role.UNIT_HEAD, Role.SCORER)),
        _official(place, leader, f"{code}/leadership", Role.AGENCY_LEADER, "Phó Giám đốc Sở"),
        _official(place, clerk, f"{code}/clerical", Role.RECORDS_CLERK),
    )


def _commune(code: str, place: str, kind: str, *names: str) -> tuple[Official, ...]:
    """Give the people of a commune by name: both of its counter, the officer, the head, leader and clerk."""
    counter, director, officer, head, leader, clerk = names
    return (
        _official(place, counter, f"{code}/counter", Role.RECEPTION_OFFICER),
        _official(place, director, f"{code}/counter", Role.ONE_STOP_HEAD),
        _official(place, officer, f"{code}/division", Role.CASE_OFFICER, "Công chức tư pháp – hộ tịch"),
        _official(place, head, f"{code}/division", (Role.UNIT_HEAD, Role.SCORER), "Chánh Văn phòng"),
        _official(place, leader, f"{code}/leadership", Role.AGENCY_LEADER, f"Chủ tịch UBND {kind}"),
        _official(place, clerk, f"{code}/clerical", Role.RECORDS_CLERK),
    )


_R = Role
OFFICIALS = (
    # UBND phường Minh Xuân
    Official("hoa.minhxuan", "Ma Thị Hoa", "H60.24/counter", (_R.RECEPTION_OFFICER,)),
    Official("dung.minhxuan", "Nông Văn Dũng", "H60.24/counter", (_R.ONE_STOP_HEAD,)),
    Official(
        "tuan.minhxuan", "Hà Minh Tuấn", "H60.24/division", (_R.CASE_OFFICER,), "Công chức tư pháp – hộ tịch"
    ),
    Official("lien.minhxuan", "Quan Thị Liên", "H60.24/division", (_R.CASE_OFFICER,), "Công chức địa chính"),
    Official(
        "khanh.minhxuan",
        "Trần Quốc Khánh",
        "H60.24/division",
        (_R.UNIT_HEAD, _R.SCORER),
        "Chánh Văn phòng",
    ),
    Official(
        "lan.minhxuan", "Lương Thị Lan", "H60.24/leadership", (_R.AGENCY_LEADER,), "Chủ tịch UBND phường"
    ),
    Official("hanh.minhxuan", "Đỗ Thị Hạnh", "H60.24/clerical", (_R.RECORDS_CLERK,)),
    # UBND xã Lũng Cú
    Official("my.lungcu", "Vàng Thị Mỷ", "H60.31/counter", (_R.RECEPTION_OFFICER,)),
    Official("say.lungcu", "Sùng Mí Say", "H60.31/counter", (_R.ONE_STOP_HEAD,)),
    Official(
        "sinh.lungcu", "Giàng Mí Sính", "H60.31/division", (_R.CASE_OFFICER,), "Công chức tư pháp – hộ tịch"
    ),
    Official("chua.lungcu", "Thào Mí Chứ", "H60.31/division", (_R.UNIT_HEAD, _R.SCORER), "Chánh Văn phòng"),
    Official("pao.lungcu", "Lù Văn Pao", "H60.31/leadership", (_R.AGENCY_LEADER,), "Chủ tịch UBND xã"),
    Official("dinh.lungcu", "Hoàng Thị Đinh", "H60.31/clerical", (_R.RECORDS_CLERK,)),
    # Trung tâm Phục vụ hành chính công tỉnh
    Official("thuy.trungtam", "Nguyễn Thu Thủy", "H60.01/counter", (_R.RECEPTION_OFFICER,)),
    Official("phuc.trungtam", "Hoàng Đức Phúc", "H60.01/counter", (_R.ONE_STOP_HEAD,)),
    # Sở Tư pháp
    Official("huong.tuphap", "Bàn Thị Hương", "H60.05/division", (_R.CASE_OFFICER, _R.APPRAISER)),
    Official("long.tuphap", "Ma Văn Long", "H60.05/division", (_R.UNIT_HEAD, _R.SCORER)),
    Official(
        "nga.tuphap",
        "Phạm Thúy Nga",
        "H60.05/leadership",
        (_R.AGENCY_LEADER, _R.COUNCIL_MEMBER),
        "Phó Giám đốc Sở",
    ),
    Official("yen.tuphap", "Hứa Thị Yến", "H60.05/clerical", (_R.RECORDS_CLERK,)),
    # Sở Xây dựng
    Official("cuong.xaydung", "Đặng Văn Cương", "H60.06/division", (_R.CASE_OFFICER,)),
    Official("son.xaydung", "Vi Thanh Sơn", "H60.06/division", (_R.UNIT_HEAD, _R.SCORER)),
    Official("binh.xaydung", "Lê Thanh Bình", "H60.06/leadership", (_R.AGENCY_LEADER,), "Phó Giám đốc Sở"),
    Official("mai.xaydung", "Triệu Thị Mai", "H60.06/clerical", (_R.RECORDS_CLERK,)),
    # Sở Nông nghiệp và Môi trường
    Official("thao.nongnghiep", "Lý Phương Thảo", "H60.07/division", (_R.CASE_OFFICER,)),
    Official("cuc.nongnghiep", "Vũ Thị Cúc", "H60.07/division", (_R.SCORER,)),
    Official("kien.nongnghiep", "Chẩu Trung Kiên", "H60.07/division", (_R.UNIT_HEAD,)),
    Official("hai.nongnghiep", "Nguyễn Sơn Hải", "H60.07/leadership", (_R.AGENCY_LEADER,), "Phó Giám đốc Sở"),
    Official("xuan.nongnghiep", "La Thị Xuân", "H60.07/clerical", (_R.RECORDS_CLERK,)),
    # UBND tỉnh
    Official(
        "duc.tinh", "Nguyễn Trung Đức", "H60/leadership", (_R.AGENCY_LEADER,), "Chủ tịch Ủy ban nhân dân tỉnh"
    ),
    Official("minh.vanphong", "Tạ Quang Minh", "H60/office", (_R.PROCEDURE_CONTROLLER, _R.APPRAISER)),
    Official("yen.vanphong", "Lê Hải Yến", "H60/office", (_R.PROCEDURE_CONTROLLER,)),
    Official("viet.thanhtra", "Bùi Hồng Việt", "H60/inspection", (_R.AUDITOR,)),
    Official("quan.vanphong", "Hoàng Anh Quân", "H60/office", (_R.ADMINISTRATOR,)),
    # Sở Nội vụ
    *_department(
        "H60.04", "noivu", "Nguyễn Hoàng Tùng", "Đàm Quang Huy", "Lục Thị Ánh Tuyết", "Mai Thị Nhung"
    ),
    Official("thinh.noivu", "Lương Quốc Thịnh", "H60.04/reform", (_R.REFORM_OFFICER,)),
    Official("ngoc.noivu", "Đinh Bảo Ngọc", "H60.04/reform", (_R.APPRAISER,)),
    Official(
        "quyet.noivu",
        "Hà Tiến Quyết",
        "H60.04/leadership",
        (_R.COUNCIL_MEMBER,),
        "Giám đốc Sở, Phó Chủ tịch hội đồng",
    ),
    # Sở Tài chính
    *_department(
        "H60.08",
        "taichinh",
        "Trịnh Thu Phương",
        "Bế Văn Lực",
        "Hoàng Trung Thành",
        "Cam Thị Duyên",
        appraises=(_R.APPRAISER,),
    ),
    # Sở Y tế
    *_department(
        "H60.09", "yte", "Nguyễn Thị Hồng Nhung Trang", "Ma Công Chính", "Nguyễn Phạm Quỳnh Như", "Tô Thị Vân"
    ),
    # UBND phường Hà Giang 1
    *_commune(
        "H60.25",
        "hagiang1",
        "phường",
        "Đinh Thị Ngọc Bích",
        "Nguyễn Vương Anh Tuấn",
        "Hoàng Lệ Quyên",
        "Viên Đức Mạnh",
        "Tải Đình Thi",
        "Lưu Thị Kim Thoa",
    ),
    # UBND xã Sơn Dương
    *_commune(
        "H60.32",
        "sonduong",
        "xã",
        "Lương Thị Bảo Yến",
        "Trần Thế Vinh",
        "Phan Thị Diệu Linh",
        "Âu Văn Thảo",
        "Đỗ Trung Hiếu",
        "Lý Thị Sen",
    ),
    # UBND xã Hoàng Su Phì
    *_commune(
        "H60.33",
        "hoangsuphi",
        "xã",
        "Ly Thị Seo Mẩy",
        "Cháng Văn Sinh",
        "Lù Thị Thu Hoài",
        "Vương Ngọc Hà",
        "Xin Văn Sự",
        "Long Thị Pà",
    ),
)


def engage(province: Province, passwords: Mapping[str, str], *, by: Actor, at: datetime) -> dict[str, Staff]:
    """Take every official into service and appoint them; give them by login."""
    engaged: dict[str, Staff] = {}
    for official in OFFICIALS:
        position = commands.make_position(
            unit=province.units[official.unit], title=official.position, roles=official.roles, by=by, at=at
        )
        staff = commands.join(
            full_name=official.name, login=official.login, password=passwords[official.login], by=by, at=at
        )
        appointed = commands.appoint(staff=staff, position=position, valid_from=FOUNDED, by=by, at=at)
        if isinstance(appointed, Refusal):
            raise ValueError(f"{official.login}: {appointed.why}")
        engaged[official.login] = staff
    return engaged
