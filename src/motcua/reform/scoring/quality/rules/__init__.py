"""Decisions of the index: definitions, points, what would win more."""
