"""How log-in meets the house: citizens by national e-identity, officials by password and second factor."""

from datetime import date
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest

from motcua.base.access import Kind, system
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.reference.people import commands as people
from motcua.reference.people.words import Identity


class OfficialsAdapter(DefaultAccountAdapter):
    """Officials are appointed, they do not sign up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse local sign-up."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Send officials to their work and citizens to their dossiers."""
        member = request.user.is_authenticated and request.user.kind == Kind.MEMBER
        return "/ho-so/" if member else str(super().get_login_redirect_url(request))


class CitizensAdapter(DefaultSocialAccountAdapter):
    """Citizens are known by the subject of their e-identity alone, never by e-mail or telephone."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Welcome whoever national e-identity vouches for."""
        return True

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refresh what e-identity says about somebody who comes again."""
        if sociallogin.is_existing:
            people.welcome(
                account=sociallogin.user,
                identity=identity_of(sociallogin.account.extra_data),
                by=system("vneid"),
                at=now(),
            )

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> Account:
        """Open the account and the person behind it at the first visit."""
        identity = identity_of(sociallogin.account.extra_data)
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


def identity_of(extra: dict[str, Any]) -> Identity:
    """Read the claims of the e-identity provider."""
    claims = extra.get("userinfo") or extra.get("id_token") or extra
    address = claims.get("address") or {}
    birth = claims.get("birthdate")
    return Identity(
        personal_id=claims["personal_id"],
        full_name=claims["name"],
        birth_date=date.fromisoformat(birth) if birth else None,
        gender=claims.get("gender", ""),
        phone=claims.get("phone_number", ""),
        province=address.get("province", ""),
        commune=address.get("commune", ""),
        address_detail=address.get("detail", ""),
    )
