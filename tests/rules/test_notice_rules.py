"""What a notice must say, when it is tried again, and how its address is shown."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.notices import rules
from motcua.base.notices.words import Medium, NoticeState, Occasion, Pace, Why, Wording
from motcua.base.rooms import Refusal

ACCEPTED = Occasion(
    event="accepted",
    title="Được tiếp nhận",
    fields={"code": "Mã hồ sơ", "due": "Ngày hẹn trả", "unit": "Nơi tiếp nhận"},
    needed=frozenset({"code", "due"}),
    sample={"code": "H60.24-260302-0001", "due": "09/03/2026", "unit": "Trung tâm"},
)
WHOLE = Wording("Hồ sơ {code}", "Hồ sơ {code}, hẹn trả {due}.", "{code}: hẹn trả {due}")
PACE = Pace(tries=4, first_s=60, factor=4, keep_days=365)
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def refused(wording: Wording, *media: Medium) -> str | None:
    wrong = rules.check_wording(wording, ACCEPTED, media or (Medium.EMAIL,))
    return wrong.why.value if wrong else None


def test_a_whole_wording_passes_by_every_medium() -> None:
    assert refused(WHOLE, *Medium) is None


@pytest.mark.parametrize(
    ("wording", "why"),
    [
        (Wording("Hồ sơ {code}", "Hồ sơ {code}."), Why.FIELD_MISSING),
        (Wording("Hồ sơ {name}", "{code} {due}"), Why.UNKNOWN_FIELD),
        (Wording("Hồ sơ {code", "{code} {due}"), Why.BRACES),
        (Wording("Hồ sơ", "{code!r} {due}"), Why.BRACES),
        (Wording("Hồ sơ", "{code.pk} {due}"), Why.BRACES),
        (Wording("Hồ sơ", "{0} {due}"), Why.BRACES),
        (Wording("Hồ sơ", "{code:>9} {due}"), Why.BRACES),
        (Wording("", "{code} {due}"), Why.NOTHING_SAID),
        (Wording("Hồ sơ", "{code} {due}, nộp tại https://phi.example"), Why.FOREIGN_LINK),
        (Wording("Hồ sơ", "{code} {due}, xem WWW.phi.example"), Why.FOREIGN_LINK),
    ],
)
def test_a_faulty_wording_is_refused(wording: Wording, why: Why) -> None:
    assert refused(wording) == why


def test_short_words_are_asked_for_where_a_telephone_is_told() -> None:
    without = Wording(WHOLE.subject, WHOLE.body)
    assert refused(without, Medium.EMAIL) is None
    assert refused(without, Medium.SMS) == Why.NO_SHORT_WORDS
    assert refused(Wording(WHOLE.subject, WHOLE.body, "Có tin mới"), Medium.ZALO) == Why.FIELD_MISSING


def test_a_rule_without_a_medium_is_refused() -> None:
    wrong = rules.check_wording(WHOLE, ACCEPTED, ())
    assert wrong is not None and wrong.why is Why.NO_MEDIUM


def test_a_refused_field_is_named_with_those_that_there_are() -> None:
    wrong = rules.check_wording(Wording("a", "{code} {due} {phone}"), ACCEPTED, [Medium.EMAIL])
    assert wrong is not None
    assert wrong.facts == {"field": "{phone}", "known": "{code}, {due}, {unit}"}


@given(st.text(max_size=40), st.text(max_size=80), st.text(max_size=40))
def test_whatever_passes_can_be_filled_for_every_medium(subject: str, body: str, short: str) -> None:
    wording = Wording(subject, body + "{code}{due}", short + "{code}")
    if rules.check_wording(wording, ACCEPTED, list(Medium)) is None:
        for medium in Medium:
            _, said = rules.words_for(medium, wording, ACCEPTED.sample)
            assert ACCEPTED.sample["code"] in said


@given(st.text(alphabet="{}ab!:.[]0", max_size=12))
def test_a_text_of_braces_is_refused_or_names_plain_fields(text: str) -> None:
    named = rules.fields_in(text)
    if not isinstance(named, Refusal):
        assert all(name.isidentifier() for name in named)
        rules.filled(text, dict.fromkeys(named, ""))


# --- trying again ---


@given(st.integers(1, 20), st.sampled_from([Why.UNREACHABLE, Why.NOT_TAKEN, Why.NOT_CONFIGURED]))
def test_a_failure_is_tried_again_until_its_tries_are_over(attempt: int, why: Why) -> None:
    state, again = rules.after_failure(why.value, attempt, AT, PACE)
    if why is Why.UNREACHABLE and attempt < PACE.tries:
        assert state is NoticeState.FAILED and again is not None and again > AT
    else:
        assert (state, again) == (NoticeState.GIVEN_UP, None)


def test_every_pause_is_longer_than_the_one_before() -> None:
    pauses = [rules.after_failure(Why.UNREACHABLE.value, n, AT, PACE)[1] for n in range(1, PACE.tries)]
    assert pauses == [AT + timedelta(minutes=minutes) for minutes in (1, 4, 16)]


def test_the_pace_is_that_of_the_day() -> None:
    before, after = "2026-01-01 tries=6 first_s=60 factor=4 keep_days=365", "2026-06-01 tries=2 first_s=5"
    text = f"{before}; {after} factor=2 keep_days=90"
    assert rules.pace_on(text, date(2025, 1, 1)).tries == 6
    assert rules.pace_on(text, date(2026, 5, 31)).tries == 6
    assert rules.pace_on(text, date(2026, 6, 1)) == Pace(2, 5, 2, 90)
    with pytest.raises(ValueError, match="not a pace"):
        rules.pace_on("2026-01-01 tries=six", date(2026, 1, 1))


@given(st.emails() | st.from_regex(r"0\d{9}", fullmatch=True))
def test_a_masked_address_gives_nobody_away(address: str) -> None:
    shown = rules.masked(address)
    assert shown != address and "•••" in shown
    assert len(shown.replace("•", "").partition("@")[0]) <= 3


def test_masking_keeps_what_the_owner_knows_it_by() -> None:
    assert rules.masked("hoa@example.vn") == "h•••@example.vn"
    assert rules.masked("0912000318") == "•••318"
    assert (rules.masked("12"), rules.masked("")) == ("•••", "")
