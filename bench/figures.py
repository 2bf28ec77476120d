"""Timings of acts, and the figures made from them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Self


@dataclass
class Timings:
    """How long each act took (seconds), of how many lives, in how much time on the wall."""

    acts: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    lives: int = 0
    seconds: float = 0.0

    def note(self, step: str, seconds: float) -> None:
        """Note one act."""
        self.acts[step].append(seconds)

    @classmethod
    def joined(cls, many: Iterable[Self], *, lives: int, seconds: float) -> Self:
        """Put the timings of several hands together."""
        whole = cls(lives=lives, seconds=seconds)
        for one in many:
            for step, took in one.acts.items():
                whole.acts[step] += took
        return whole

    @property
    def every(self) -> list[float]:
        """Give every act, whichever it was."""
        return [took for acts in self.acts.values() for took in acts]

    @property
    def lives_per_second(self) -> float:
        """Give whole lives a second."""
        return self.lives / self.seconds

    @property
    def steps_per_second(self) -> float:
        """Give acts a second."""
        return len(self.every) / self.seconds

    def per_second(self, *steps: str) -> float:
        """Give how often a second these acts are done one after the other, by one hand."""
        return self.lives / sum(sum(self.acts[step]) for step in steps)


def p50_p95(seconds: Sequence[float]) -> tuple[float, float]:
    """Give the middle and the slow end in milliseconds."""
    if len(seconds) == 1:
        return seconds[0] * 1000, seconds[0] * 1000
    return median(seconds) * 1000, quantiles(seconds, n=20, method="inclusive")[-1] * 1000


def middle(figures: Iterable[float]) -> float:
    """Give the median of the rounds."""
    return median(figures)
