"""The catalogue changes here. A published version stays as it is; a change is a new version."""

from motcua.reference.catalogue.commands.checking import (
    announce_version,
    pass_check,
    send_back,
    sign_version,
    submit_for_check,
)
from motcua.reference.catalogue.commands.classifying import add_code, classify
from motcua.reference.catalogue.commands.deciding import (
    abolish,
    register_decision,
    sign_decision,
    take_step,
)
from motcua.reference.catalogue.commands.drafting import (
    discard_draft,
    draft_version,
    open_draft,
    revise_draft,
)
from motcua.reference.catalogue.commands.offering import end_offering, offer
from motcua.reference.catalogue.commands.publishing import end_version, publish_version
from motcua.reference.catalogue.commands.wording import put_wording

__all__ = [
    "abolish",
    "add_code",
    "announce_version",
    "classify",
    "discard_draft",
    "draft_version",
    "end_offering",
    "end_version",
    "offer",
    "open_draft",
    "pass_check",
    "publish_version",
    "put_wording",
    "register_decision",
    "revise_draft",
    "send_back",
    "sign_decision",
    "sign_version",
    "submit_for_check",
    "take_step",
]
