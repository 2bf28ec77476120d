"""The people file: one registered client, invented people, and the officials whose phones are simulated."""

import binascii
import json
import re
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, Self
from urllib.parse import urlsplit

from motcua.exchange.identity.simulator import totp


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the people file cannot be used, as one sentence for the operator."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Client:
    """The one relying party; `name` is what people read on the consent page."""

    id: str
    secret: str
    name: str
    redirect_uris: tuple[str, ...]
    post_logout_redirect_uris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person; `birthdate` is ISO 8601, `gender` is male or female as in OpenID Connect."""

    sub: str
    name: str
    birthdate: str
    gender: str
    personal_id: str
    phone_number: str
    province: str
    commune: str
    detail: str


@dataclass(frozen=True, slots=True)
class Official:
    """One demo official; `totp_key` is the decoded secret of their second factor."""

    login: str
    name: str
    position: str
    totp_key: bytes


@dataclass(frozen=True, slots=True)
class Book:
    """One reading of the people file; people are keyed by `sub`."""

    client: Client
    people: Mapping[str, Person]
    officials: tuple[Official, ...]


def _text(raw: Mapping[str, Any], key: str, pattern: str = r".*\S.*") -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not re.fullmatch(pattern, value, re.DOTALL):
        raise ValueError(f"trường “{key}” thiếu hoặc sai")
    return value


def _addresses(raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = raw.get(key, [])
    if not isinstance(values, list):
        raise ValueError(f"trường “{key}” phải là một danh sách")
    for value in values:
        parts = urlsplit(value) if isinstance(value, str) else None
        if parts is None or parts.scheme not in {"http", "https"} or not parts.netloc or "#" in value:
            raise ValueError(f"trường “{key}” phải là các địa chỉ http đầy đủ, không có phần sau dấu #")
    return tuple(values)


def _day(raw: Mapping[str, Any], key: str) -> str:
    text = _text(raw, key, r"\d{4}-\d\d-\d\d")
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"trường “{key}” không phải là một ngày có thật") from None
    return text


def _key(raw: Mapping[str, Any], key: str) -> bytes:
    try:
        return totp.key_of(_text(raw, key))
    except binascii.Error:
        raise ValueError(f"trường “{key}” không phải là Base32") from None


def _client(raw: Mapping[str, Any]) -> Client:
    redirect_uris = _addresses(raw, "redirect_uris")
    if not redirect_uris:
        raise ValueError("trường “redirect_uris” phải có ít nhất một địa chỉ")
    return Client(
        id=_text(raw, "id"),
        secret=_text(raw, "secret"),
        name=_text(raw, "name") if "name" in raw else _text(raw, "id"),
        redirect_uris=redirect_uris,
        post_logout_redirect_uris=_addresses(raw, "post_logout_redirect_uris"),
    )


def _person(raw: Mapping[str, Any]) -> Person:
    address = raw.get("address")
    if not isinstance(address, dict):
        raise ValueError("trường “address” thiếu hoặc sai")
    return Person(
        sub=_text(raw, "sub", r"[\x21-\x7e]{1,255}"),
        name=_text(raw, "name"),
        birthdate=_day(raw, "birthdate"),
        gender=_text(raw, "gender", "male|female"),
        personal_id=_text(raw, "personal_id", "[0-9]{12}"),
        phone_number=_text(raw, "phone_number"),
        province=_text(address, "province"),
        commune=_text(address, "commune"),
        detail=_text(address, "detail"),
    )


def _official(raw: Mapping[str, Any]) -> Official:
    return Official(
        login=_text(raw, "login"),
        name=_text(raw, "name"),
        position=_text(raw, "position"),
        totp_key=_key(raw, "totp_secret"),
    )


def _book(raw: Mapping[str, Any]) -> Book:
    people = [_person(one) for one in raw["people"]]
    by_sub = {person.sub: person for person in people}
    if len(by_sub) < len(people):
        raise ValueError("hai người có cùng “sub”")
    return Book(
        client=_client(raw["client"]),
        people=by_sub,
        officials=tuple(_official(one) for one in raw.get("officials", [])),
    )


def read(path: Path) -> Book | Fault:
    """Read and check the people file; only its owner may be able to open it, for it holds secrets."""
    try:
        with path.open(encoding="utf-8") as file:
            if stat.S_IMODE(path.stat().st_mode) & 0o177:
                return Fault(f"Tệp {path} chứa bí mật: hãy đặt quyền 0600.")
            return _book(json.load(file))
    except (OSError, LookupError, TypeError, AttributeError, ValueError) as error:
        return Fault(f"Tệp {path} không dùng được: {_reason(error)}.")


def _reason(error: Exception) -> str:
    match error:
        case OSError():
            return f"không mở được ({error.strerror})"
        case json.JSONDecodeError():
            return f"không phải là JSON, sai ở dòng {error.lineno}"
        case UnicodeDecodeError():
            return "không được ghi bằng UTF-8"
        case KeyError():
            return f"thiếu phần {error}"
        case TypeError() | AttributeError():
            return "một phần có kiểu sai"
    return str(error)


class Registry:
    """The people file kept fresh: read again when it changes, the last good reading kept when it is bad."""

    def __init__(self, path: Path, book: Book) -> None:
        self._path = path
        self._book = book
        self._lock = Lock()
        self._good = self._told = self._stamp()

    @classmethod
    def open(cls, path: Path) -> Self | Fault:
        """Read the file for the first time; a fault is returned, not raised."""
        book = read(path)
        return book if isinstance(book, Fault) else cls(path, book)

    def current(self) -> Book:
        """Return the book as the file stands now."""
        with self._lock:
            stamp = self._stamp()
            if stamp != self._good:
                self._renew(stamp)
            return self._book

    def _stamp(self) -> tuple[int, ...]:
        try:
            found = self._path.stat()
        except OSError:
            return ()
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode

    def _renew(self, stamp: tuple[int, ...]) -> None:
        book = read(self._path)
        if isinstance(book, Book):
            self._book, self._good = book, stamp
        elif stamp != self._told:
            sys.stderr.write(f"{book.sentence} Vẫn dùng lần đọc trước.\n")
            self._told = stamp
