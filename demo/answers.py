"""What the invented people answer on e-forms: about themselves, and so that the answers belong together."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from motcua.base.clock import local
from motcua.casework.dossiers.models import Dossier
from motcua.reference.forms.rules import Field, Schema, missing
from motcua.reference.forms.words import FieldKind
from motcua.reference.people.models import Person

PROVINCE = "tỉnh Tuyên Quang"
GIVEN_NAMES = ("Gia Bảo", "Minh Anh", "Thảo My", "Đức An", "Ngọc Linh", "Gia Hân")
WIVES = ("Vàng Thị Dua", "Nông Thị Lan Hương", "Hoàng Thị Xuân")
HUSBANDS = ("Hoàng Văn Tiến", "Ma Đức Long", "Nguyễn Minh Khôi")
PEOPLES = MappingProxyType(
    {"Sùng": "Mông", "Giàng": "Mông", "Vàng": "Mông", "Bàn": "Dao", "Triệu": "Dao"}
    | dict.fromkeys(("Lý", "Ma", "Nông"), "Tày")
)


def answers(schema: Schema, page: str, dossier: Dossier, number: int) -> dict[str, Any]:
    """Give the answers that a page of questions still lacks; `number` varies names from one to the next."""
    lacking = [field for at, field in missing(schema, dossier.answers) if at.code == page]
    told = _told(dossier, number)
    return {field.name: told.get(field.name) or _plain(field, dossier) for field in lacking}


def _told(dossier: Dossier, number: int) -> Mapping[str, Any]:
    owner = dossier.submitter
    return {**_birth(dossier, number), **_work(owner), **_land(), "partner_name": _spouse(owner, number)}


def _birth(dossier: Dossier, number: int) -> Mapping[str, Any]:
    """The one who files is the mother or the father; the child has the name of the one who files."""
    owner = dossier.submitter
    surname = owner.full_name.partition(" ")[0]
    mine = {"name": owner.full_name, "id": str(owner.personal_id), "birth": _iso(owner.birth_date)}
    wife = {"name": _spouse(owner, number), "id": f"0080000003{number:02d}", "birth": "1996-03-02"}
    father = owner.gender == "male"
    parents = [("mother", wife), ("father", mine)] if father else [("mother", mine)]
    return {
        "child_name": f"{surname} {GIVEN_NAMES[number % len(GIVEN_NAMES)]}",
        "child_birth": _iso(local(dossier.created_at).date() - timedelta(days=20)),
        "birth_facility": "Bệnh viện Đa khoa tỉnh Tuyên Quang",
        "child_ethnicity": PEOPLES.get(surname, "Kinh"),
        "child_homeland": f"{owner.commune}, {PROVINCE}",
        "relation": "father" if father else "mother",
        **{f"{who}_{what}": said for who, facts in parents for what, said in facts.items()},
    }


def _work(owner: Person) -> Mapping[str, Any]:
    return {
        "business_name": f"Hộ kinh doanh {owner.full_name}",
        "trade": "Bán tạp hóa, đồ gia dụng",
        "capital": 50_000_000,
        "workers": 2,
        "licence_number": "00217/TP/LS-CCHN",
        "licence_date": "2023-04-18",
        "bar": f"Đoàn Luật sư {PROVINCE}",
        "employer": "Công ty TNHH Chè Ba Sao",
        "business": "Hợp tác xã Vận tải Ba Sao",
        "licence": "0802600012",
        "plate": "22A-000.12",
    }


def _land() -> Mapping[str, Any]:
    return {
        "area": 240,
        "since": "Từ năm 1998",
        "house_area": 96,
        "house_words": "Nhà cấp bốn, một tầng, tường gạch",
    }


def _spouse(owner: Person, number: int) -> str:
    names = WIVES if owner.gender == "male" else HUSBANDS
    return names[number % len(names)]


def _plain(field: Field, dossier: Dossier) -> Any:
    """Give what anybody would answer to a question of a kind."""
    if field.kind is FieldKind.TABLE:
        return [{column.name: _plain(column, dossier) for column in field.fields if column.required}]
    if field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        first = field.options[0].code
        return first if field.kind is FieldKind.CHOICE else [first]
    owner = dossier.submitter
    kinds: Mapping[FieldKind, Callable[[], Any]] = {
        FieldKind.NUMBER: lambda: max(int(field.min or 1), 1),
        FieldKind.MONEY: lambda: 10_000_000,
        FieldKind.DATE: lambda: _iso(local(dossier.created_at).date() - timedelta(days=20)),
        FieldKind.YES_NO: lambda: field.name != "father_known" or owner.gender == "male",
        FieldKind.PERSONAL_ID: lambda: owner.personal_id,
        FieldKind.PHONE: lambda: owner.phone,
        FieldKind.EMAIL: lambda: "nguoinop@example.vn",
        FieldKind.PERSON_NAME: lambda: owner.full_name,
        FieldKind.ADDRESS: lambda: {
            "province": PROVINCE,
            "commune": owner.commune,
            "detail": owner.address_detail,
        },
    }
    return kinds.get(field.kind, lambda: "Theo giấy tờ kèm theo")()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
