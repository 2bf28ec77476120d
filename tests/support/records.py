"""Invented records of procedures, whole and faulty, as files that an import reads."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from motcua.reference.catalogue.importing.words import Flaw

Record = dict[str, Any]


def record(code: str = "1.900001", **parts: Any) -> Record:
    """Give a whole record without any flaw but for what is asked otherwise."""
    whole: Record = {
        "code": code,
        "name": f"Cấp giấy phép thử nghiệm số {code}",
        "levels": ["xa"],
        "field": "Thử nghiệm",
        "ministry": "Bộ Thử nghiệm",
        "publisher": "Bộ Thử nghiệm",
        "agency": "Ủy ban nhân dân cấp xã",
        "competent_authority": None,
        "delegated_agency": None,
        "coordinating_agency": None,
        "receiving_address": None,
        "procedure_type": None,
        "decision_no": "1/QĐ-BTN",
        "subjects": ["Công dân Việt Nam"],
        "methods": [method(), method(channel="truc_tuyen", duration_value=2)],
        "components": [component("Đơn đề nghị"), component("Bản sao giấy tờ")],
        "conditions": None,
        "implementing_order": "Bước 1: nộp.\nBước 2: nhận.",
        "results": [{"name": "Giấy phép", "code": "KQ.X01.000001"}],
        "legal_basis": ["1/2026/NĐ-CP"],
        "keywords": None,
        "related": None,
        "portal_url": None,
        "detail": "full",
        "as_of": "2026-06",
        "source": "tests",
        "quality_flags": [],
    }
    return whole | parts


def method(**parts: Any) -> Record:
    """Give a way of filing: at the counter, three working days, free."""
    whole: Record = {
        "channel": "truc_tiep",
        "duration_value": 3,
        "duration_unit": "ngay_lam_viec",
        "fees": [],
        "free": True,
        "note": None,
    }
    return whole | parts


def paid(amount: Any, note: str | None = "Lệ phí", currency: str = "VND", **parts: Any) -> Record:
    """Give a way of filing with one fee."""
    fee = {"amount": amount, "currency": currency, "note": note}
    return method(**{"free": False, "fees": [fee], **parts})


def component(name: str, group: str | None = None, **parts: Any) -> Record:
    """Give a paper."""
    return {"group": group, "name": name, "original": 1, "copy": None, **parts}


def write(path: Path, lines: Iterable[Record | bytes]) -> Path:
    """Write records, and lines that are none, as JSON Lines."""
    with path.open("wb") as stream:
        for line in lines:
            text = line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()
            stream.write(text + b"\n")
    return path


# Twenty faults that keep a line out or stay with it, each with what must be told about its row.
FAULTS: tuple[tuple[Record | bytes, Flaw], ...] = (
    (b'{"code": "1.900101", "name": "B\xff"}', Flaw.NOT_UTF8),
    (b'{"code": "1.900102", "name": ', Flaw.NOT_JSON),
    (b'["1.900103"]', Flaw.NOT_AN_OBJECT),
    (record(code=""), Flaw.CODE_MISSING),
    (record("1.90010"), Flaw.CODE_MALFORMED),
    (record("1.900001", name="Cùng mã"), Flaw.CODE_REPEATED),
    (record("1.900107", name=" "), Flaw.NAME_MISSING),
    (record("1.900108", methods=[paid("120.000")]), Flaw.WRONG_TYPE),
    (record("1.900109", quality_flags=["detail_page_mismatch_dropped"]), Flaw.WRONG_PAGE),
    (record("1.900110", agency=None), Flaw.NO_AGENCY),
    (record("1.900111", levels=["huyen"]), Flaw.LEVEL_UNKNOWN),
    (record("1.900112", methods=[method(channel="fax"), method()]), Flaw.CHANNEL_UNKNOWN),
    (record("1.900113", methods=[method(duration_unit=None)]), Flaw.UNIT_MISSING),
    (record("1.900114", methods=[method(duration_value=-3)]), Flaw.DURATION_NEGATIVE),
    (record("1.900115", methods=[method(), method(duration_value=9)]), Flaw.SEVERAL_TIMES),
    (record("1.900116", methods=[paid(20, "Lệ phí 20.000 đồng")]), Flaw.FEE_SUSPECT),
    (record("1.900117", methods=[paid(0, "Do HĐND tỉnh quyết định", free=True)]), Flaw.FEE_DEPENDS),
    (record("1.900118", methods=[paid(-5000)]), Flaw.FEE_NEGATIVE),
    (record("99.001", name="Việc riêng của một xã"), Flaw.CODE_LOCAL),
    (record("1.900120", components=[component("Đơn", qty_guessed=True)]), Flaw.QUANTITY_GUESSED),
)
