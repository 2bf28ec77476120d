"""Typst templates to PDF."""
