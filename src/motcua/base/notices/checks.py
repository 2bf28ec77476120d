"""What must be right before notices are sent."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from motcua.base.clock import today
from motcua.base.notices.rules import pace_on


@register
def pace_is_read(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """A pace that cannot be read would only be found by the first notice that fails."""
    try:
        pace_on(settings.NOTICE_PACE, today())
    except ValueError:
        text = "MOTCUA_NOTICE_PACE không đọc được."
        return [
            Error(
                text, hint="Viết như: 2026-01-01 tries=6 first_s=60 factor=4 keep_days=365", id="notices.E001"
            )
        ]
    return []
