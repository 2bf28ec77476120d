"""An act on one dossier: its own address, its form, and the command that it calls."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, TypedDict
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from motcua.base.access import Actor
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.text import clean, clean_lines
from motcua.base.ui.forms import Form
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.rules import Facts
from motcua.casework.dossiers.words import Move, Why

WORDS = 2000
LINE = 300


class Common(TypedDict):
    """What every command about a dossier takes."""

    dossier_id: UUID
    by: Actor
    at: datetime
    key: str
    seen: int | None


class Words(forms.CharField):
    """Some lines of text."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(max_length=WORDS, widget=forms.Textarea({"rows": str(rows)}), **kwargs)

    def clean(self, value: Any) -> str:
        """Return the lines, tidied."""
        return clean_lines(super().clean(value))


class Line(forms.CharField):
    """One line of text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": LINE, **kwargs})

    def clean(self, value: Any) -> str:
        """Return the line, tidied."""
        return clean(super().clean(value))


class ActForm(Form):
    """The form of an act; `seen` and `key` travel with it.

    `name` is the name of its address, `slug` the last part of it, `label` its title and the words of its
    button on the dossier's page, `button` those of its own.
    """

    name: ClassVar[str]
    slug: ClassVar[str]
    label: ClassVar[str]
    button: ClassVar[str]
    moves: ClassVar[tuple[Move, ...]]
    main: ClassVar[bool] = False
    danger: ClassVar[bool] = False
    template: ClassVar[str] = "acts/plain.html"
    cured_here: ClassVar[frozenset[Why]] = frozenset()
    meanwhile = False

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        dossier: Dossier,
        actor: Actor,
        at: datetime,
        *,
        data: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
    ) -> None:
        self.dossier, self.actor, self.at = dossier, actor, at
        super().__init__(data, files, initial={"key": str(uuid7()), "seen": dossier.revision})
        self.prepare()

    @classmethod
    def leads(cls, facts: Facts) -> bool:
        """Tell whether the act may be the main one of a dossier's page."""
        return cls.main

    def prepare(self) -> None:
        """Fill in choices and first values from the dossier."""

    def story(self) -> Mapping[str, Any]:
        """Give what the page tells about the act before it is done."""
        return {}

    def do(self, common: Common) -> Dossier | Refusal:
        """Do the act."""
        raise NotImplementedError

    def done(self, dossier: Dossier) -> str:
        """Say what was done."""
        raise NotImplementedError

    def common(self) -> Common:
        """Give what every command takes."""
        return Common(
            dossier_id=self.dossier.pk,
            by=self.actor,
            at=self.at,
            key=self.cleaned_data["key"],
            seen=self.cleaned_data["seen"],
        )

    def look_again(self, revision: int) -> None:
        """Let the form go on from what its maker has been shown now."""
        assert isinstance(self.data, QueryDict), "only a sent form looks again"
        self.data = self.data.copy()
        self.data["seen"] = str(revision)
