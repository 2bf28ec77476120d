"""Several hands on one thing."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connection

from motcua.base.rooms import Refusal

T = TypeVar("T")


def together(hands: int, act: Callable[[int], T]) -> list[T | Exception]:
    """Run an act in as many threads at once; give what each returned or raised, in order of their number."""
    gate = threading.Barrier(hands)

    def one(number: int) -> T | Exception:
        try:
            connection.ensure_connection()
            gate.wait(timeout=30)
            return act(number)
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(hands) as pool:
        return list(pool.map(one, range(hands)))


def one_effect(outcomes: Sequence[object]) -> bool:
    """Tell whether one did it and every other was told."""
    told = [one for one in outcomes if isinstance(one, Refusal)]
    failed = [one for one in outcomes if isinstance(one, Exception)]
    return not failed and len(told) == len(outcomes) - 1
