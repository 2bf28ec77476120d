"""Writing of scoring."""

from motcua.reform.scoring.commands.sets import import_set

__all__ = ["import_set"]
