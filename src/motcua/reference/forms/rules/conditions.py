"""Whether a field is called for by the answers before it."""

from motcua.reference.forms.rules.schema import Condition, Field, Page
from motcua.reference.forms.words import Answers, Comparison

EMPTY: tuple[object, ...] = (None, "", [], {})


def holds(condition: Condition, answers: Answers) -> bool:
    """Tell whether a condition holds; an answer that is not there passes no test."""
    given = answers.get(condition.field)
    if given in EMPTY:
        return False
    number = given if isinstance(given, int | float) and not isinstance(given, bool) else None
    bound = condition.value if isinstance(condition.value, int | float) else 0
    match condition.test:
        case Comparison.FILLED:
            return True
        case Comparison.AT_LEAST:
            return number is not None and number >= bound
        case Comparison.AT_MOST:
            return number is not None and number <= bound
    same = condition.value in given if isinstance(given, list) else given == condition.value
    return same is (condition.test is Comparison.IS)


def shown(field: Field, answers: Answers) -> bool:
    """Tell whether the answers to earlier fields call for this one."""
    return all(holds(condition, answers) for condition in field.conditions)


def may_be_shown(page: Page, field: Field, answers: Answers) -> bool:
    """Tell whether a page has to carry a field: it is shown, or an answer on the same page would show it."""
    return all(
        may_be_shown(page, page.by_name[condition.field], answers)
        if condition.field in page.by_name
        else holds(condition, answers)
        for condition in field.conditions
    )
