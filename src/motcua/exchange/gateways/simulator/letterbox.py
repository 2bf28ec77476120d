"""What the simulator caught: newest first, each id once."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Final

from motcua.base.clock import now
from motcua.base.notices.words import Medium, Message, Why
from motcua.base.rooms import Refusal

MOST: Final = 500
_ANSWERS: Final = {Why.UNREACHABLE: "giả lập đang bận", Why.NOT_TAKEN: "giả lập từ chối"}


@dataclass(frozen=True)
class Caught:
    """One message as it came in."""

    id: str
    medium: Medium
    to: str
    subject: str
    body: str
    at: datetime


class Letterbox:
    """Keeps what comes in and drops doubles; it is a sender itself, and can be told to fail.

    With `keeps_doubles` it forgets to drop them, as a careless gateway would.
    """

    def __init__(self, *, keeps_doubles: bool = False) -> None:
        self._lock = Lock()
        self._caught: deque[Caught] = deque(maxlen=MOST)
        self._known: set[tuple[Medium, str, str]] = set()
        self._failing: dict[Medium, Why] = {}
        self._keeps_doubles = keeps_doubles

    @property
    def ready(self) -> bool:
        """Be set up, always."""
        return True

    @property
    def caught(self) -> list[Caught]:
        """Give what came in, newest first."""
        with self._lock:
            return list(self._caught)

    @property
    def failing(self) -> dict[Medium, Why]:
        """Give how each medium fails now; those that work are not in it."""
        with self._lock:
            return dict(self._failing)

    def fail(self, medium: Medium, how: Why | None) -> None:
        """Let a medium fail from now on, or work again."""
        with self._lock:
            if how is None:
                self._failing.pop(medium, None)
            else:
                self._failing[medium] = how

    def send(self, message: Message) -> Refusal | None:
        """Take a message, or refuse it as told."""
        how = self.failing.get(message.medium)
        if how is not None:
            return Refusal(how, {"said": _ANSWERS.get(how, "")})
        self.put(Caught(str(message.id), message.medium, message.to, message.subject, message.body, now()))
        return None

    def put(self, one: Caught) -> bool:
        """Keep one message; False for a double that was dropped."""
        with self._lock:
            known = (one.medium, one.id, one.to)
            if known in self._known and not self._keeps_doubles:
                return False
            self._known.add(known)
            self._caught.appendleft(one)
            return True
