"""Numbers that are never lost and never doubled: drawn from a counter row in the same transaction."""

import secrets
from datetime import datetime

from django.db import connection

from motcua.base.clock import local
from motcua.base.database.ids import uuid7
from motcua.reference.org.models import Unit

# No letters that are mistaken for digits when somebody reads the code aloud.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def draw(scope: str) -> int:
    """Draw the next number of a scope; its row stays locked until the commit, so there is no gap."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO dossiers_serial AS serial (id, scope, last) VALUES (%s, %s, 1)"
            " ON CONFLICT (scope) DO UPDATE SET last = serial.last + 1 RETURNING last",
            [uuid7(), scope],
        )
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])


def dossier_code(unit: Unit, at: datetime) -> str:
    """Allot the next dossier code of a receiving unit on the day of reception: `H60.24-261125-0009`."""
    day = local(at).strftime("%y%m%d")
    return f"{unit.code}-{day}-{draw(f'code:{unit.code}:{day}'):04d}"


def temporary_code() -> str:
    """Make a code for a dossier that is not received yet: `T-7K3M-9QXD`, not to be guessed."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"T-{letters[:4]}-{letters[4:]}"
