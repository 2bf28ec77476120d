"""The page of a procedure tells the whole record, and what it lacks."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from motcua.reference.catalogue import commands
from motcua.reference.catalogue.models import Procedure, PublicationDecision
from motcua.reference.catalogue.words import (
    Case,
    Channel,
    Charge,
    DecisionKind,
    DurationUnit,
    FeeKind,
    Paper,
    Terms,
)
from tests.doors.finding_scene import AT, MAKER, PLAIN, national, published, text
from tests.doors.portal_scene import world
from tests.support.world import CODE

pytestmark = pytest.mark.django_db

CASES = (Case("one", "Cấp lần đầu"), Case("two", "Cấp lại"))


def test_each_case_has_its_own_papers_times_and_fees() -> None:
    published(
        "1.000001",
        "Cấp thẻ",
        cases=CASES,
        channels=(
            Terms(Channel.DIRECT, 10, DurationUnit.WORKING_DAY, case="one"),
            Terms(Channel.DIRECT, 3, DurationUnit.WORKING_DAY, case="two"),
        ),
        papers=(
            Paper("photo", "Ảnh thẻ", originals=2),
            Paper("loss", "Đơn báo mất", originals=1, case="two"),
        ),
        fees=(Charge(FeeKind.CHARGE, "Lệ phí", 50000, case="two"),),
    )
    shown = text("/thu-tuc/1.000001/")
    assert "<h3>Cấp lại</h3>" in shown
    assert shown.index("Ảnh thẻ, 2 bản chính") < shown.index("<h3>Cấp lại</h3>") < shown.index("Đơn báo mất")
    assert "10 ngày làm việc" in shown
    assert "3 ngày làm việc" in shown
    assert "50.000 ₫" in shown


def test_a_cut_stands_beside_the_limit_of_the_law_with_its_decision() -> None:
    cut = Terms(
        Channel.DIRECT,
        7,
        DurationUnit.WORKING_DAY,
        statutory_value=10,
        statutory_unit=DurationUnit.WORKING_DAY,
        cut_decision_no="12/QĐ-UBND",
        cut_decided_on=date(2026, 2, 3),
        cut_legal_basis="NĐ 224/2026/NĐ-CP",
    )
    published("1.000001", "Cấp thẻ", channels=(cut,))
    assert "Luật định 10 ngày làm việc. Tỉnh rút ngắn theo Quyết định 12/QĐ-UBND, ngày 03/02/2026." in text(
        "/thu-tuc/1.000001/"
    )


def test_what_depends_is_never_shown_as_free() -> None:
    depends = Charge(FeeKind.CHARGE, "Lệ phí", 0, free=None)
    national("1.000001", "Cấp thẻ", fees=(depends,))
    shown = text("/thu-tuc/1.000001/")
    assert "Tùy trường hợp" in shown
    assert "Miễn phí" not in shown


def test_no_fee_in_the_source_is_not_free_either() -> None:
    national("1.000001", "Cấp thẻ", fees=())
    shown = text("/thu-tuc/1.000001/")
    assert "Chưa ghi không có nghĩa là miễn phí" in shown


def test_a_record_under_which_nothing_is_filed_here_says_where_to_go() -> None:
    national("1.000001", "Cấp thẻ", deciding_agency="Cục Hàng không")
    shown = text("/thu-tuc/1.000001/")
    assert "Chưa nộp được thủ tục này trên trang này" in shown
    assert "Nộp tại Cục Hàng không" in shown
    assert "/nop/" not in shown


def test_a_procedure_of_this_province_leads_into_filing_and_names_the_counter() -> None:
    world()
    shown = text(f"/thu-tuc/{CODE}/")
    assert f'href="/thu-tuc/{CODE}/nop/"' in shown
    assert "Nộp tại quầy" in shown


def test_an_abolished_procedure_says_so_and_names_its_successor() -> None:
    version = published("1.000001", "Cấp thẻ")
    published("1.000002", "Cấp thẻ mới")
    decision = commands.register_decision(
        kind=DecisionKind.ABOLISH,
        issuer="UBND tỉnh",
        summary="Bãi bỏ",
        codes=("1.000001",),
        by=MAKER,
        at=AT,
    )
    assert isinstance(decision, PublicationDecision), decision
    signed = commands.sign_decision(
        decision_id=decision.pk,
        number="99/QĐ-UBND",
        signed_on=date(2026, 3, 2),
        signed_by="Chủ tịch",
        effective_on=date(2026, 4, 1),
        by=MAKER,
        at=AT,
    )
    assert isinstance(signed, PublicationDecision), signed
    done = commands.abolish(
        procedure_id=version.procedure_id,
        decision_id=decision.pk,
        from_day=date(2026, 4, 1),
        successor_code="1.000002",
        by=MAKER,
        at=AT,
    )
    assert isinstance(done, Procedure), done
    shown = text("/thu-tuc/1.000001/")
    assert "Thủ tục này đã bị bãi bỏ từ 01/04/2026" in shown
    assert "99/QĐ-UBND" in shown
    assert re.search(r'href="/thu-tuc/1.000002/"\s*>Cấp thẻ mới</a>', shown)
    assert "/nop/" not in shown


def test_earlier_versions_stay_readable_and_the_differences_are_told() -> None:
    published("1.000001", "Cấp thẻ")
    published(
        "1.000001",
        "Cấp thẻ",
        effective_from=date(2026, 5, 1),
        channels=(replace(PLAIN.channels[0], value=4),),
    )
    shown = text("/thu-tuc/1.000001/")
    assert "Phiên bản 2, đang xem" in shown
    assert "Phiên bản này khác phiên bản trước ở đâu" in shown
    before = text("/thu-tuc/1.000001/?phien-ban=1")
    assert "Bạn đang xem một phiên bản trước" in before
    text("/thu-tuc/1.000001/?phien-ban=9", 404)


def test_another_code_leads_to_the_procedure() -> None:
    version = published("1.000001", "Cấp thẻ")
    version.procedure.codes.create(code="1.000001.000.00.00.H60", kind="localised")
    answer = Client().get("/thu-tuc/1.000001.000.00.00.H60/")
    assert (answer.status_code, answer["Location"]) == (302, "/thu-tuc/1.000001/")


def test_two_of_one_name_tell_of_each_other() -> None:
    published("1.000001", "Cấp thẻ", levels=("commune",))
    published("1.000002", "Cấp thẻ", levels=("province",))
    shown = text("/thu-tuc/1.000001/")
    assert "Có phải thủ tục bạn cần?" in shown
    assert "Cấp tỉnh" in shown.partition("Có phải thủ tục bạn cần?")[2]


@pytest.mark.parametrize("code", ["9.999999", "%00", "a" * 300])
def test_an_unknown_code_is_not_found(code: str) -> None:
    text(f"/thu-tuc/{code}/", 404)
