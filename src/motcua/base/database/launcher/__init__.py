"""The embedded PostgreSQL server: made, started, shared and stopped."""

from motcua.base.database.launcher.layout import remembered
from motcua.base.database.launcher.places import DatabaseUnavailable
from motcua.base.database.launcher.server import Server, remove

__all__ = ["DatabaseUnavailable", "Server", "remembered", "remove"]
