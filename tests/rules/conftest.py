"""Examples for mutation testing: few, and the same ones on every run (`make mutants`)."""

from hypothesis import settings

settings.register_profile("mutants", max_examples=25, derandomize=True, deadline=None, database=None)
