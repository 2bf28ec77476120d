"""The catalogue changes here. A published version stays as it is; a change is a new version."""

from motcua.reference.catalogue.commands.drafting import draft_version
from motcua.reference.catalogue.commands.offering import offer
from motcua.reference.catalogue.commands.publishing import end_version, publish_version

__all__ = ["draft_version", "end_version", "offer", "publish_version"]
