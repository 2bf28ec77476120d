"""An official chooses in whose place to work, among those that a delegation gives them today."""

from django import forms
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from motcua.base.access.audience import STAFF
from motcua.base.clock import today
from motcua.base.ui.forms import Form, Option
from motcua.base.web.page import Request, page
from motcua.reference.org import queries
from motcua.reference.org.pages.administration.frame import sent, shown
from motcua.reference.org.queries import STANDING_IN

OWN = "own"


class ChoiceForm(Form):
    """In whose place."""

    place = forms.ChoiceField(label="Làm việc ở vị trí", widget=forms.RadioSelect)


@page(audience=STAFF, writes=True)
def choose(request: Request) -> HttpResponseBase:
    """Show the places in which somebody stands in today, and go over to one, or back to one's own."""
    assert request.actor.person is not None, "an official is a person"
    lent = list(queries.standing_in(request.actor.person, today()))
    now = request.session.get(STANDING_IN, OWN) if request.actor.on_behalf_of else OWN
    form = ChoiceForm(sent(request), initial={"place": now})
    place = form.fields["place"]
    assert isinstance(place, forms.ChoiceField)
    place.choices = [(OWN, "Vị trí của chính bạn")] + [
        (
            str(one.pk),
            Option(
                f"Thay {one.giver.full_name}, {one.position.title}",
                hint=f"{one.position.unit.name}. Đến hết {one.valid_to:%d/%m/%Y}, theo {one.document}.",
            ),
        )
        for one in lent
    ]
    if form.is_bound and form.is_valid():
        return _go(request, form.cleaned_data["place"])
    return shown(request, "org/standing_in.html", {"lent": lent}, form)


def _go(request: Request, place: str) -> HttpResponseBase:
    if place == OWN:
        request.session.pop(STANDING_IN, None)
        messages.success(request, "Bạn đang làm việc ở vị trí của chính mình.")
    else:
        request.session[STANDING_IN] = place
        messages.success(request, "Bạn đang làm thay. Mọi việc được ghi dưới tên bạn và tên người được thay.")
    return redirect("desk:standing-in")
