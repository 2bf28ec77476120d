"""The forms of logging in, in our words."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django.core.exceptions import ValidationError

from motcua.base.ui.forms import Form
from motcua.base.ui.forms.base import lower_first

SENTENCES = {
    "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu không đúng. Nhập lại cả hai.",
    "too_many_login_attempts": "Bạn đã nhập sai nhiều lần. Chờ 5 phút rồi thử lại.",
    "rate_limited": "Bạn đã nhập sai nhiều lần. Chờ 5 phút rồi thử lại.",
    "account_inactive": "Tài khoản này đã khóa. Hỏi người quản trị của cơ quan.",
    "incorrect_code": "Mã không đúng hoặc đã hết hạn. Nhập mã đang hiện trong ứng dụng.",
    "incorrect_password": "Mật khẩu không đúng. Nhập lại mật khẩu đang dùng.",
    "enter_current_password": "Mật khẩu hiện tại không đúng. Nhập lại.",
    "password_too_short": "Mật khẩu quá ngắn. Nhập ít nhất 12 ký tự.",
    "password_too_common": "Mật khẩu này nhiều người dùng nên dễ đoán. Chọn một câu dài của riêng bạn.",
    "password_entirely_numeric": "Mật khẩu chỉ có chữ số thì dễ đoán. Thêm chữ.",
    "password_too_similar": "Mật khẩu quá giống tên đăng nhập. Chọn mật khẩu khác.",
}
CODE = "Mã xác nhận"


class Worded(Form):
    """A form of allauth with our labels, hints and sentences."""

    labels: ClassVar[Mapping[str, str]] = {}
    hints: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            field = self.fields[name]
            field.label, field.help_text = label, self.hints.get(name, "")
            field.error_messages["required"] = f"Nhập {lower_first(label)}."
            field.widget.attrs.pop("placeholder", None)

    def add_error(self, field: str | None, error: Any) -> None:
        """Say what went wrong in our words."""
        told = error if isinstance(error, ValidationError) else ValidationError(error)
        if not hasattr(told, "error_dict"):
            told = ValidationError([_told(one) for one in told.error_list])
        super().add_error(field, told)


class LogIn(Worded, account.LoginForm):  # type: ignore[misc]  # allauth is untyped
    """Login and password."""

    labels = {"login": "Tên đăng nhập", "password": "Mật khẩu"}


class Password(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    labels = {"password": "Mật khẩu"}


class ChangePassword(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    """The password, and the one to come."""

    labels = {
        "oldpassword": "Mật khẩu hiện tại",
        "password1": "Mật khẩu mới",
        "password2": "Mật khẩu mới, nhập lần nữa",
    }
    hints = {"password1": "Một câu dài, dễ nhớ với bạn, khó đoán với người khác."}


class Code(Worded, mfa.AuthenticateForm):  # type: ignore[misc]
    """The code of the second factor, or a recovery code."""

    labels = {"code": CODE}
    hints = {"code": "6 chữ số đang hiện trong ứng dụng xác thực, hoặc một mã dự phòng 8 chữ số."}


class CodeAgain(Worded, mfa.ReauthenticateForm):  # type: ignore[misc]
    """The code of the second factor once more."""

    labels = {"code": CODE}
    hints = Code.hints


class ActivateTotp(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator application."""

    labels = {"code": CODE}
    hints = {"code": "6 chữ số mà ứng dụng vừa tạo sau khi quét."}


class AddPasskey(Worded, passkeys.AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey and its name."""

    labels = {"name": "Tên của khóa", "passwordless": "Dùng khóa này để đăng nhập, không cần mật khẩu"}
    hints = {"name": "Để nhận ra khóa trong danh sách, ví dụ “Máy ở quầy 2”."}


def _told(error: ValidationError) -> ValidationError:
    sentence = SENTENCES.get(str(error.code or ""))
    return ValidationError(sentence, code=error.code) if sentence else error
