"""Which sender serves a medium: the wires are named by the settings, so that the ground imports none."""

from django.conf import settings
from django.utils.module_loading import import_string

from motcua.base.notices.ports import Sender
from motcua.base.notices.words import Medium, Message, Why
from motcua.base.rooms import Refusal


def sender_of(medium: Medium) -> Sender | None:
    """Give the sender of a medium, None where the house has none."""
    path = settings.NOTICE_SENDERS.get(medium.value)
    if path is None:
        return None
    sender: Sender = import_string(path)()
    return sender


def is_ready(medium: Medium) -> bool:
    """Tell whether notices can go by a medium; our own pages always can."""
    if medium is Medium.IN_APP:
        return True
    sender = sender_of(medium)
    return sender is not None and sender.ready


def send(message: Message) -> Refusal | None:
    """Hand a message to the sender of its medium."""
    sender = sender_of(message.medium)
    return sender.send(message) if sender else Refusal(Why.NOT_CONFIGURED)
