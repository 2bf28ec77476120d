"""Every trap of one-stop practice, and every scenario of a dossier's life, has a test that holds it."""

import ast
from collections.abc import Iterator

import pytest

from tests.support.database import ROOT

# What goes wrong where the law is not known, and what must hold instead.
TRAPS = {
    "T-01": "Local government has two tiers; the district stands in history alone.",
    "T-02": "A limit of law is a dated parameter with its basis.",
    "T-03": "Who receives need not be who decides.",
    "T-04": "A dossier keeps the version of its procedure.",
    "T-05": "What is abolished is never deleted.",
    "T-06": "An agency that changes gets a successor; its own row stays.",
    "T-08": "What others handle is told and not filed here.",
    "T-09": "Papers that never came end nothing by themselves.",
    "T-11": "A second request for papers is warned of and approved, not forbidden.",
    "T-12": "The start day is not counted.",
    "T-13": "A worked Saturday counts and a Monday off does not.",
    "T-14": "The days of Tết are announced, not computed.",
    "T-15": "A day is a day in Việt Nam.",
    "T-16": "The hour of acceptance moves the duty to forward, never the due day.",
    "T-17": "Time counts from acceptance; the answer to a filing has its own.",
    "T-18": "A pause gives back working time, not calendar time.",
    "T-19": "A later date leaves the first one standing.",
    "T-22": "Who has no number has a reason, not a number made up.",
    "T-23": "Who files need not be whose dossier it is.",
    "T-24": "People are told apart by their number alone.",
    "T-25": "Codes are drawn from one counter, never made unique by chance.",
    "T-26": "A code never changes.",
    "T-27": "The day in a code is that of reception.",
    "T-29": "Money is never a float.",
    "T-40": "What the State has is not demanded.",
    "T-42": "Many threads share one clock without harm.",
    "T-43": "A slip follows its set of forms, on A5.",
    "T-44": "A code opens progress and nothing of a person.",
    "T-48": "An issued result is replaced, never edited.",
    "T-49": "The control slip comes from the journal.",
    "T-50": "An apology comes before the date; who can still make it is told in time.",
    "T-51": "A date is put off as often as the rule says, and no more.",
    "T-52": "A step belongs to a role; somebody stands in.",
    "T-53": "Who approves does so by their own name, and not their own draft.",
    "T-54": "Both ways of typing a Vietnamese letter are one.",
    "T-55": "Lists follow the Vietnamese alphabet.",
    "T-56": "A name is one field.",
    "T-57": "Dates are read day first.",
    "T-58": "A closed period keeps its figures, whatever happens later.",
    "T-60": "A report's days are days in Việt Nam.",
    "T-61": "Nothing divided by nothing is no data, never 100 %.",
    "T-62": "What is read at a moment is told apart from what is read over a period.",
}
# What goes wrong where reform is scored.
SCORING = {
    "R-1": "Points, applicable maximum and percent are three things.",
    "R-2": "What was published and what is computed stand beside each other.",
    "R-3": "Each bound of each band belongs to one band.",
    "R-4": "The third quarter's report is not cumulative; the others begin on 15 December.",
    "R-5": "No line is drawn across a break in a series.",
    "R-6": "An index that changed its parts and its maximum is not compared with itself before.",
    "R-7": "Provinces are matched by code, whatever their spelling.",
    "R-8": "A result hangs on the unit of its time; nothing is re-parented.",
    "R-9": "A running year moves to a new version of its set and keeps its evidence.",
    "R-10": "Each figure has its source; two sources may differ.",
    "R-11": "A rank has its “of”.",
    "R-12": "A zero denominator means what its leaf says.",
    "R-13": "A criterion may be a leaf, and a unit may lack whole domains.",
    "R-14": "Bonus and penalty have caps, and so has the whole.",
    "R-15": "Survey leaves are hidden from self-scoring, pending, and counted in the whole.",
    "R-16": "83,81 and 1.972 are numbers as Vietnamese writes them.",
}
SCENARIOS = {
    "E-2": "Filed at another counter of the province.",
    "E-3": "Papers asked for at appraisal.",
    "E-4": "Papers asked for twice.",
    "E-5": "Late, with one apology.",
    "E-7": "Stopped by the agency.",
    "E-8": "Three agencies at the same time.",
    "E-9": "A new version while dossiers run.",
    "E-12": "Worked Saturday, Tết, 24 November.",
    "E-14": "The State holds something wrong.",
    "E-15": "Two clerks, the last number of a day.",
    "E-16": "A closed month reported again.",
}
KNOWN = {**TRAPS, **SCORING, **SCENARIOS}


def covered(tree: ast.Module) -> Iterator[str]:
    """Give what the tests of a file say that they hold, but for those that `make test` leaves out."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            marks = [ast.unparse(one) for one in node.decorator_list]
            if "pytest.mark.drill" not in marks:
                yield from (code for one in node.decorator_list for code in _codes(one))


def _codes(decorator: ast.expr) -> list[str]:
    if not isinstance(decorator, ast.Call) or ast.unparse(decorator.func) != "pytest.mark.covers":
        return []
    return [str(ast.literal_eval(one)) for one in decorator.args]


def held() -> dict[str, list[str]]:
    """Give each code with the files whose tests hold it."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for code in covered(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(code, []).append(str(path.relative_to(ROOT)))
    return found


def test_every_trap_and_every_scenario_has_a_test() -> None:
    there = held()
    assert {code: says for code, says in KNOWN.items() if code not in there} == {}


def test_no_test_holds_what_nobody_knows() -> None:
    assert {code: where for code, where in held().items() if code not in KNOWN} == {}


@pytest.mark.parametrize(
    "text",
    [
        "def test_a(): ...",
        "@pytest.mark.covers('T-01')\ndef helper(): ...",
        "@pytest.mark.drill\n@pytest.mark.covers('T-01')\ndef test_a(): ...",
        "@pytest.mark.parametrize('T-01', [])\ndef test_a(): ...",
        "# T-01",
    ],
)
def test_a_trap_that_no_test_holds_is_found(text: str) -> None:
    assert "T-01" not in set(covered(ast.parse(text)))


def test_a_trap_that_a_test_holds_is_seen() -> None:
    text = "@pytest.mark.covers('T-01', 'E-2')\n@pytest.mark.slow\ndef test_a(): ..."
    assert list(covered(ast.parse(text))) == ["T-01", "E-2"]
