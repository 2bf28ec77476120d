"""What the journal keeps of a dossier for whoever counts later: where it belongs, what came with it."""

from datetime import datetime
from typing import Any

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.casework.dossiers.commands.held import Held
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Finance, PaperSource, Sync
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.words import Channel


def place_of(dossier: Dossier) -> dict[str, Any]:
    """Give where a dossier belongs: agency, counter, procedure, field, channel. None of it ever changes."""
    parts = catalogue.parts_of(dossier.version_id)
    return {
        "agency": dossier.competent_agency_id,
        "unit": dossier.receiving_unit_id,
        "procedure": parts.procedure,
        "field": parts.field,
        "channel": dossier.channel,
    }


def note_accepted(held: Held, by: Actor, at: datetime) -> None:
    """Write an acceptance into the journal, with what the applicant is told and what is counted."""
    dossier = held.dossier
    journal.write(
        "dossier.accepted",
        about=dossier,
        by=by,
        at=at,
        data={
            **place_of(dossier),
            **_carried(held),
            "code": dossier.code,
            "due": dossier.due_at,
            "by_instant": dossier.due_by_instant,
            "calendar": dossier.calendar_number,
            "submitted": dossier.submitted_at,
        },
    )


def _carried(held: Held) -> dict[str, Any]:
    """Give what a dossier carries when it is accepted, as Decision 766/QĐ-TTg asks about it.

    `fee` says that its procedure costs something there, `returns` that a document is given back, `known`
    that whoever filed came in by their national identity; `paid` and `synced` are how its money and its
    exchange with the national portal stand by then.
    """
    dossier = held.dossier
    parts = catalogue.parts_of(dossier.version_id)
    return {
        "level": parts.online_level,
        "fee": any(
            fee.amount and fee.case_id in (None, dossier.case_id) and fee.channel in ("", dossier.channel)
            for fee in parts.fees
        ),
        "returns": bool(parts.results),
        "papers": len(held.papers),
        "files": sum(1 for paper in held.papers if paper.file_id),
        "reused": sum(1 for paper in held.papers if paper.source == PaperSource.STORE),
        "paid": dossier.channel == Channel.ONLINE and dossier.finance == Finance.PAID,
        "synced": dossier.sync in (Sync.SENT, Sync.ACKNOWLEDGED),
        "known": dossier.channel == Channel.ONLINE,
    }
