"""The floor: what the same lives cost the database alone.

One connection, psycopg, prepared statements, no Django. A life is twelve transactions, as by commands; each
holds what must be stored whoever stores it: the retry key taken and settled, the dossier's row locked, the
rows of the act inserted or updated (each row once), the journal row with the trigger that seals it, the
numbers drawn from counter rows, and for every subscriber of the act a delivery with its job. What the
commands read in order to decide (rights, route, papers, calendar) and what they compute is not counted
here: it is what the ratio shows. `check` refuses a floor that leaves other rows in any table than a life by
commands.
"""

from bench.floor.bare import Bare
from bench.floor.counting import OtherRows, check, counted
from bench.floor.life import Floor

__all__ = ["Bare", "Floor", "OtherRows", "check", "counted"]
