"""Who is who, who may act for whom, which paper serves again: plain decisions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.rooms import Refusal
from motcua.reference.people.rules import (
    Kind,
    check_described,
    check_identifier,
    check_mandate,
    kind_of,
    standing,
    stands,
)
from motcua.reference.people.sentences import paper_said
from motcua.reference.people.words import Basis, Described, IdentifierKind, Mandate, PaperState, Power, Why

DAY = date(2026, 3, 2)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
MARITAL = Kind("marital", ("giấy xác nhận tình trạng hôn nhân",), single=True, months=6)
BIRTH = Kind("birth", ("giấy khai sinh", "trích lục khai sinh"), without=("tờ khai",))
FRESH = Kind("application", ("tờ khai", "đơn đề nghị"), reusable=False)


@pytest.mark.covers("T-22")
@pytest.mark.parametrize("number", ["000000000000", "000000000001", "111111111111", "999999999999"])
def test_a_number_that_stands_for_having_none_is_refused(number: str) -> None:
    assert check_identifier(IdentifierKind.PERSONAL_ID, number) == Refusal(Why.DUMMY_IDENTIFIER)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IdentifierKind.PERSONAL_ID, "008190004821"),
        (IdentifierKind.PERSONAL_ID, "001000000012"),
        (IdentifierKind.TAX_CODE, "5000123456"),
        (IdentifierKind.TAX_CODE, "5000123456-001"),
    ],
)
def test_a_real_number_passes(kind: IdentifierKind, number: str) -> None:
    assert check_identifier(kind, number) is None


@pytest.mark.parametrize("number", ["500012345", "50001234567", "5000123456-01", "5000 123456", "abc"])
def test_a_misshapen_tax_code_is_refused(number: str) -> None:
    refused = check_identifier(IdentifierKind.TAX_CODE, number)
    assert refused is not None and refused.why is Why.TAX_CODE_FORM


@given(days, st.none() | days, days)
def test_an_ended_right_never_stands(since: date, until: date | None, on: date) -> None:
    assert not stands(valid_from=since, valid_to=until, ended=True, on=on)


@given(days, st.integers(0, 400), days)
def test_a_right_stands_from_its_first_to_its_last_day(since: date, length: int, on: date) -> None:
    until = since + timedelta(days=length)
    assert stands(valid_from=since, valid_to=until, ended=False, on=on) is (since <= on <= until)


def mandate(basis: Basis, **more: object) -> Mandate:
    said = {"powers": frozenset({Power.FILE}), "valid_from": DAY, **more}
    return Mandate(basis=basis, **said)


@pytest.mark.parametrize(
    ("claim", "organisation", "of_age", "why"),
    [
        (mandate(Basis.PARENT), False, DAY, Why.NOT_A_MINOR),
        (mandate(Basis.PARENT), False, None, Why.NOT_A_MINOR),
        (mandate(Basis.PARENT), True, DAY + timedelta(days=1), Why.ORGANISATION_NEEDED),
        (mandate(Basis.LEGAL_REPRESENTATIVE), False, None, Why.ORGANISATION_NEEDED),
        (mandate(Basis.AUTHORISED), False, None, Why.NO_DOCUMENT),
        (mandate(Basis.AUTHORISED, document=" "), True, None, Why.NO_DOCUMENT),
        (mandate(Basis.GUARDIAN, powers=frozenset()), False, None, Why.NO_POWERS),
        (
            mandate(Basis.AUTHORISED, document="12/2026", valid_to=DAY - timedelta(days=1)),
            False,
            None,
            Why.ENDS_BEFORE_START,
        ),
    ],
)
def test_what_a_claim_lacks(claim: Mandate, organisation: bool, of_age: date | None, why: Why) -> None:
    assert check_mandate(claim, of_age_on=of_age, organisation=organisation, on=DAY) == Refusal(why)


@pytest.mark.parametrize(
    ("claim", "organisation", "of_age"),
    [
        (mandate(Basis.PARENT), False, DAY + timedelta(days=1)),
        (mandate(Basis.GUARDIAN), False, None),
        (mandate(Basis.LEGAL_REPRESENTATIVE), True, None),
        (mandate(Basis.AUTHORISED, document="12/2026", valid_to=DAY), True, None),
    ],
)
def test_a_sound_claim_stands(claim: Mandate, organisation: bool, of_age: date | None) -> None:
    assert check_mandate(claim, of_age_on=of_age, organisation=organisation, on=DAY) is None


@given(st.sampled_from(PaperState), st.none() | days, days)
def test_only_what_was_valid_expires(state: PaperState, until: date | None, on: date) -> None:
    after = standing(state, until, on)
    if after is not state:
        assert (state, after) == (PaperState.VALID, PaperState.EXPIRED)
        assert until is not None and until < on


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bản sao Giấy khai sinh của con", BIRTH),
        ("Bản chính trích lục khai sinh (nếu có)", BIRTH),
        ("Giấy xác nhận tình trạng hôn nhân do UBND cấp xã cấp", MARITAL),
        ("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", MARITAL),
        ("Tờ khai đăng ký lại giấy khai sinh", FRESH),
        ("Giấy khai sinhx", None),
        ("Giấy chứng sinh", None),
    ],
)
def test_the_kind_of_a_paper_is_known_by_whole_words(name: str, kind: Kind | None) -> None:
    assert kind_of(name, (MARITAL, BIRTH, FRESH)) == kind


@given(days, st.none() | days, st.none() | days)
def test_a_paper_bears_days_in_their_order_up_to_today(
    on: date, issued_on: date | None, valid_to: date | None
) -> None:
    refused = check_described(Described(issued_on=issued_on, valid_to=valid_to), on)
    if issued_on is None or (issued_on <= on and (valid_to is None or issued_on <= valid_to)):
        assert refused is None
    else:
        why = Why.PAPER_FROM_THE_FUTURE if issued_on > on else Why.PAPER_ENDS_BEFORE_ISSUE
        assert refused == Refusal(why)


@pytest.mark.parametrize(
    ("number", "issuer", "issued_on", "valid_to", "said"),
    [
        ("45/2026", "UBND xã Lũng Cú", DAY, None, "Số 45/2026, UBND xã Lũng Cú cấp, ngày 02/03/2026"),
        ("", "UBND xã Lũng Cú", None, None, "UBND xã Lũng Cú cấp"),
        ("", "", DAY, DAY, "Ngày 02/03/2026. Có giá trị đến 02/03/2026"),
        ("", "", None, None, ""),
    ],
)
def test_a_paper_is_told_by_what_was_read_on_it(
    number: str, issuer: str, issued_on: date | None, valid_to: date | None, said: str
) -> None:
    assert paper_said(number, issuer, issued_on, valid_to) == said
