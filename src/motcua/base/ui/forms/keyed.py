"""Forms of acts: lines and words tidied, a retry key made with the page, and what every command takes."""

from datetime import datetime
from typing import Any, ClassVar, TypedDict

from django import forms

from motcua.base.access.actor import Actor
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.text import clean, clean_lines
from motcua.base.ui.forms.base import Form
from motcua.base.web.page import Request


class Line(forms.CharField):
    """One line of text."""

    most: ClassVar[int] = 300

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": self.most, **kwargs})

    def clean(self, value: Any) -> str:
        """Return the line, tidied."""
        return clean(super().clean(value))


class Words(forms.CharField):
    """Some lines of text."""

    most: ClassVar[int] = 4000

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(**{"max_length": self.most, "widget": forms.Textarea({"rows": str(rows)}), **kwargs})

    def clean(self, value: Any) -> str:
        """Return the lines, tidied."""
        return clean_lines(super().clean(value))


class Keyed(Form):
    """A form whose retry key was made with its page."""

    key = forms.CharField(
        required=False, max_length=100, widget=forms.HiddenInput, initial=lambda: uuid7().hex
    )


class KeyedForm(Keyed):
    """A form of an act, whose words go to its command as they are named."""

    @property
    def said(self) -> dict[str, Any]:
        """Give what was said, without the retry key."""
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class Common(TypedDict):
    """What every command takes."""

    by: Actor
    at: datetime
    key: str


def common(request: Request, form: Form) -> Common:
    """Give who acts, when, and the retry key."""
    return {"by": request.actor, "at": now(), "key": form.cleaned_data.get("key", "")}
