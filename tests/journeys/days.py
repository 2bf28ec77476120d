"""How the days of officials begin: dossiers as far as other journeys have walked. Runs inside the house."""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from demo.dossiers import BIRTH, BUSINESS, DAY, HOUR, LUNG_CU, MARITAL, MINH_XUAN, Story, Writer
from demo.dossiers.places import HA_GIANG, HOANG_SU_PHI, LAND, SON_DUONG

from motcua.base.access.models import Account
from motcua.base.clock import local, now
from motcua.base.journal import writing as journal
from motcua.casework.dossiers import commands
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff, Unit
from tests.journeys.officials import session

OFFICIALS = (
    *("bich.hagiang1", "manh.hagiang1"),
    *("my.lungcu", "sinh.lungcu", "chua.lungcu"),
    *("tuan.minhxuan", "lien.minhxuan", "khanh.minhxuan"),
    *("yen.sonduong", "linh.sonduong", "huong.tuphap", "cuong.xaydung", "thao.nongnghiep"),
    *("hoai.hoangsuphi", "su.hoangsuphi"),
)
# Two families: a paper that one counter accepted is not asked for again.
MOTHER, FATHER = "Hoàng Thị Lan Anh", "Lèng Văn Chức"
Stories = Mapping[str, Story]


def begin() -> None:
    """Make the dossiers; tell each by name, and a session of whoever comes."""
    writer = Writer(now())
    with journal.marked(journal.Mark.DEMO):
        stories = {name: story for day in DAYS for name, story in day(writer).items()}
    sessions = {login: session(Account.objects.get(login=login)) for login in OFFICIALS}
    sessions["owner"] = session(stories["early"].dossier.submitter.account)
    told = {"dossiers": {name: _told(one) for name, one in stories.items()}, "sessions": sessions}
    sys.stdout.write(json.dumps(told))


def _counter(writer: Writer) -> Stories:
    """Three that were filed online today, and one whose result came."""
    return {
        "fresh": writer.online(BIRTH, HA_GIANG, ago=2 * HOUR, citizen=MOTHER),
        "elsewhere": writer.online(BUSINESS, HA_GIANG, ago=2 * HOUR),
        "unclear": writer.online(BIRTH, HA_GIANG, ago=HOUR, citizen=FATHER),
        "done": writer.online(MARITAL, HA_GIANG, ago=3 * DAY).accepted().forwarded().issued(),
    }


def _officer(writer: Writer) -> Stories:
    """One that has come today, one that is late."""
    return {
        "case": writer.online(BUSINESS, LUNG_CU, ago=HOUR).accepted().forwarded(),
        "behind": writer.online(MARITAL, LUNG_CU, ago=6 * DAY).accepted().forwarded(),
    }


def _head(writer: Writer) -> Stories:
    """One that is late and nobody's, one that an officer holds."""
    held = writer.online(BUSINESS, MINH_XUAN, ago=DAY).accepted()
    officer = Staff.objects.get(account__login="tuan.minhxuan")
    return {
        "nobodys": writer.online(BUSINESS, MINH_XUAN, ago=9 * DAY).accepted().forwarded(),
        "held": held.do(commands.forward, held.counter, to=officer.pk),
    }


def _consulting(writer: Writer) -> Stories:
    """One about which a department was asked, which is late with its answer."""
    story = writer.online(LAND, SON_DUONG, ago=3 * DAY).accepted().forwarded()
    asked = Unit.objects.get(agency__code="H60.07", kind="division")
    story.do(
        commands.open_consultation,
        story.handler,
        unit_id=asked.pk,
        content="Thửa đất có nằm trong vùng chăn nuôi tập trung không?",
        reply_due=local(story.at).date(),
    )
    return {"consulted": story}


def _extending(writer: Writer) -> Stories:
    """One in time to be put off, one too near its day."""
    return {
        "early": writer.online(BUSINESS, HOANG_SU_PHI, ago=HOUR).accepted().forwarded(),
        "near": writer.online(BUSINESS, HOANG_SU_PHI, ago=3 * DAY).accepted().forwarded(),
    }


DAYS: tuple[Callable[[Writer], Stories], ...] = (_counter, _officer, _head, _consulting, _extending)


def _told(story: Story) -> dict[str, Any]:
    """Tell a dossier: its id, its code, the day that is promised and the next worked day after it."""
    dossier = story.dossier
    due = local(dossier.due_at).date() if dossier.due_at else None
    return {
        "id": str(dossier.pk),
        "code": str(dossier),
        "due": due.isoformat() if due else "",
        "later": _worked_after(due, dossier.competent_agency_id).isoformat() if due else "",
    }


def _worked_after(day: date, agency: Any) -> date:
    calendar, later = org.calendar_for(agency), day + timedelta(days=1)
    while not calendar.is_working(later):
        later += timedelta(days=1)
    return later
