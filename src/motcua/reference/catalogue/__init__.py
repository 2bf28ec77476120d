"""Procedures, versions, routes, search."""
