"""What must be right before files are taken in."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from motcua.base.clock import today
from motcua.base.files.keyring import KeyRing, KeyRingBroken
from motcua.base.files.rules import quota_on


@register
def keys_are_set(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """Production brings its own master keys: one that was made on the spot dies with the machine."""
    try:
        KeyRing(settings.FILE_KEYS)
    except KeyRingBroken as error:
        return [Error(str(error), hint="Xem docs/operate/files.md.", id="files.E002")]
    if settings.HTTPS and not settings.DEMO and not settings.FILE_KEYS_GIVEN:
        return [
            Error(
                "Chưa đặt MOTCUA_FILE_KEYS: mất máy này là mất mọi tệp đã nộp.",
                hint="Lập khóa bằng `motcua files key`, cất một bản ở nơi khác; xem docs/operate/files.md.",
                id="files.E001",
            )
        ]
    return []


@register
def quotas_are_read(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """A quota that cannot be read would only be found by the first person who sends a file."""
    try:
        quota_on(settings.UPLOAD_QUOTAS, today())
    except ValueError:
        text = "MOTCUA_UPLOAD_QUOTAS không đọc được."
        return [Error(text, hint="Viết như: 2026-01-01 open=20 day_mb=300", id="files.E003")]
    return []
