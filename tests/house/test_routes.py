"""Every address says who may come and whether it writes."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from motcua.base.access.audience import Audience


def routes(
    patterns: list[URLPattern | URLResolver], before: str = ""
) -> Iterator[tuple[str, Callable[..., Any]]]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
        else:
            yield address, pattern.callback


def undeclared(found: Iterator[tuple[str, Callable[..., Any]]]) -> list[str]:
    return [
        address
        for address, view in found
        if not isinstance(getattr(view, "audience", None), Audience)
        or not isinstance(getattr(view, "writes", None), bool)
    ]


def test_every_route_declares_its_audience_and_whether_it_writes() -> None:
    found = list(routes(get_resolver().url_patterns))
    assert found
    assert undeclared(iter(found)) == []


def test_an_undeclared_route_is_found() -> None:
    assert undeclared(iter([("here", lambda request: None)])) == ["here"]
