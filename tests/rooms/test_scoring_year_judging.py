"""Others judge a sheet: two appraisals with an explanation between, people who are asked, the council."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from motcua.base.clock.periods import Period
from motcua.base.rooms import Refusal
from motcua.reference.org.words import Role
from motcua.reform.scoring import commands
from motcua.reform.scoring.models import LeafScore, Sheet
from motcua.reform.scoring.ports import MeasureValue
from motcua.reform.scoring.queries import measures, relations
from motcua.reform.scoring.queries import sheets as reading
from motcua.reform.scoring.words import RoundWhy, ScoringAct, SetLevel, SheetState, VerdictStage
from tests.support import scoring_scene as scene
from tests.support.scoring_scene import (
    AT,
    DEADLINES,
    SIGNED,
    YEAR,
    Province,
    build,
    criteria,
    done,
    stored,
    why,
)

pytestmark = pytest.mark.django_db


class Counted:
    """A house that counted every dossier in time."""

    def value(self, measure: str, agency: UUID, period: Period) -> MeasureValue:
        """Count."""
        return MeasureValue(Decimal(9), Decimal(9), AT, known=True)


@pytest.fixture
def province() -> Province:
    return build()


@pytest.fixture
def appraised() -> Province:
    return scene.appraising()


@pytest.fixture
def heard() -> Province:
    return scene.in_council()


def close(province: Province, sheet: Sheet, by: str = "ngoc", words: str = SIGNED) -> object:
    return commands.close_appraisal(sheet_id=sheet.pk, words=words, by=province.actors[by], at=AT)


def explaining(province: Province) -> Sheet:
    return province.judged(province.taken_up(), asks="1.2")


def council(province: Province, sheet: Sheet, by: str = "quyet", **said: object) -> object:
    told = {"minutes_number": "05/BB", "minutes_on": date(2027, 1, 20), "words": SIGNED, **said}
    return commands.close_council(sheet_id=sheet.pk, by=province.actors[by], at=AT, **told)


def record(province: Province, sheet: Sheet, code: str = "1.1", **said: object) -> object:
    told = {"points": Decimal(1), "note": "Theo biên bản.", "by": province.quyet, **said}
    return commands.record_council(sheet_id=sheet.pk, code=code, at=AT, **told)


@pytest.mark.parametrize(
    ("code", "points", "said", "refused"),
    [
        ("1.1", "4.01", {}, RoundWhy.POINTS_OUT_OF_RANGE),
        ("1.1", "-1", {}, RoundWhy.POINTS_OUT_OF_RANGE),
        ("1.1", "3", {"note": ""}, RoundWhy.NOTE_MISSING),
        ("1.1", "4", {"note": "", "asks": True}, RoundWhy.NOTE_MISSING),
        ("2.1", "4", {}, RoundWhy.LEAF_COMPUTED),
        ("3.1", "4", {}, RoundWhy.LEAF_SURVEYED),
        ("2", "4", {}, RoundWhy.LEAF_UNKNOWN),
    ],
)
def test_a_verdict_that_cannot_stand_is_refused(
    appraised: Province, code: str, points: str, said: dict[str, object], refused: RoundWhy
) -> None:
    sheet = appraised.sheet()
    assert why(appraised.appraise(code, points, by=appraised.ngoc, sheet=sheet, **said)) is refused


def test_a_verdict_needs_points_or_that_the_leaf_does_not_apply(appraised: Province) -> None:
    sheet = appraised.sheet()
    given = {"sheet_id": sheet.pk, "code": "1.1", "points": None, "note": "x", "by": appraised.ngoc, "at": AT}
    assert why(commands.appraise(**given)) is RoundWhy.POINTS_OUT_OF_RANGE
    made = done(commands.appraise(**given, not_applicable=True))
    assert (made.points, made.not_applicable) == (None, True)


def test_agreeing_needs_no_note(appraised: Province) -> None:
    sheet = appraised.sheet()
    made = done(appraised.appraise("1.1", "4", by=appraised.ngoc, sheet=sheet, note=""))
    assert (made.stage, made.points, made.given_by_id) == ("appraisal_1", Decimal(4), appraised.ngoc.person)


def test_a_locked_sheet_is_taken_up_before_it_is_judged(province: Province) -> None:
    sheet = province.locked()
    assert why(province.appraise("1.1", "4", by=province.ngoc, sheet=sheet)) is RoundWhy.NOT_OPEN_FOR
    assert why(close(province, sheet)) is RoundWhy.NOT_OPEN_FOR
    done(commands.begin_appraisal(sheet_id=sheet.pk, by=province.ngoc, at=AT))
    assert why(commands.begin_appraisal(sheet_id=sheet.pk, by=province.ngoc, at=AT)) is RoundWhy.NOT_OPEN_FOR


def test_an_appraisal_closes_when_every_leaf_was_judged(province: Province) -> None:
    sheet = province.taken_up()
    done(province.appraise("1.1", "4", by=province.ngoc, sheet=sheet))
    outcome = close(province, sheet)
    assert why(outcome) is RoundWhy.NOT_APPRAISED
    assert outcome.facts == {"count": "4", "code": "1.2"}
    assert why(close(province, sheet, words="")) is RoundWhy.NO_WORDS


def test_without_a_question_the_sheet_goes_to_the_council(province: Province) -> None:
    assert province.judged(province.taken_up()).state == SheetState.COUNCIL


def test_the_second_appraisal_judges_what_was_asked_about_alone(province: Province) -> None:
    sheet = explaining(province)
    done(commands.explain(sheet_id=sheet.pk, code="1.2", text="Vì lũ.", by=province.khanh, at=AT))
    done(commands.lock_explanation(sheet_id=sheet.pk, words=SIGNED, by=province.lan, at=AT))
    again = province.sheet()
    assert why(province.appraise("1.1", "1", by=province.ngoc, sheet=again)) is RoundWhy.NOT_ASKED
    assert why(close(province, again)) is RoundWhy.NOT_APPRAISED
    done(province.appraise("1.2", "6", by=province.ngoc, sheet=again, asks=True))
    done(close(province, again))
    leaf = reading.reading(province.sheet(), at=AT).leaves["1.2"]
    first, second = leaf.verdicts[VerdictStage.APPRAISAL_1], leaf.verdicts[VerdictStage.APPRAISAL_2]
    assert (first.points, second.points, second.asks) == (Decimal("5.4"), Decimal(6), False)
    assert leaf.judged == second
    assert leaf.score is not None
    assert leaf.score.reply == "Vì lũ."


def test_an_agency_explains_what_it_was_asked_and_nothing_else(province: Province) -> None:
    sheet = explaining(province)
    told = {"sheet_id": sheet.pk, "by": province.khanh, "at": AT}
    assert why(commands.explain(code="1.1", text="Vì lũ.", **told)) is RoundWhy.NOT_ASKED
    assert why(commands.explain(code="1.2", text=" ", **told)) is RoundWhy.NOTE_MISSING
    refused = commands.add_evidence(
        sheet_id=sheet.pk,
        code="1.1",
        file_id=province.paper(province.khanh).pk,
        issuer="UBND",
        number="1",
        issued_on=date(2026, 1, 1),
        section="I",
        page="1",
        by=province.khanh,
        at=AT,
    )
    assert why(refused) is RoundWhy.NOT_ASKED


def test_explanations_are_locked_when_all_are_there(province: Province) -> None:
    sheet = explaining(province)
    told = {"sheet_id": sheet.pk, "by": province.lan, "at": AT}
    outcome = commands.lock_explanation(words=SIGNED, **told)
    assert why(outcome) is RoundWhy.NOT_EXPLAINED
    assert outcome.facts == {"count": "1", "code": "1.2"}
    assert why(commands.lock_explanation(words="", **told)) is RoundWhy.NO_WORDS


def test_a_survey_is_entered_by_the_reform_officer_and_by_nobody_else(province: Province) -> None:
    sheet = province.sheet()
    told = {"sheet_id": sheet.pk, "code": "3.1", "declared": {"index": "82,3"}, "at": AT}
    for login in ("khanh", "lan", "ngoc", "quyet", "duc"):
        assert why(commands.enter_survey(**told, by=province.actors[login])) is RoundWhy.NOT_YOURS
    row = done(commands.enter_survey(**told, by=province.thinh))
    assert row.points == Decimal("8.23")
    wrong = {**told, "declared": {"index": "101"}, "by": province.thinh}
    assert why(commands.enter_survey(**wrong)) is RoundWhy.INPUT_WRONG
    assert why(commands.enter_survey(**{**wrong, "code": "1.1"})) is RoundWhy.LEAF_NOT_SURVEYED


def test_entering_a_survey_scores_nobody_and_does_not_bar_from_judging(province: Province) -> None:
    officer = replace(province.ngoc, roles=province.ngoc.roles | {Role.REFORM_OFFICER.value})
    told = {"sheet_id": province.sheet().pk, "code": "3.1", "declared": {"index": "80"}, "at": AT}
    done(commands.enter_survey(**told, by=officer))
    sheet = province.locked()
    done(commands.begin_appraisal(sheet_id=sheet.pk, by=officer, at=AT))


def test_a_survey_may_come_late_but_not_after_the_council(province: Province) -> None:
    told = {"code": "3.1", "declared": {"index": "80"}, "by": province.thinh, "at": AT}
    sheet = province.in_council()
    done(commands.enter_survey(sheet_id=sheet.pk, **told))
    done(council(province, sheet))
    assert why(commands.enter_survey(sheet_id=sheet.pk, **told)) is RoundWhy.COUNCIL_CLOSED
    assert LeafScore.objects.get(sheet=sheet, code="3.1").final == Decimal(8)


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"points": Decimal("4.5")}, RoundWhy.POINTS_OUT_OF_RANGE),
        ({"note": ""}, RoundWhy.NOTE_MISSING),
        ({"code": "3.1"}, RoundWhy.LEAF_SURVEYED),
        ({"code": "x"}, RoundWhy.LEAF_UNKNOWN),
    ],
)
def test_what_the_council_cannot_give_is_refused(
    province: Province, said: dict[str, object], refused: RoundWhy
) -> None:
    assert why(record(province, province.in_council(), **said)) is refused


def test_the_council_gives_points_where_the_house_could_not_count(heard: Province) -> None:
    sheet = heard.sheet()
    made = done(record(heard, sheet, "2.1", points=Decimal(9)))
    assert (made.stage, made.points) == ("council", Decimal(9))


def test_what_the_house_counted_is_not_judged_by_anybody(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measures, "source", Counted)
    assert why(record(province, province.in_council(), "2.1")) is RoundWhy.LEAF_COMPUTED


@pytest.mark.parametrize(
    ("said", "refused"),
    [({"minutes_number": " "}, RoundWhy.NO_DECISION_NUMBER), ({"words": ""}, RoundWhy.NO_WORDS)],
)
def test_the_council_closes_with_its_minutes(
    heard: Province, said: dict[str, object], refused: RoundWhy
) -> None:
    sheet = heard.sheet()
    assert why(council(heard, sheet, **said)) is refused


def test_after_the_council_has_closed_it_gives_nothing_more(heard: Province) -> None:
    sheet = heard.sheet()
    lock = done(council(heard, sheet))
    assert (lock.minutes_number, lock.minutes_on) == ("05/BB", date(2027, 1, 20))
    assert why(record(heard, sheet)) is RoundWhy.COUNCIL_CLOSED
    assert why(council(heard, sheet)) is RoundWhy.COUNCIL_CLOSED


def test_nobody_judges_themselves(province: Province) -> None:
    """The department that appraises all communes has its own sheet judged by the committee."""
    sheet = departments(province)
    own, other = province.sheet("noivu", sheet.round), province.sheet("tuphap", sheet.round)
    assert relations.appraisers_of(other) == {province.agencies["noivu"].pk}
    assert relations.appraisers_of(own) == {province.agencies["province"].pk}
    for one, by in ((own, "ngoc"), (other, "minh")):
        refused = relations.why_not(province.actors[by], ScoringAct.APPRAISE, one, domain="1", at=AT)
        assert isinstance(refused, Refusal)
    Sheet.objects.filter(pk__in=[own.pk, other.pk]).update(state=SheetState.LOCKED.value)
    assert why(commands.begin_appraisal(sheet_id=own.pk, by=province.ngoc, at=AT)) is RoundWhy.NOT_YOURS
    done(commands.begin_appraisal(sheet_id=own.pk, by=province.minh, at=AT))
    done(commands.begin_appraisal(sheet_id=other.pk, by=province.ngoc, at=AT))


def test_nobody_judges_themselves_even_when_the_domain_is_allocated_to_them(province: Province) -> None:
    sheet = departments(province, allocation={"1": [province.agencies["tuphap"].pk]})
    own = province.sheet("tuphap", sheet.round)
    assert relations.appraisers_of(own, "1") == {province.agencies["province"].pk}
    assert relations.appraisers_of(own, "2") == {province.agencies["noivu"].pk}


def test_a_member_of_the_council_leaves_their_own_agency_to_another(province: Province) -> None:
    sheet = departments(province)
    own = province.sheet("noivu", sheet.round)
    Sheet.objects.filter(pk=own.pk).update(state=SheetState.COUNCIL.value)
    assert why(record(province, own)) is RoundWhy.OWN_AGENCY
    done(record(province, own, by=province.hoi))


def test_who_scored_does_not_judge_and_who_judged_does_not_score(province: Province) -> None:
    sheet = province.locked()
    scorer_moved = replace(province.ngoc, person=province.khanh.person)
    refused = commands.begin_appraisal(sheet_id=sheet.pk, by=scorer_moved, at=AT)
    assert why(refused) in {RoundWhy.SCORED_IT, RoundWhy.OWN_AGENCY}
    done(commands.begin_appraisal(sheet_id=sheet.pk, by=province.ngoc, at=AT))
    done(province.appraise("1.1", "4", by=province.ngoc, sheet=sheet))
    Sheet.objects.filter(pk=sheet.pk).update(state=SheetState.SELF_SCORING.value)
    appraiser_moved = replace(province.khanh, person=province.ngoc.person)
    again = commands.declare(sheet_id=sheet.pk, code="1.1", declared={"step": 1}, by=appraiser_moved, at=AT)
    assert why(again) is RoundWhy.APPRAISED_IT


def departments(province: Province, **said: object) -> Sheet:
    """Open the year of the departments; gives one of its sheets."""
    set_ = stored(criteria(level=SetLevel.DEPARTMENT))
    made = commands.open_round(
        criteria_id=set_.pk, period=YEAR, deadlines=DEADLINES, by=province.thinh, at=AT, **said
    )
    return province.sheet("noivu", done(made))


ACTS: dict[ScoringAct, tuple[SheetState, Callable[[Province, Sheet, str], object], set[str]]] = {
    ScoringAct.SCORE: (
        SheetState.SELF_SCORING,
        lambda p, s, by: commands.declare(
            sheet_id=s.pk, code="1.1", declared={"step": 0}, by=p.actors[by], at=AT
        ),
        {"khanh"},
    ),
    ScoringAct.LOCK: (
        SheetState.SELF_SCORING,
        lambda p, s, by: commands.lock_sheet(sheet_id=s.pk, words=SIGNED, by=p.actors[by], at=AT),
        {"lan"},
    ),
    ScoringAct.APPRAISE: (
        SheetState.LOCKED,
        lambda p, s, by: commands.begin_appraisal(sheet_id=s.pk, by=p.actors[by], at=AT),
        {"ngoc"},
    ),
    ScoringAct.EXPLAIN: (
        SheetState.EXPLANATION,
        lambda p, s, by: commands.explain(sheet_id=s.pk, code="1.2", text="Vì lũ.", by=p.actors[by], at=AT),
        {"khanh"},
    ),
    ScoringAct.LOCK_EXPLANATION: (
        SheetState.EXPLANATION,
        lambda p, s, by: commands.lock_explanation(sheet_id=s.pk, words=SIGNED, by=p.actors[by], at=AT),
        {"lan"},
    ),
    ScoringAct.COUNCIL: (
        SheetState.COUNCIL,
        lambda p, s, by: record(p, s, by=p.actors[by]),
        {"quyet", "hoi"},
    ),
    ScoringAct.RUN: (
        SheetState.SELF_SCORING,
        lambda p, s, by: commands.set_deadline(
            round_id=s.round_id, state=SheetState.COUNCIL, due_on=date(2027, 3, 1), by=p.actors[by], at=AT
        ),
        {"thinh"},
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_act_on_a_sheet_is_for_those_who_stand_to_it_so_and_for_nobody_else(
    province: Province, act: ScoringAct
) -> None:
    """Every person of the province tries every act on the ward's sheet while it is open for it."""
    state, attempt, allowed = ACTS[act]
    sheet = province.sheet()
    Sheet.objects.filter(pk=sheet.pk).update(state=state.value)
    for login in province.actors:
        outcome = attempt(province, sheet, login)
        refused = isinstance(outcome, Refusal) and outcome.why in {RoundWhy.NOT_YOURS, RoundWhy.OWN_AGENCY}
        assert refused is (login not in allowed), login
        Sheet.objects.filter(pk=sheet.pk).update(state=state.value)


def test_the_queue_of_an_appraiser_has_what_waits_for_their_agency(province: Province) -> None:
    sheet = province.locked()
    assert reading.to_appraise(province.ngoc) == [sheet]
    assert reading.to_appraise(province.huong) == []
    assert reading.to_appraise(province.khanh) == []


def test_a_sheet_is_read_by_those_who_have_a_part_in_it(province: Province) -> None:
    readers = {
        login
        for login, actor in province.actors.items()
        if reading.sheet_for(actor, province.sheet().pk, at=AT) is not None
    }
    assert readers == {"thinh", "ngoc", "quyet", "huong", "hoi", "minh", "duc", "khanh", "lan"}
