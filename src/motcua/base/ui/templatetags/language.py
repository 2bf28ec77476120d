"""Words in the reader's language."""

from django import template

from motcua.base.ui import language

register = template.Library()


@register.filter
def say(words: object) -> str:
    """Give words in the reader's language; what has no English stays Vietnamese."""
    return language.say(words)
