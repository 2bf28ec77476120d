"""How somebody wants to be told besides our own pages."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.notices import commands, queries, senders
from motcua.base.notices.words import Medium
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import Form
from motcua.casework.dossiers.notices.sentences import MEDIA, PHONE_FORM

FOR_CITIZENS: Final = (Medium.EMAIL, Medium.SMS, Medium.ZALO)
FOR_OFFICIALS: Final = (Medium.EMAIL,)
_PHONE: Final = re.compile(r"0\d{9}")


class _PhoneField(forms.CharField):
    def clean(self, value: Any) -> str:
        """Return the digits."""
        digits = re.sub(r"[\s.]", "", str(super().clean(value)))
        if digits and not _PHONE.fullmatch(digits):
            raise forms.ValidationError(PHONE_FORM)
        return digits


class ReachForm(Form):
    """A tick for each medium that the house can send by, with the address under it."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    ways = forms.MultipleChoiceField(
        label="Gửi thêm cho tôi qua", required=False, widget=forms.CheckboxSelectMultiple
    )
    to_email = forms.EmailField(label="Địa chỉ thư điện tử", max_length=254)
    to_sms = _PhoneField(label="Số điện thoại nhận SMS", max_length=20)
    to_zalo = _PhoneField(label="Số điện thoại dùng Zalo", max_length=20)

    def __init__(self, *args: Any, offered: Iterable[Medium], **kwargs: Any) -> None:
        """Offer those media that the house can send by."""
        super().__init__(*args, **kwargs)
        self.offered = [medium for medium in offered if senders.is_ready(medium)]
        for medium in set(FOR_CITIZENS) - set(self.offered):
            del self.fields[f"to_{medium.value}"]
        choice = self.fields["ways"]
        assert isinstance(choice, forms.MultipleChoiceField)
        choice.choices = [(medium.value, MEDIA[medium]) for medium in self.offered]
        # A class-level mapping would name addresses of media that this form does not offer.
        self.follow = {"ways": {one.value: (f"to_{one.value}",) for one in self.offered}}  # type: ignore[misc]

    def chosen(self) -> dict[Medium, queries.Reached]:
        """Give what was chosen for every medium that was offered."""
        given = self.cleaned_data
        return {
            medium: queries.Reached(given.get(f"to_{medium.value}") or "", medium.value in given["ways"])
            for medium in self.offered
        }


def form_for(
    actor: Actor, posted: Mapping[str, Any] | None, offered: Iterable[Medium], known: Mapping[Medium, str]
) -> ReachForm:
    """Give the form with what somebody chose before, else with what is known of them."""
    assert actor.account is not None, "only who has an account can choose"
    before = {medium: one for (_, medium), one in queries.reached([actor.account]).items()}
    addresses = {**known, **{medium: one.address for medium, one in before.items() if one.address}}
    wanted = [
        medium.value
        for medium in Medium
        if (before[medium].wanted if medium in before else bool(known.get(medium)))
    ]
    places = {f"to_{medium.value}": address for medium, address in addresses.items()}
    initial = {"key": uuid7().hex, "ways": wanted, **places}
    return ReachForm(posted or None, offered=offered, initial=initial)


def keep(form: ReachForm, by: Actor) -> Refusal | None:
    """Keep what was chosen."""
    done = commands.choose_reach(chosen=form.chosen(), by=by, at=now())
    return done if isinstance(done, Refusal) else None
