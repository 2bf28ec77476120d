"""Measuring the house: `motcua bench NAME`; the diary of figures is README.md beside this file."""
