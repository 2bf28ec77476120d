"""Audiences: who may open a page at all. What they see there is decided by relation."""

from collections.abc import Callable
from dataclasses import dataclass

from motcua.base.access.actor import Actor, Kind


@dataclass(frozen=True)
class Audience:
    """A named group of actors; `sign_in` is the address name of its log-in page, empty for the public."""

    name: str
    admits: Callable[[Actor], bool]
    sign_in: str = ""


ANYONE = Audience("anyone", lambda actor: True)
MEMBER = Audience("member", lambda actor: actor.kind is Kind.MEMBER, sign_in="portal:sign-in")
STAFF = Audience("staff", lambda actor: actor.kind is Kind.STAFF, sign_in="account_login")
MACHINE = Audience("machine", lambda actor: True)


def staff_with(*roles: str) -> Audience:
    """Give the audience of staff who hold one of these roles."""
    return Audience(
        "staff: " + ", ".join(sorted(roles)),
        lambda actor: actor.kind is Kind.STAFF and actor.has(*roles),
        sign_in="account_login",
    )
