"""The register of a counter (M07): dossiers enter it by themselves, volumes are opened, years are closed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.files import commands as files
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands.serials import draw
from motcua.casework.dossiers.models import Dossier, Register, RegisterEntry
from motcua.casework.dossiers.papers import register as sheets
from motcua.casework.dossiers.printing import register as printing
from motcua.casework.dossiers.queries.register import rows_of
from motcua.casework.dossiers.words import Why
from motcua.reference.org.words import Role


def enter(dossier: Dossier, *, at: datetime) -> RegisterEntry:
    """Enter an accepted dossier into the register of its counter and year, once.

    Numbers begin with 1 each year and go on through the volumes. Where the year is closed already, as with a
    paper dossier written down late, the line goes into the first open year after it and says so.
    """
    there = RegisterEntry.objects.filter(dossier=dossier).first()
    if there is not None:
        return there
    own_year = year = local(at).year
    while True:
        register, _ = Register.objects.get_or_create(
            unit_id=dossier.receiving_unit_id, year=year, defaults={"opened_at": at}
        )
        number = draw(_serial(register))
        # Closing draws from the same row, so after it nobody reads the register as open.
        register.refresh_from_db(fields=["closed_at", "volume"])
        if register.closed_at is None:
            break
        year += 1
    return RegisterEntry.objects.create(
        dossier=dossier,
        register=register,
        volume=register.volume,
        number=number,
        entered_at=at,
        late=year != own_year,
    )


@command
def open_volume(*, register_id: UUID, by: Actor, at: datetime, key: str = "") -> Register | Refusal:
    """Open the next volume of a year: numbers go on, pages begin anew."""
    register = _held(register_id, by)
    if isinstance(register, Refusal):
        return register
    if not register.entries.filter(volume=register.volume).exists():
        return Refusal(Why.VOLUME_EMPTY, {"volume": str(register.volume)})
    register.volume += 1
    register.save(update_fields=["volume"])
    data = {"year": register.year, "volume": register.volume}
    journal.write("register.volume_opened", about=register, by=by, at=at, data=data)
    return register


@command
def close_register(*, register_id: UUID, by: Actor, at: datetime, key: str = "") -> Register | Refusal:
    """Close the register of a year that is over: its lines are frozen, counted, signed, kept as bytes."""
    register = _held(register_id, by)
    if isinstance(register, Refusal):
        return register
    if register.year >= local(at).year:
        return Refusal(Why.REGISTER_YEAR_RUNS, {"year": str(register.year)})
    draw(_serial(register))
    rows = rows_of(register)
    if not rows:
        return Refusal(Why.REGISTER_EMPTY, {"year": str(register.year)})
    assert by.person is not None, "the rules let only officials close"
    sheet = printing.closed_sheet(register, rows, by=by.person, at=at)
    content = sheet.render(at)
    file = files.keep_own(content=content, name=printing.register_name(register), by=by, at=at)
    register.closed_at, register.closed_by_id = at, by.person
    register.facts, register.file = sheet.data(), file
    register.count, register.pages = len(rows), sheets.pages_in(content)
    register.save(update_fields=["closed_at", "closed_by", "facts", "file", "count", "pages"])
    data = {
        "year": register.year,
        "count": register.count,
        "pages": register.pages,
        "rows_sha256": sheet.digest(),
        "sha256": file.sha256,
    }
    journal.write("register.closed", about=register, by=by, at=at, data=data)
    return register


def note_register(dossiers: Sequence[Dossier], *, by: Actor, at: datetime) -> None:
    """Note for each dossier that an official took it away in a printed or saved register."""
    chain = f"{by.unit}:{local(at).date().isoformat()}"
    for dossier in dossiers:
        journal.write_read("dossier.register_opened", about=dossier, chain=chain, by=by, at=at)


def _held(register_id: UUID, by: Actor) -> Register | Refusal:
    """Lock a register for whoever heads its counter, while it is open."""
    register = Register.objects.select_for_update(of=("self",)).select_related("unit").get(pk=register_id)
    if by.unit != register.unit_id or not by.has(Role.ONE_STOP_HEAD):
        return Refusal(Why.REGISTER_NOT_YOURS)
    if register.closed_at is not None:
        return Refusal(Why.REGISTER_CLOSED, {"year": str(register.year)})
    return register


def _serial(register: Register) -> str:
    return f"register:{register.pk}"
