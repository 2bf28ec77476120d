"""Two hands on one sheet: two appraisers on one leaf, a late declaration beside the lock."""

import time
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.db.models import QuerySet

from motcua.base.journal import command as wrapper
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.reform.scoring import commands
from motcua.reform.scoring.commands import appraising, sheets
from motcua.reform.scoring.models import LeafScore, LeafVerdict, Sheet
from motcua.reform.scoring.queries import sealing
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.words import RoundWhy, VerdictStage
from tests.support.database import Database
from tests.support.scoring_scene import AT, SIGNED, Province, build
from tests.support.threads import together

THINKS_S = 0.3


@pytest.fixture
def province(committed: Database) -> Province:
    return build()


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every look at what stands there take its time, so that two hands surely meet."""
    look, row_of = appraising._before, sheets.row_of

    def think_before(row: LeafScore, stage: VerdictStage) -> str | None:
        found = look(row, stage)
        time.sleep(THINKS_S)
        return found

    def think(sheet: Sheet, node: Node) -> LeafScore:
        found = row_of(sheet, node)
        time.sleep(THINKS_S)
        return found

    monkeypatch.setattr(appraising, "_before", think_before)
    monkeypatch.setattr(sheets, "row_of", think)


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the lock of the sheet away, and the second try to which a refused constraint would lead."""
    monkeypatch.setattr(wrapper, "_CLASHES", ())
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_: self.all())
    return iter(())


def both_judge(province: Province) -> tuple[list[object], Sheet]:
    sheet = province.taken_up()
    points = (Decimal(1), Decimal(3))

    def judge(number: int) -> object:
        return commands.appraise(
            sheet_id=sheet.pk, code="1.1", points=points[number], note="Đối chiếu.", by=province.ngoc, at=AT
        )

    return together(2, judge), sheet


def said_of(verdict: LeafVerdict) -> list[tuple[object, object]]:
    return [(row.payload["old"], row.payload["new"]) for row in rows_of(f"leaf_verdict:{verdict.pk}")]


@pytest.mark.usefixtures("slowly")
def test_of_two_appraisers_on_one_leaf_the_second_sees_what_the_first_gave(province: Province) -> None:
    outcomes, sheet = both_judge(province)
    assert not [one for one in outcomes if isinstance(one, Exception | Refusal)]
    verdict = LeafVerdict.objects.get(leaf__sheet=sheet, stage=VerdictStage.APPRAISAL_1.value)
    first, second = said_of(verdict)
    assert first[0] is None
    assert second == (first[1], str(verdict.points.normalize()))


@pytest.mark.usefixtures("slowly", "unlocked")
def test_without_the_lock_one_of_them_would_overwrite_blindly(province: Province) -> None:
    """The control: the race is real; without the lock nobody sees the other's points, or one act breaks."""
    outcomes, sheet = both_judge(province)
    failed = [one for one in outcomes if isinstance(one, Exception)]
    verdicts = LeafVerdict.objects.filter(leaf__sheet=sheet, stage=VerdictStage.APPRAISAL_1.value)
    olds = [old for verdict in verdicts for old, _ in said_of(verdict)]
    assert failed or olds == [None, None]


@pytest.mark.usefixtures("slowly")
def test_a_declaration_beside_the_lock_comes_before_it_or_not_at_all(province: Province) -> None:
    sheet = province.filled()

    def act(number: int) -> object:
        if number:
            time.sleep(THINKS_S / 3)
            return commands.lock_sheet(sheet_id=sheet.pk, words=SIGNED, by=province.lan, at=AT)
        told = {"declared": {"step": 2}, "explanation": "Không ban hành."}
        return commands.declare(sheet_id=sheet.pk, code="1.1", **told, by=province.khanh, at=AT)

    declared, locked = together(2, act)
    assert not isinstance(locked, Exception | Refusal)
    if isinstance(declared, Refusal):
        assert declared.why is RoundWhy.NOT_OPEN_FOR
    else:
        assert LeafScore.objects.get(sheet=sheet, code="1.1").points == 0
    assert sealing.holds(locked)
