"""Measuring the house: `motcua bench NAME`; the diary of figures is `bench/README.md`."""
