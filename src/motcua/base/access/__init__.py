"""Who comes in, and what they may do: accounts, actors, audiences."""

from motcua.base.access.actor import NOBODY, Actor, Kind, system

__all__ = ["NOBODY", "Actor", "Kind", "system"]
