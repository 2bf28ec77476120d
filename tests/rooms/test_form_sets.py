"""The sets of forms: which holds on a day, and what it calls a paper."""

from datetime import date, timedelta

import pytest

from motcua.casework.dossiers.papers import SETS, form_in, form_on, set_on
from motcua.casework.dossiers.papers.checks import CHECKS, Asked, lacking
from motcua.casework.dossiers.words import PaperSize, SlipForm, Why

LAST_OF_2018, FIRST_OF_2025 = date(2025, 9, 14), date(2025, 9, 15)
DAY = date(2026, 11, 16)


def test_one_set_holds_on_every_day_since_the_first() -> None:
    day, holding = SETS[0].first_day, []
    while day < date(2027, 1, 1):
        holding.append(sum(one.holds_on(day) for one in SETS))
        day += timedelta(days=1)
    assert set(holding) == {1}


def test_before_the_first_set_there_is_none() -> None:
    assert set_on(SETS[0].first_day - timedelta(days=1)) is None


@pytest.mark.covers("T-43")
@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (SlipForm.M01, "M01", "M01"),
        (SlipForm.M04, "M04", "M04"),
        (SlipForm.M05, None, "M05"),
        (SlipForm.M06, "M05", "M06"),
        (SlipForm.M07, "M06", "M07"),
    ],
)
def test_a_paper_bears_the_number_that_its_own_set_gives_it(
    kind: SlipForm, before: str | None, after: str
) -> None:
    old, new = form_on(kind, LAST_OF_2018), form_on(kind, FIRST_OF_2025)
    assert (old[1].code if old else None, new[1].code if new else None) == (before, after)


def test_one_number_names_two_papers_in_two_sets() -> None:
    names = {one.version: [form.name for form in one.forms.values() if form.code == "M05"] for one in SETS}
    assert names == {
        "TT01/2018": ["Phiếu kiểm soát quá trình giải quyết hồ sơ"],
        "TT03/2025": ["Thông báo dừng giải quyết hồ sơ"],
    }


def test_within_a_set_each_number_stands_once() -> None:
    for one in SETS:
        codes = [form.code for form in one.forms.values()]
        assert len(codes) == len(set(codes)), one.version


@pytest.mark.covers("T-43")
def test_slips_are_a5_and_the_register_is_a4() -> None:
    sizes = {form.kind: form.size for one in SETS for form in one.forms.values()}
    assert {kind for kind, size in sizes.items() if size is PaperSize.A4} == {SlipForm.M07}


def test_a_form_is_read_back_from_the_set_of_its_slip() -> None:
    assert form_in("TT01/2018", SlipForm.M06).label == "Mẫu số 05"
    assert form_in("TT03/2025", SlipForm.M06).label == "Mẫu số 06"


WHOLE = {
    SlipForm.M01: {"due_at": "2026-11-23T23:59:59+07:00"},
    SlipForm.M02: {"items": [["Giấy chứng sinh", "Mờ"]], "reason": "Thiếu", "legal_basis": "Luật"},
    SlipForm.M03: {"reason_code": "not_eligible", "reason": "Chưa đủ", "legal_basis": "Luật"},
    SlipForm.M04: {"reason_code": "other", "reason": "Chậm", "legal_basis": "Luật", "new_due": "2026-11-30"},
    SlipForm.M05: {"ground": "legal_ground", "reason": "Dừng", "legal_basis": "Luật"},
}


def asked(form: SlipForm, **changed: object) -> Asked:
    given = {
        "day": DAY,
        "facts": WHOLE[form],
        "applicant": "Lý Thị Hoa",
        "in_force": True,
        "without_date": False,
    }
    return Asked(form=form, **(given | changed))  # type: ignore[arg-type]  # one value is changed by name


@pytest.mark.parametrize("form", WHOLE)
def test_a_whole_slip_lacks_nothing(form: SlipForm) -> None:
    assert lacking(asked(form)) is None


LACKING = [
    (SlipForm.M01, {"applicant": " "}, Why.NO_APPLICANT),
    (SlipForm.M01, {"in_force": False}, Why.VERSION_NOT_EFFECTIVE),
    (SlipForm.M01, {"facts": {"due_at": None}}, Why.NO_DURATION),
    (SlipForm.M05, {"day": LAST_OF_2018}, Why.FORM_NOT_IN_SET),
    (SlipForm.M02, {"facts": {**WHOLE[SlipForm.M02], "items": []}}, Why.NO_ITEMS),
    (SlipForm.M02, {"facts": {**WHOLE[SlipForm.M02], "items": [[" ", ""]]}}, Why.NO_ITEMS),
    (SlipForm.M02, {"facts": {**WHOLE[SlipForm.M02], "reason": " "}}, Why.NO_REASON),
    (SlipForm.M02, {"facts": {**WHOLE[SlipForm.M02], "legal_basis": ""}}, Why.NO_LEGAL_GROUND),
    (SlipForm.M03, {"facts": {**WHOLE[SlipForm.M03], "reason_code": ""}}, Why.NO_REASON),
    (SlipForm.M03, {"facts": {**WHOLE[SlipForm.M03], "legal_basis": " "}}, Why.NO_LEGAL_GROUND),
    (
        SlipForm.M03,
        {"facts": {**WHOLE[SlipForm.M03], "reason_code": "wrong_authority"}},
        Why.RIGHT_AUTHORITY_NEEDED,
    ),
    (SlipForm.M04, {"facts": {**WHOLE[SlipForm.M04], "new_due": None}}, Why.NO_DURATION),
    (SlipForm.M04, {"facts": {**WHOLE[SlipForm.M04], "legal_basis": None}}, Why.NO_LEGAL_GROUND),
    (SlipForm.M05, {"facts": {**WHOLE[SlipForm.M05], "ground": ""}}, Why.NO_REASON),
    (SlipForm.M05, {"facts": {**WHOLE[SlipForm.M05], "legal_basis": ""}}, Why.NO_LEGAL_GROUND),
]


@pytest.mark.parametrize(("form", "changed", "why"), LACKING)
def test_what_a_slip_lacks_is_named(form: SlipForm, changed: dict[str, object], why: Why) -> None:
    assert lacking(asked(form, **changed)) is why


def test_every_check_is_seen_to_bite() -> None:
    assert {why for why, _, _ in CHECKS} == {why for _, _, why in LACKING}


def test_a_procedure_without_date_needs_none() -> None:
    assert lacking(asked(SlipForm.M01, facts={"due_at": None}, without_date=True)) is None
