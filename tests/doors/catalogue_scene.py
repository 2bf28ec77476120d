"""What controllers do by pages alone, and the world that they do it in."""

import re
from dataclasses import replace
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from motcua.base.access.models import Account
from motcua.base.clock import ZONE, now, today
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.reference.catalogue import commands, queries
from motcua.reference.catalogue.models import ChannelRule, ProcedureVersion, PublicationDecision
from motcua.reference.catalogue.words import Channel, Charge, DurationUnit, FeeKind, Paper, Terms
from motcua.reference.forms import commands as forms
from motcua.reference.forms.models import FormVersion
from motcua.reference.forms.rules import parse
from motcua.reference.org import commands as org
from motcua.reference.org.words import Role
from tests.doors.desk_scene import a_file
from tests.support.world import BEGAN, CODE, FORM, MAKER, World, build

EVE = datetime(2027, 2, 28, 9, tzinfo=ZONE)
CHANGE = datetime(2027, 3, 1, 9, tzinfo=ZONE)


def boxes(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def browser(account: Account) -> Client:
    Authenticator.objects.get_or_create(
        user=account, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "x"}}
    )
    client = Client(headers={"accept-language": "vi"})
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def controllers(world: World) -> tuple[Client, Client]:
    """Give the browsers of who drafts and of who checks."""
    first = world.staff[Role.PROCEDURE_CONTROLLER]
    unit = first.appointments.get().position.unit
    second = org.join(full_name="Tạ Quang Minh", login="quang", password=None, by=MAKER, at=BEGAN)
    position = org.make_position(
        unit=unit, title="Kiểm soát", roles=[Role.PROCEDURE_CONTROLLER], by=MAKER, at=BEGAN
    )
    org.appoint(staff=second, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return browser(first.account), browser(second.account)


def told(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", answer.content.decode().replace("\xa0", " "))


def prepared() -> World:
    """Give the world with a version of ten working days, one paper and a fee."""
    world = build()
    draft = replace(
        queries.as_drafted(world.version),
        effective_from=date(2026, 1, 1),
        channels=tuple(Terms(way, 10, DurationUnit.WORKING_DAY) for way in (Channel.DIRECT, Channel.ONLINE)),
        papers=(Paper("birth", "Giấy chứng sinh", originals=1),),
        fees=(Charge(FeeKind.CHARGE, "Lệ phí", 8000),),
    )
    version = commands.draft_version(draft=draft, form=world.version.form, by=MAKER, at=BEGAN)
    assert isinstance(version, ProcedureVersion)
    commands.publish_version(version_id=version.pk, by=MAKER, at=BEGAN)
    return world


def taken_in(world: World) -> Dossier:
    """Let the counter take in a dossier under the version of today."""
    version = queries.effective_version(CODE, today())
    assert version is not None
    world.version, world.at = version, now()
    return world.received(personal_id=f"00819000{version.number:04}")


def ready(world: World) -> Dossier:
    """Give a citizen's draft with every paper, not yet sent."""
    dossier = world.draft()
    wanted = dossier.version.components.get()
    file = a_file(world.member)
    attached = dossiers.attach(
        dossier_id=dossier.pk, requirement_id=wanted.pk, file=file, by=world.member, at=now()
    )
    assert not isinstance(attached, Refusal), attached
    return dossier


def drafted(client: Client) -> ProcedureVersion:
    """Let a controller draft a time cut with another form, one more paper and another fee, by pages alone."""
    answer = client.post(reverse("desk:catalogue-draft", args=[CODE]), {"change": "time_cut"})
    version = ProcedureVersion.objects.get(pk=str(answer["Location"]).rstrip("/").rsplit("/", 1)[1])
    saved(client, version, "facts", {**shown(client, version), **boxes("effective_from", CHANGE.date())})
    cut = {
        "value": "7",
        "unit": "working_day",
        "statutory_value": "10",
        "statutory_unit": "working_day",
        "cut_decision_no": "70/QĐ-UBND",
        **boxes("cut_decided_on", date(2027, 2, 1)),
    }
    saved(client, version, "channels", rows({"channel": "direct", **cut}, {"channel": "online", **cut}))
    counts = {"originals": "1", "copies": "0", "required": "on"}
    kept = {"code": "birth", "name": "Giấy chứng sinh", **counts}
    saved(client, version, "papers", rows(kept, {"name": "Giấy ra viện", **counts}))
    saved(client, version, "fees", rows({"kind": "charge", "name": "Lệ phí", "free": "yes"}))
    saved(client, version, "form", {"form": str(another_form().pk)})
    return version


def another_form() -> FormVersion:
    return forms.publish_form(schema=parse({**FORM, "title": "Tờ khai điện tử mới"}), by=MAKER, at=now())


def shown(client: Client, version: ProcedureVersion) -> dict[str, object]:
    """Give what the page of the facts holds, as a browser would send it back."""
    form = client.get(reverse("desk:catalogue-edit", args=[version.pk, "facts"])).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {
        name: "\n".join(value) if isinstance(value, list | tuple) else value
        for name, value in values.items()
        if value not in (None, "")
    }


def rows(*held: dict[str, str]) -> dict[str, str]:
    sent = {f"r{place}-{name}": value for place, row in enumerate(held) for name, value in row.items()}
    return {"places": ",".join(map(str, range(len(held)))), **sent}


def saved(client: Client, version: ProcedureVersion, part: str, data: dict[str, object]) -> None:
    answer = client.post(reverse("desk:catalogue-edit", args=[version.pk, part]), data)
    assert answer.status_code == 302, told(answer)


def step(client: Client, version: ProcedureVersion, slug: str, **data: str) -> HttpResponse:
    return client.post(reverse("desk:catalogue-step", args=[version.pk, slug]), data)


def limit(dossier: Dossier) -> int | None:
    rule: ChannelRule | None = queries.parts_of(dossier.version_id).rule_for(None, dossier.channel)
    return rule.duration_value if rule else None


def registered(client: Client) -> PublicationDecision:
    """Let a controller register a decision and record its signing."""
    answer = client.post(
        reverse("desk:catalogue-decision-new"),
        {"kind": "abolish", "summary": "Bãi bỏ", "issuer": "UBND tỉnh", "codes": CODE},
    )
    assert answer.status_code == 302, told(answer)
    signing = {
        "number": "78/QĐ-UBND",
        "signed_by": "Chủ tịch",
        **boxes("signed_on", today()),
        **boxes("effective_on", CHANGE.date()),
    }
    assert client.post(answer["Location"], signing).status_code == 302
    return PublicationDecision.objects.get(number="78/QĐ-UBND")
