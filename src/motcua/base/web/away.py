"""The house without its database."""

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from psycopg import DatabaseError as DriverDatabaseError
from psycopg import InterfaceError as DriverInterfaceError
from psycopg import OperationalError as DriverError

# The pool speaks with the driver's own errors, of which its timeout is one.
DATABASE_AWAY = (OperationalError, InterfaceError, DriverError, DriverInterfaceError)


def is_away(error: BaseException | None) -> bool:
    """Tell whether an error means that the database is gone.

    An answer that the dying server cut short carries no state, and the driver then has no better class for it
    than the plainest one; faults of ours always come with a state or a class of their own.
    """
    return isinstance(error, DATABASE_AWAY) or type(error) in (DatabaseError, DriverDatabaseError)


def away() -> HttpResponse:
    """Give the plain page of a house whose database is away."""
    response = HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"] = "30"
    return response
