"""Embedded PostgreSQL, roles, pool, identifiers."""
