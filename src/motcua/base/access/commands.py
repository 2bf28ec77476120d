"""Accounts are opened and closed here."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from motcua.base.access.actor import Actor, Kind
from motcua.base.access.models import Account
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command


@command
def open_account(*, login: str, kind: Kind, password: str | None, by: Actor, at: datetime) -> Account:
    """Open an account; without a password it can only be entered through a trusted identity."""
    account = Account(login=login, kind=kind.value, created_at=at, password=make_password(password))
    account.save(force_insert=True)
    journal.write("account.opened", about=account, by=by, at=at, data={"kind": kind.value})
    return account


@command
def close_account(*, account: Account, by: Actor, at: datetime) -> Account:
    """Close an account at once; its sessions die with the next request."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    journal.write("account.closed", about=account, by=by, at=at)
    return account
