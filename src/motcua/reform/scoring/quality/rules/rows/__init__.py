"""The rows of the index as data (QĐ 766/QĐ-TTg; the formula book as revised in October 2026).

A threshold or a number of points that changes is a further row with its own `version` and `since`.
"""

from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.rows.digital import DIGITAL
from motcua.reform.scoring.quality.rules.rows.online import ONLINE, PAYMENT
from motcua.reform.scoring.quality.rules.rows.openness import OPENNESS
from motcua.reform.scoring.quality.rules.rows.progress import PROGRESS
from motcua.reform.scoring.quality.rules.rows.satisfaction import SATISFACTION

ROWS: tuple[Definition, ...] = (*OPENNESS, *PROGRESS, *ONLINE, *PAYMENT, *DIGITAL, *SATISFACTION)
