"""How sure the best answer is, and which answers are too far behind it to be shown to a reader.

Nothing a question says is turned down: the engine always gives the nearest. Two signs tell a true answer
from a mere nearest one. The evidence is how well the best answer fits times how much the question says (the
rarity of its words): a rare word in the right place is much, three common words in a strange name are little.
And what is left over is the share of the question that the best answer does not speak of: one word says
little, but when nothing is left over it is answered. The bounds were found on the kept queries and on
requests that no office handles: they take 3 of 100 true answers for weak, and 3 of 4 idle ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.reference.catalogue.search.found import Found

ENOUGH = 30.0  # evidence from which an answer is sure whatever is left over
LEFT_OVER = 0.2  # of a question that a sure answer may leave unanswered on little evidence
TAIL = 0.4  # of the best score below which an answer is no answer to the same question
NEAREST = 5  # answers worth reading when none is sure


@dataclass(frozen=True)
class Answer:
    """What a reader is shown: the answers worth reading, best first, and whether the best is sure."""

    found: tuple[Found, ...]
    sure: bool


def weighed(found: Sequence[Found], *, evidence: float, left_over: float) -> Answer:
    """Give the answers worth reading out of all found; a code typed is always sure."""
    if not found:
        return Answer((), sure=False)
    best = found[0]
    sure = best.phrase is None or evidence >= ENOUGH or left_over <= LEFT_OVER
    near = [one for one in found if one.score >= TAIL * best.score]
    return Answer(tuple(near if sure else near[:NEAREST]), sure)
