"""`motcua clock due` by the calendar of an agency, as decided; without one by the official calendar."""

import json
from datetime import date, time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from motcua.base.clock.calendar import Shift
from motcua.config.cli import _needs_database
from motcua.reference.org import commands
from motcua.reference.org.models import CalendarDecision
from tests.rooms.test_org_calendar import AT, FRIDAY, drafted, in_force
from tests.support.world import MAKER, World, build

pytestmark = pytest.mark.django_db
ASKED = ("due", "--from", "2026-03-02T09:00", "--amount", "5", "--unit", "working_day")
OFF = "Thứ Sáu 06/03/2026: nghỉ theo quyết định của địa phương (Ngày hội), không tính"


@pytest.fixture
def world() -> World:
    made = build()
    in_force(drafted(made.committee, FRIDAY))
    return made


def asked(*options: str, question: tuple[str, ...] = ASKED) -> str:
    out = StringIO()
    call_command("clock", *question, *options, stdout=out)
    return out.getvalue()


def test_an_agencys_own_day_off_moves_the_day_and_its_decision_is_named(world: World) -> None:
    found = json.loads(asked("--agency", "H60.24", "--json"))
    assert found["due"] == "2026-03-10"
    assert f"{OFF} (12/QĐ-UBND ngày 01/03/2026)" in found["explanation"]


def test_a_day_off_of_the_whole_country_names_its_law(world: World) -> None:
    question = ("due", "--from", "2026-11-20", "--amount", "3", "--unit", "working_day")
    said = asked("--agency", "H60.24", question=question)
    assert "nghỉ lễ (Ngày Văn hoá Việt Nam), không tính (Nghị quyết 28/2026/QH16)" in said


def test_without_an_agency_the_answer_stays_the_published_one(world: World) -> None:
    found = json.loads(asked("--json"))
    assert found["due"] == "2026-03-09"
    assert "QĐ-UBND" not in str(found)


def test_another_agency_does_not_keep_it(world: World) -> None:
    assert json.loads(asked("--agency", "H60.24.1", "--json"))["due"] == "2026-03-09"


def test_a_draft_changes_no_answer(world: World) -> None:
    drafted(world.committee, date(2026, 3, 9))
    assert json.loads(asked("--agency", "H60.24", "--json"))["due"] == "2026-03-10"


def test_hours_of_an_agency_name_the_decision_that_set_them(world: World) -> None:
    decision = drafted(world.committee)
    morning = Shift(time(7, 30), time(11, 0))
    set_ = commands.set_week(
        decision_id=decision.pk,
        valid_from=date(2026, 3, 2),
        shifts=dict.fromkeys(range(5), (morning,)),
        by=MAKER,
        at=AT,
    )
    assert isinstance(set_, CalendarDecision)
    in_force(decision)
    question = ("due", "--from", "2026-03-02T09:00", "--amount", "4", "--unit", "working_hour")
    found = json.loads(asked("--agency", "H60.24", "--json", question=question))
    assert found["due"] == "2026-03-03T09:30:00+07:00"
    assert any(line.endswith("tính 2 giờ (12/QĐ-UBND ngày 01/03/2026)") for line in found["explanation"])


def test_a_batch_reckons_by_the_agency_too(world: World, tmp_path: Path) -> None:
    file = tmp_path / "asked.jsonl"
    file.write_text('{"from": "2026-03-02T09:00", "amount": 5, "unit": "working_day"}\n' * 2)
    answers = [
        json.loads(line)
        for line in asked("--agency", "H60.24", question=("due", "--batch", str(file))).splitlines()
    ]
    assert [one["due"] for one in answers] == ["2026-03-10"] * 2


def test_an_agency_that_there_is_not_gets_one_sentence(world: World) -> None:
    with pytest.raises(CommandError, match="Không có cơ quan nào đang hoạt động mang mã H99") as refused:
        asked("--agency", "H99.1")
    assert refused.value.returncode == 2


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["clock", *ASKED], False),
        (["clock", *ASKED, "--agency", "H60.24"], True),
        (["clock", *ASKED, "--agency=H60.24"], True),
        (["migrate"], True),
        (["help"], False),
        ([], False),
    ],
)
def test_the_database_is_started_only_when_it_is_asked_for(words: list[str], needed: bool) -> None:
    assert _needs_database(words) is needed
