"""The two turns of a log-in by e-identity. Opening the session is what the way back is for."""

from allauth.socialaccount.providers.openid_connect.views import callback, login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from requests import RequestException


def start(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Go out to the provider; only a pressed button does, never a link from elsewhere."""
    if request.method != "POST":
        return redirect("portal:sign-in")
    try:
        answer: HttpResponseBase = login(request, provider_id=provider_id)
    except RequestException:
        return redirect(f"{reverse('portal:sign-in')}?ket-qua=vang")
    return answer


def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Come back from the provider with a code, or with the reason why there is none."""
    answer: HttpResponseBase = callback(request, provider_id=provider_id)
    return answer
