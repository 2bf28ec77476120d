"""Conditions over a dossier written out as SQL: built for every look at a list, they have to be cheap."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Func
from django.db.models.sql.compiler import SQLCompiler


class Written(Func):
    """SQL with the columns of a dossier in braces and `%s` for what is given, in order.

    States and other constants stand in the text itself: only so can PostgreSQL know, before it is told what
    is given, that an index of a part of the table serves, and plan once for all.
    """

    def __init__(
        self, text: str, columns: Sequence[str], output_field: "Field[Any, Any]", given: Sequence[Any] = ()
    ) -> None:
        super().__init__(*columns, output_field=output_field)
        self._text, self._columns, self._given = text, tuple(columns), tuple(given)

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *args: Any, **kwargs: Any
    ) -> Any:
        """Give the text with the columns in their places, and what is given."""
        placed = (compiler.compile(one)[0] for one in self.get_source_expressions())
        named: Mapping[str, str] = dict(zip(self._columns, placed, strict=True))
        return self._text.format(**named), self._given
