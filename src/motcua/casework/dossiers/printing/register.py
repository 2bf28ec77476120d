"""The register of a counter as a paper: an extract at any time, the whole year when it is closed."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.conf import settings

from motcua.base.clock import local
from motcua.casework.dossiers.models import Register
from motcua.casework.dossiers.papers.parts import Signature
from motcua.casework.dossiers.papers.register import Closing, RegisterLine, RegisterSheet
from motcua.casework.dossiers.papers.sets import FormSet, set_on
from motcua.casework.dossiers.papers.wording import moment_words, phone_words, short_due, short_moment
from motcua.casework.dossiers.printing.heads import SOMEBODY, counter_head
from motcua.casework.dossiers.queries.register import RegisterRow
from motcua.casework.dossiers.words import SlipForm
from motcua.reference.org import queries as org


def sheet_of(
    register: Register, rows: Sequence[RegisterRow], *, part: str = "", at: datetime
) -> RegisterSheet:
    """Give a register as it stands, or the part of it that is asked for, to be printed."""
    return _sheet(register, rows, part=part, closing=None, at=at)


def closed_sheet(register: Register, rows: Sequence[RegisterRow], *, by: UUID, at: datetime) -> RegisterSheet:
    """Give the register of a whole year with its closing line, signed by whoever closes it."""
    first, last = rows[0].number, rows[-1].number
    words = (
        f"Khóa sổ năm {register.year} lúc {moment_words(at)}. Sổ có {len(rows)} hồ sơ,"
        f" từ số thứ tự {first:02} đến số thứ tự {last:02}, trong {register.volume} quyển."
    )
    title = org.title_of(by, local(at).date()) or SOMEBODY
    signature = Signature(role=title, name=org.names_of_staff([by])[by], note="Người khóa sổ, ký, đóng dấu")
    return _sheet(register, rows, part="", closing=Closing(words=words, signature=signature), at=at)


def register_name(register: Register) -> str:
    """Give the file name of a register; no personal value in it."""
    return f"so-theo-doi-{register.year}.pdf"


def lines_of(rows: Sequence[RegisterRow]) -> list[RegisterLine]:
    """Give the lines as they are printed."""
    return [_line(row) for row in rows]


def _sheet(
    register: Register, rows: Sequence[RegisterRow], *, part: str, closing: Closing | None, at: datetime
) -> RegisterSheet:
    volumes = [(number, tuple(map(_line, group))) for number, group in groupby(rows, lambda row: row.volume)]
    return RegisterSheet(
        form=_set_of(register).forms[SlipForm.M07],
        head=counter_head(register.unit, "", at),
        year=register.year,
        part=part,
        volumes=tuple(volumes),
        address=settings.BASE_URL.partition("://")[2],
        hotline=settings.HOTLINE,
        closing=closing,
        demo=settings.DEMO,
    )


def _set_of(register: Register) -> FormSet:
    """Give the set under which the register was opened: a year is never cut in two."""
    found = set_on(local(register.opened_at).date()) or set_on(date(register.year, 12, 31))
    assert found is not None, "there is no register before the first set of forms"
    return found


def _line(row: RegisterRow) -> RegisterLine:
    return RegisterLine(
        number=f"{row.number:02}",
        code=row.code,
        procedure=row.procedure,
        copies=f"{row.copies:02}",
        name=row.name,
        contact="\n".join(filter(None, (row.address, phone_words(row.phone)))),
        agency=row.agency,
        received=short_moment(row.received_at),
        due=short_due(row.due_at, by_instant=row.due_by_instant),
        returned=short_moment(row.returned_at) if row.returned_at else "",
        delivery=row.delivery,
        received_by=row.received_by,
        note=row.note,
    )
