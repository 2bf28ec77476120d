"""Stored files: opaque ids, digests, type checks, scanning port."""
