"""E-forms of real procedures, by procedure code.

What is asked follows what the law wants to know; the wording is ours. Each is plain JSON, as the room of
forms reads it, and becomes a version when the demo publishes its procedure.
"""

from collections.abc import Mapping

from demo.forms import business, callings, civil, family, land, residence, social
from demo.forms.shared import Json

__all__ = ["FORMS"]

FORMS: Mapping[str, Json] = {
    **civil.FORMS,
    **family.FORMS,
    **residence.FORMS,
    **business.FORMS,
    **land.FORMS,
    **social.FORMS,
    **callings.FORMS,
}
