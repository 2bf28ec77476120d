"""Indices: criteria sets, and the year in which units are scored by them."""
