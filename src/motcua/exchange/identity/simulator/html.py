"""Text into HTML without a chance to forget the escaping."""

from collections.abc import Iterable
from html import escape
from string import Template


class Html(str):
    """Markup that is safe to place in a page."""

    __slots__ = ()


def fill(template: str, **values: object) -> Html:
    """Fill `$name` places; every value that is not Html already is escaped."""
    safe = {name: value if isinstance(value, Html) else escape(str(value)) for name, value in values.items()}
    return Html(Template(template).substitute(safe))


def join(parts: Iterable[Html]) -> Html:
    """Put pieces of markup one after another."""
    return Html("".join(parts))
