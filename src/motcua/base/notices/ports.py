"""What the outside must provide: one sender for each medium."""

from typing import Protocol

from motcua.base.notices.words import Message
from motcua.base.rooms import Refusal


class Sender(Protocol):
    """Brings messages to people.

    A refusal says what to do next: `Why.UNREACHABLE` may go well later, `Why.NOT_TAKEN` never will,
    `Why.NOT_CONFIGURED` needs an operator. Its facts (`said`) hold no personal value. The same message id
    may come twice; the receiving side drops the second.
    """

    @property
    def ready(self) -> bool:
        """Tell whether an operator has set it up."""
        ...

    def send(self, message: Message) -> Refusal | None:
        """Hand a message over; None when the other side took it."""
        ...
