"""Ties the buttons of a page to allauth's script for passkeys."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def passkey_form(kind: str, **ids: str) -> SafeString:
    """Return the data block that names the controls of one kind of form (`loginForm`, `addForm`, …)."""
    data = json.dumps({"ids": ids}).translate(_ESCAPES)
    block = '<script data-allauth-onload="allauth.webauthn.forms.{}" type="application/json">{}</script>'
    return format_html(block, kind, mark_safe(data))  # noqa: S308  # JSON without a tag, made just above
