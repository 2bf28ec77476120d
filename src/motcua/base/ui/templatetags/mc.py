"""Tags that the component templates share."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeData, SafeString

from motcua.base.ui import words
from motcua.base.ui.forms.problems import Problem, problems
from motcua.base.ui.forms.shown import Shown

register = template.Library()

LONG_HEADING = 90
CODE = re.compile(r"\b([A-Z][A-Z0-9.]*(?:-[A-Z0-9]+){2,})\b")
WHOLE = '<span class="mc-code">{}</span>'


@register.simple_tag
def shown(field: BoundField, width: str = "") -> Shown:
    """Return `field` with everything its template needs."""
    return Shown(field, width)


@register.simple_tag
def problems_of(form: object, errors: object = None) -> tuple[Problem, ...]:
    """Return the lines of the error summary: of a form or several, then those given."""
    forms = form if isinstance(form, list | tuple) else [form]
    found = problems(*(each for each in forms if isinstance(each, BaseForm)))
    given = errors if isinstance(errors, Iterable) and not isinstance(errors, str) else ()
    return (*found, *(each if isinstance(each, Problem) else Problem(str(each)) for each in given))


@register.simple_tag(takes_context=True)
def say(context: Mapping[str, Any], text: object) -> str:
    """Return a text of the page in the language of its frame, in Vietnamese where it has no other."""
    frame = context.get("ui")
    words: Mapping[str, str] = frame.words if frame else {}
    return words.get(str(text), str(text))


@register.simple_tag(takes_context=True)
def said_in(context: Mapping[str, Any], text: object) -> str:
    """Return ` lang="vi"` for a text that a page in another language says in Vietnamese, else nothing."""
    frame = context.get("ui")
    foreign = frame is not None and frame.language != "vi" and str(text) not in frame.words
    return SafeString(' lang="vi"') if foreign else ""


@register.filter
def is_long(heading: object) -> bool:
    """Tell whether a heading takes the smaller size."""
    return len(str(heading)) > LONG_HEADING


@register.filter
def keep(value: object) -> str:
    """Keep an amount, a unit or a compound on one line; after a comma a line may end."""
    return str(value).replace(" ", "\u00a0").replace(",\u00a0", ", ")


@register.filter
def keep_units(words: object) -> str:
    """Keep each number with its unit, and “làm việc” whole, where a line of time breaks."""
    return re.sub(r"(?<=\d) | (?=việc\b)", "\u00a0", str(words))


@register.filter
def codes(words: object) -> SafeString:
    """Keep each code, such as `H60.24-261116-0007`, on one line."""
    pieces = CODE.split(str(words))
    safe = isinstance(words, SafeData)
    shown = [SafeString(piece) if safe else piece for piece in pieces]
    return format_html_join(
        "", "{}", ((format_html(WHOLE, each) if at % 2 else each,) for at, each in enumerate(shown))
    )


@register.simple_tag
def state_look(code: object) -> words.Look | None:
    """Return the word, icon and tone of a national state, None for no code."""
    return words.STATES[int(str(code))] if code else None


@register.simple_tag
def tone_icon(tone: str) -> str:
    """Return the icon of a tag that names none."""
    return words.TONE_ICONS[tone]


@register.simple_tag
def due_look(kind: str) -> words.Look:
    """Return how a kind of remaining time is told."""
    return words.DUES[kind]


@register.simple_tag
def banner_icon(kind: str) -> str:
    """Return the icon of a banner."""
    return words.BANNERS[kind]


@register.simple_tag
def paper_icon(kind: str) -> tuple[str, str]:
    """Return the icon and tone of a paper row."""
    return words.PAPERS[kind]


@register.simple_tag
def stage_icon(state: str) -> tuple[str, str]:
    """Return the icon of a stage and its word for readers who do not see it."""
    return words.STAGES[state]


@register.simple_tag
def page_numbers(page: Page[Any]) -> list[int | None]:
    """Return the page numbers to show, None where some are left out."""
    shown_pages = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in shown_pages]


@register.filter
def upto(count: object) -> range:
    """Return the numbers 1 to `count`."""
    return range(1, int(str(count)) + 1)


@register.simple_tag
def share(part: object, whole: object) -> int:
    """Return `part` of `whole` in thousandths, at most 1000, for the width of a meter."""
    total = float(str(whole))
    return min(1000, round(1000 * float(str(part)) / total)) if total else 0
