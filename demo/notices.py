"""Who is told what in the demo, and where its officials are reached by mail."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from motcua.base.access import Actor
from motcua.base.notices import commands
from motcua.base.notices.queries import Reached
from motcua.base.notices.words import Medium
from motcua.casework.dossiers.notices.commands import seed_rules
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff

# What happened before is not told any more: nobody wants the news of last month.
TOLD_FOR: Final = timedelta(days=7)
HOST: Final = "tuyenquang.example"


def load(staff: Mapping[str, Staff], *, by: Actor, at: datetime) -> None:
    """Set the rules of the starting set from a week ago on, and give every official an address."""
    seed_rules(by=by, at=at - TOLD_FOR)
    for login, one in staff.items():
        actor = org.actor_of(one, at.date())
        if actor is not None:
            chosen = {Medium.EMAIL: Reached(f"{login}@{HOST}", wanted=True)}
            commands.choose_reach(chosen=chosen, by=actor, at=at)
