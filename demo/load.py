"""Loads the demo province, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TypeVar

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse

from demo import (
    belongings,
    dossiers,
    figures,
    notices,
    past,
    people,
    procedures,
    province,
    published,
    register,
    scoring,
)
from demo.keys import Key, Keys, kept, write_private
from motcua.base.access import Actor, system
from motcua.base.access.models import Account
from motcua.base.clock import ZONE
from motcua.base.journal import writing as journal
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.forms import commands as forms
from motcua.reference.forms import rules as form_rules
from motcua.reference.org.models import Agency

FOUNDING = datetime.combine(province.FOUNDED, time(7, 30), ZONE)
PUBLISHING = datetime(2026, 6, 20, 9, 0, tzinfo=ZONE)
KEYS_FILE, PEOPLE_FILE = "keys.json", "people.json"
ONE_AT_A_TIME = 20_250_701

Outcome = TypeVar("Outcome")


@dataclass(frozen=True)
class Entrance:
    """One demo person: what they are, where, how they come in; citizens have no password here.

    `first` says what to try as this person, for those who show the house best.
    """

    role: str
    place: str
    name: str
    login: str
    password: str
    first: str = ""


@dataclass(frozen=True)
class Loaded:
    """What stands now: who may come in, the file of the identity simulator, and whether this run built it."""

    entrances: tuple[Entrance, ...]
    people_file: Path
    built: bool

    @property
    def sentence(self) -> str:
        """Give what happened, in one sentence."""
        if self.built:
            return "Đã nạp tỉnh dùng thử."
        return "Tỉnh dùng thử đã có từ trước, không nạp lại."


def load(*, at: datetime, finished: int = past.FINISHED) -> Loaded:
    """Build the demo province unless it stands; the file of the identity simulator is written each time.

    What is built is built whole or not at all. Keys persist, so that a second run gives the same passwords;
    where their file was lost, officials get new ones. `finished` says how many dossiers of
    the past. Raises ValueError for a moment before the catalogue was
    published.
    """
    if at < PUBLISHING:
        raise ValueError(f"the demo begins on {PUBLISHING:%Y-%m-%d}")
    folder = Path(settings.VAR_DIR) / "demo"
    keys = kept(folder / KEYS_FILE, (official.login for official in people.OFFICIALS))
    with transaction.atomic():
        _wait_for_others()
        built = not Agency.objects.filter(code=province.AGENCIES[0].code).exists()
        if built:
            _build(keys, finished, by=system("demo"), at=at)
        _let_in(keys, built=built)
    _tell_simulator(folder / PEOPLE_FILE, keys.by_login)
    return Loaded(_entrances(keys.by_login), folder / PEOPLE_FILE, built)


def _wait_for_others() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])


def _build(keys: Keys, finished: int, *, by: Actor, at: datetime) -> None:
    with journal.marked(journal.Mark.DEMO):
        built = province.build(by=by, at=FOUNDING)
        passwords = {login: key.password for login, key in keys.by_login.items()}
        staff = people.engage(built, passwords, by=by, at=FOUNDING)
        for plan in procedures.PLANS:
            _publish(plan, built, by=by)
        register.load(staff, by=by, at=at)
        notices.load(staff, by=by, at=at)
        published.load(staff, at=at)
        past.load(at=at, finished=finished)
        dossiers.load(at=at)
        belongings.load(dossiers.Writer(at))
        figures.load(by=by, at=at)
        scoring.load(staff, by=by, at=at)


def _publish(plan: procedures.Plan, built: province.Province, *, by: Actor) -> None:
    form = forms.publish_form(schema=form_rules.parse(plan.form), by=by, at=PUBLISHING)
    version = _done(catalogue.draft_version(draft=plan.draft, form=form, by=by, at=PUBLISHING))
    published = _done(catalogue.publish_version(version_id=version.pk, by=by, at=PUBLISHING))
    starts = plan.draft.effective_from
    assert starts is not None, "every demo procedure says from which day it holds"
    for code in plan.agencies:
        _done(
            catalogue.offer(
                procedure=published.procedure,
                agency=built.agencies[code],
                valid_from=starts,
                by=by,
                at=PUBLISHING,
            )
        )


def _done(outcome: Outcome | Refusal) -> Outcome:
    """Give what a command made; a refusal here is a fault of the demo itself."""
    if isinstance(outcome, Refusal):
        raise ValueError(refusal_sentence(outcome))
    return outcome


def _let_in(keys: Keys, *, built: bool) -> None:
    """Give officials the keys of the file, where they do not have them yet."""
    for account in Account.objects.filter(login__in=[official.login for official in people.OFFICIALS]):
        key = keys.by_login[account.login]
        if account.login in keys.fresh and not built:
            get_adapter().set_password(account, key.password)
            Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).delete()
        if not Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists():
            TOTP.activate(account, key.totp_secret)


def _entrances(keys: Mapping[str, Key]) -> tuple[Entrance, ...]:
    places = {unit.key: agency.short_name for agency in province.AGENCIES for unit in agency.units}
    officials = [
        Entrance(
            role=official.position,
            place=places[official.unit],
            name=official.name,
            login=official.login,
            password=keys[official.login].password,
            first=people.TO_TRY.get(official.name, ""),
        )
        for official in people.OFFICIALS
    ]
    citizens = [
        Entrance("Người dân", citizen.commune, citizen.name, "VNeID", "", people.TO_TRY.get(citizen.name, ""))
        for citizen in people.CITIZENS
    ]
    return (*citizens, *officials)


def _tell_simulator(path: Path, keys: Mapping[str, Key]) -> None:
    """Write whom the identity simulator vouches for, who asks it, and whose telephone it plays."""
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    callback = reverse("openid_connect_callback", kwargs={"provider_id": app["provider_id"]})
    write_private(
        path,
        {
            "client": {
                "id": app["client_id"],
                "secret": app["secret"],
                "name": "Một Cửa tỉnh Tuyên Quang (bản chạy thử)",
                "redirect_uris": [f"{address}{callback}" for address in _addresses()],
                "post_logout_redirect_uris": [f"{address}/" for address in _addresses()],
            },
            "people": [_claims(citizen) for citizen in people.CITIZENS],
            "officials": [
                {
                    "login": official.login,
                    "name": official.name,
                    "position": official.position,
                    "totp_secret": keys[official.login].totp_secret,
                }
                for official in people.OFFICIALS
            ],
        },
    )


def _addresses() -> tuple[str, ...]:
    """Give the address of the house, by its name and by its number: people type either."""
    base = settings.BASE_URL
    return tuple(dict.fromkeys((base, base.replace("//localhost", "//127.0.0.1"))))


def _claims(citizen: people.Citizen) -> dict[str, object]:
    return {
        "sub": citizen.subject,
        "name": citizen.name,
        "birthdate": citizen.birthdate.isoformat(),
        "gender": citizen.gender,
        "personal_id": citizen.personal_id,
        "phone_number": citizen.phone,
        "address": {"province": citizen.province, "commune": citizen.commune, "detail": citizen.detail},
    }
