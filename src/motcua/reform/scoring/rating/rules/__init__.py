"""Decisions of the rating: dated rule sets, scores, classes."""
