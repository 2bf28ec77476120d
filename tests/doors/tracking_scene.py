"""A dossier that had to wait for papers, moment by moment; and a strict reader of iCalendar files."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from motcua.base.clock import ZONE
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from tests.support.world import World, ok

ASKED = datetime(2026, 3, 4, 16, 0, tzinfo=ZONE)
CAME = datetime(2026, 3, 10, 9, 40, tzinfo=ZONE)
OCTETS = 75
ONCE = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS")


def waiting(built: World) -> Dossier:
    """Give a dossier for which papers are awaited since Wednesday 4 March, promised for Monday the 9th."""
    made, asked = built.in_process(), [commands.Asked(name="Giấy chứng sinh", reason="Bản chụp mờ")]
    built.at = ASKED
    act = {"dossier_id": made.pk, "at": ASKED}
    ok(
        commands.propose_supplement(
            items=asked, reason="Bản chụp mờ", legal_basis="Luật Hộ tịch, Điều 16", by=built.tuan, **act
        )
    )
    ok(commands.approve_supplement(by=built.lan, **act))
    return ok(commands.request_supplement(by=built.hoa, **act))


def completed(built: World) -> Dossier:
    """Give the same dossier with everything there, on Tuesday 10 March."""
    made = waiting(built)
    items = [item.pk for item in made.rounds.get().items.all()]
    built.at = CAME
    return ok(commands.supplement_received_complete(dossier_id=made.pk, ticked=items, by=built.hoa, at=CAME))


@dataclass
class Component:
    """One component of a calendar: its properties with their parameters, and the components inside."""

    name: str
    properties: list[tuple[str, str, str]] = field(default_factory=list)
    inside: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        """Give the value of a property that stands once."""
        found = [value for each, _, value in self.properties if each == name]
        assert len(found) == 1, (self.name, name, found)
        return re.sub(r"\\([\\;,])", r"\1", found[0])


def read(raw: bytes) -> Component:
    """Read an iCalendar stream as strictly as RFC 5545 words it: line ends, folds, octets, nesting."""
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= OCTETS for line in raw.split(b"\r\n"))
    for line in raw.split(b"\r\n"):
        line.decode()  # a fold never cuts a letter
    stack = [Component("")]
    for line in raw.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        matched = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)", line)
        assert matched is not None, line
        name, parameters, value = matched.groups()
        if name == "BEGIN":
            stack.append(Component(value))
        elif name == "END":
            done = stack.pop()
            assert done.name == value
            stack[-1].inside.append(done)
        else:
            stack[-1].properties.append((name, parameters, value))
    assert len(stack) == 1
    (calendar,) = stack[0].inside
    assert (calendar.name, calendar.value("VERSION")) == ("VCALENDAR", "2.0")
    assert calendar.value("PRODID")
    for event in calendar.inside:
        for once in ONCE:
            assert event.value(once)
    return calendar
