"""Auditors and administration."""
