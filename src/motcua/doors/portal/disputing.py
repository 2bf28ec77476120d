"""The forms by which somebody says that what the State holds is wrong."""

from datetime import date
from typing import Any

from django import forms

from motcua.base.clock.sentences import short_date
from motcua.base.ui.forms import DateField, Form
from motcua.base.ui.forms.base import say_cures
from motcua.doors.portal.forms import FilesField
from motcua.reference.forms.django_forms import TypedField
from motcua.reference.forms.rules import Field
from motcua.reference.forms.words import FieldKind

LONGEST = 500
# One line each: what is said to be right can be the answer at once. Others are mended on their own page.
SHORT = (FieldKind.TEXT, FieldKind.PERSON_NAME, FieldKind.PERSONAL_ID, FieldKind.PHONE, FieldKind.EMAIL)


class DisputePaperForm(Form):
    """What is wrong about a paper, and the newer one."""

    said = forms.CharField(
        label="Điều đúng",
        help_text="Sai ở đâu, đúng là thế nào.",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": "3"}),
    )
    file = FilesField(
        label="Giấy tờ mới hơn",
        required=False,
        help_text="PDF, JPG hoặc PNG. Có thì hồ sơ dùng ngay bản này.",
    )

    def clean(self) -> dict[str, Any]:
        """Demand one of the two."""
        said = super().clean() or {}
        if not said.get("said") and not self.files.getlist("file"):
            self.add_error("said", "Ghi điều đúng, hoặc gửi giấy tờ mới hơn.")
        return said


class DisputeFactForm(Form):
    """What is right in place of a known fact."""

    def __init__(self, *args: Any, field: Field, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = f"{field.label} đúng"
        self.fields["value"] = (
            DateField(label=label)
            if field.kind is FieldKind.DATE
            else TypedField(field, label=label, required=True, widget=forms.TextInput())
            if field.kind in SHORT
            else forms.CharField(label=label, max_length=LONGEST)
        )
        say_cures(self.fields["value"], label)
        self.answers = field.kind in (*SHORT, FieldKind.DATE)
        self.fields["said"] = forms.CharField(
            label="Căn cứ",
            required=False,
            max_length=LONGEST,
            help_text="Giấy tờ nào cho thấy điều đúng.",
            widget=forms.Textarea({"rows": "2"}),
        )

    @property
    def answer(self) -> str | None:
        """Give the right value as the form keeps it, None when it cannot be the answer at once."""
        value = self.cleaned_data["value"]
        if not self.answers:
            return None
        return value.isoformat() if isinstance(value, date) else str(value)

    @property
    def told(self) -> str:
        """Give what somebody says is right, and by which paper."""
        value, said = self.cleaned_data["value"], self.cleaned_data["said"]
        shown = short_date(value) if isinstance(value, date) else str(value)
        return f"{shown}. {said}".strip(" .")
