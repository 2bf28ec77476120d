"""The log of the running program: one JSON object a line, no sentences for people, no personal values."""

import json
import logging
from typing import Any


class _Log:
    def __init__(self) -> None:
        self._to = logging.getLogger("motcua")

    def info(self, event: str, **facts: Any) -> None:
        """Note an ordinary event."""
        self._to.info(_line(event, facts))

    def warning(self, event: str, **facts: Any) -> None:
        """Note something that an operator should look at."""
        self._to.warning(_line(event, facts))

    def error(self, event: str, **facts: Any) -> None:
        """Note a failure with its trace, when there is one."""
        self._to.error(_line(event, facts), exc_info=True)


def _line(event: str, facts: dict[str, Any]) -> str:
    return json.dumps({"event": event, **facts}, ensure_ascii=False, default=str)


log = _Log()
