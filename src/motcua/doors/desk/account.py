"""Logging in and the account: the views of allauth, each with its audience and our words."""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.http import HttpResponseBase
from django.template.response import TemplateResponse

from motcua.base.access.audience import ANYONE, STAFF
from motcua.base.web.guard import permitted_write
from motcua.base.web.page import Request, declared, page
from motcua.doors.desk import forms

View = Callable[..., HttpResponseBase]
UNPROCESSABLE = 422


class LogIn(account.LoginView):  # type: ignore[misc]  # allauth is untyped
    """Asks for login and password."""

    form_class = forms.LogIn
    extra_context = {"demo": settings.DEMO, "demo_phone": f"{settings.IDENTITY_ISSUER}/dien-thoai"}


class Authenticate(mfa.AuthenticateView):  # type: ignore[misc]
    """Asks for the second factor."""

    form_class = forms.Code
    extra_context = LogIn.extra_context


class Reauthenticate(account.ReauthenticateView):  # type: ignore[misc]
    """Asks for the password again before the account changes."""

    form_class = forms.Password


class ReauthenticateByCode(mfa.ReauthenticateView):  # type: ignore[misc]
    """Asks for the second factor again before the account changes."""

    form_class = forms.CodeAgain


class ChangePassword(account.PasswordChangeView):  # type: ignore[misc]
    """Changes the password."""

    form_class = forms.ChangePassword


class ActivateTotp(totp.ActivateTOTPView):  # type: ignore[misc]
    """Sets up an authenticator application."""

    form_class = forms.ActivateTotp


class AddPasskey(passkeys.AddWebAuthnView):  # type: ignore[misc]
    """Adds a passkey."""

    form_class = forms.AddPasskey


def _open(view: View) -> View:
    """Give a view that anybody may open, for it is the way in."""
    return declared(_mended(view), audience=ANYONE, writes=True)


def _own(view: View) -> View:
    """Give a view of one's own account, for officials alone."""
    return page(audience=STAFF, writes=True)(_mended(view))


def _mended(view: View) -> View:
    """Let a form that must be mended say so by its status too."""

    def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and request.method == "POST":
            form = (response.context_data or {}).get("form")
            if form is not None and form.is_bound and not form.is_valid():
                response.status_code = UNPROCESSABLE
        return response

    return run


def _marking(view: View) -> View:
    """Let a view of recovery codes note on the codes that they were seen."""

    def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with permitted_write("sign-in"):
            return view(request, *args, **kwargs)

    return run


log_in = _open(LogIn.as_view())
log_out = _open(account.logout)
inactive = _open(account.account_inactive)
authenticate = _open(Authenticate.as_view())
log_in_by_passkey = _open(passkeys.login_webauthn)
overview = _own(mfa.index)
reauthenticate = _own(Reauthenticate.as_view())
reauthenticate_by_code = _own(ReauthenticateByCode.as_view())
reauthenticate_by_passkey = _own(passkeys.reauthenticate_webauthn)
change_password = _own(ChangePassword.as_view())
activate_totp = _own(ActivateTotp.as_view())
deactivate_totp = _own(totp.deactivate_totp)
recovery_codes = _own(_marking(recovery.view_recovery_codes))
generate_recovery_codes = _own(recovery.generate_recovery_codes)
download_recovery_codes = _own(_marking(recovery.download_recovery_codes))
list_passkeys = _own(passkeys.list_webauthn)
add_passkey = _own(AddPasskey.as_view())
remove_passkey = _own(passkeys.remove_webauthn)
