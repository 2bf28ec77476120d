"""The house without its database."""

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from psycopg import InterfaceError as DriverInterfaceError
from psycopg import OperationalError as DriverError

# The pool speaks with the driver's own errors, of which its timeout is one.
DATABASE_AWAY = (OperationalError, InterfaceError, DriverError, DriverInterfaceError)


def away() -> HttpResponse:
    """Give the plain page of a house whose database is away."""
    response = HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"] = "30"
    return response
