"""Append-only, hash-chained record of every command; delivery of news."""
