"""Counting, and closing periods."""

from motcua.reform.insight.commands.closing import close_period, due_to_close, remade
from motcua.reform.insight.commands.following import faults, follow, rebuild

__all__ = ["close_period", "due_to_close", "faults", "follow", "rebuild", "remade"]
