"""How log-in meets the house: citizens by national e-identity, officials by password and second factor."""

from datetime import date
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.access import Kind, system
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.text import clean
from motcua.reference.people import commands as people
from motcua.reference.people.words import Identity

ENOUGH = "2"  # the level of VNeID at which a person's identity counts as proved


class OfficialsAdapter(DefaultAccountAdapter):
    """Officials are appointed, they do not sign up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse local sign-up."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Send officials to their work and citizens to their dossiers."""
        member = request.user.is_authenticated and request.user.kind == Kind.MEMBER
        return reverse("portal:mine") if member else str(super().get_login_redirect_url(request))

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Send a person who comes for the first time to the same place as later."""
        return self.get_login_redirect_url(request)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: the page that follows says what happened in its own words."""


class CitizensAdapter(DefaultSocialAccountAdapter):
    """Citizens are known by the subject of their e-identity alone, never by e-mail or telephone."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Welcome whoever national e-identity vouches for."""
        return True

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Turn away who proved too little; refresh what is known about somebody who comes again."""
        claims = claims_of(sociallogin.account.extra_data)
        # An e-identity opens its own account and nothing else: it is never tied to the account that happens
        # to be signed in, least of all to an official's.
        if sociallogin.state.get("process", AuthProcess.LOGIN) != AuthProcess.LOGIN:
            raise _back_to_sign_in("loi", sociallogin.state)
        if level_of(sociallogin.account.extra_data) != ENOUGH:
            raise _back_to_sign_in("muc", sociallogin.state)
        if not sociallogin.is_existing:
            return
        if not sociallogin.user.is_active or sociallogin.user.kind != Kind.MEMBER:
            raise _back_to_sign_in("khoa", sociallogin.state)
        people.welcome(account=sociallogin.user, identity=identity_of(claims), by=system("vneid"), at=now())

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> Account:
        """Open the account and the person behind it at the first visit, both or neither."""
        identity = identity_of(claims_of(sociallogin.account.extra_data))
        with transaction.atomic():
            account = people.welcome_first(
                login=f"vneid:{sociallogin.account.uid}", identity=identity, by=system("vneid"), at=now()
            )
            sociallogin.user = account
            sociallogin.save(request, connect=True)
        return account

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Account:
        """Prepare the account before it is saved."""
        account: Account = sociallogin.user
        account.login = f"vneid:{sociallogin.account.uid}"
        return account

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Lead back to the sign-in page, which says what happened and what to do."""
        why = "dung" if error == AuthError.CANCELLED else "loi"
        raise _back_to_sign_in(why, (extra_context or {}).get("state"))


def claims_of(extra: dict[str, Any]) -> dict[str, Any]:
    """Give the claims about the person."""
    claims: dict[str, Any] = extra.get("userinfo") or extra.get("id_token") or extra
    return claims


def level_of(extra: dict[str, Any]) -> str:
    """Give the level at which the person proved who they are; the signed token counts before the rest."""
    token = extra.get("id_token") or claims_of(extra)
    return str(token.get("acr", ""))


def identity_of(claims: dict[str, Any]) -> Identity:
    """Read the claims of the e-identity provider."""
    address = claims.get("address") or {}
    birth = claims.get("birthdate")
    return Identity(
        personal_id=claims["personal_id"],
        full_name=clean(claims["name"]),
        birth_date=date.fromisoformat(birth) if birth else None,
        gender=clean(claims.get("gender", "")),
        phone=clean(claims.get("phone_number", "")),
        province=clean(address.get("province", "")),
        commune=clean(address.get("commune", "")),
        address_detail=clean(address.get("detail", "")),
    )


def _back_to_sign_in(why: str, state: dict[str, Any] | None) -> ImmediateHttpResponse:
    asked = {"ket-qua": why}
    if state and state.get("next"):
        asked["next"] = state["next"]
    return ImmediateHttpResponse(redirect(f"{reverse('portal:sign-in')}?{urlencode(asked)}"))
