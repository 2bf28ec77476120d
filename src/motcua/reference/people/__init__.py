"""Applicants: persons and organisations, and their papers."""
