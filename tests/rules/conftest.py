"""Examples for mutation testing: few, the same ones on every run, none made smaller (`make mutants`)."""

from hypothesis import Phase, settings

settings.register_profile(
    "mutants",
    max_examples=25,
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    report_multiple_bugs=False,
)
