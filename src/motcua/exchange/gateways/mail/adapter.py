"""Mail through an SMTP server."""

import smtplib
from email.utils import parseaddr
from typing import Final
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from motcua.base.notices.words import Message, Why
from motcua.base.rooms import Refusal

TIMEOUT_SECONDS: Final = 10
_FINAL: Final = 500


class MailSender:
    """Sends mail as MOTCUA_SMTP_URL says: `smtp://`, `smtp+tls://` (STARTTLS) or `smtps://`."""

    @property
    def ready(self) -> bool:
        """Tell whether there is a server."""
        return bool(settings.SMTP_URL)

    def send(self, message: Message) -> Refusal | None:
        """Hand a mail over. Its Message-ID is made of the notice's id and stays the same each time."""
        if not self.ready:
            return Refusal(Why.NOT_CONFIGURED)
        try:
            _written(message).send()
        except UnicodeError:
            return Refusal(Why.NOT_TAKEN, {"said": "địa chỉ không đọc được"})
        except (OSError, smtplib.SMTPException) as error:
            return _why(error)
        return None


def _why(error: OSError | smtplib.SMTPException) -> Refusal:
    """Tell a recipient who is refused for good from everything that may go well later."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = min(code for code, _ in error.recipients.values())
        return Refusal(Why.NOT_TAKEN if code >= _FINAL else Why.UNREACHABLE, {"said": f"SMTP {code}"})
    if isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= _FINAL:
        return Refusal(Why.NOT_TAKEN, {"said": f"SMTP {error.smtp_code}"})
    # Our own name or password is at fault in other answers, never the recipient's address.
    if isinstance(error, smtplib.SMTPResponseException):
        return Refusal(Why.UNREACHABLE, {"said": f"SMTP {error.smtp_code}"})
    return Refusal(Why.UNREACHABLE, {"said": type(error).__name__})


def _written(message: Message) -> EmailMessage:
    host = parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2] or "localhost"
    return EmailMessage(
        subject=" ".join(message.subject.split()),
        body=message.body,
        from_email=settings.MAIL_FROM,
        to=[message.to],
        headers={"Message-ID": f"<{message.id}@{host}>", "Auto-Submitted": "auto-generated"},
        connection=_server(settings.SMTP_URL),
    )


def _server(url: str) -> EmailBackend:
    parts = urlsplit(url)
    return EmailBackend(
        host=parts.hostname or "localhost",
        port=parts.port or {"smtps": 465, "smtp+tls": 587}.get(parts.scheme, 25),
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_tls=parts.scheme == "smtp+tls",
        use_ssl=parts.scheme == "smtps",
        timeout=TIMEOUT_SECONDS,
        fail_silently=False,
    )
