"""What the tests of the citizens' door share: anh Páo at his browser, with one procedure to file."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.base.access.models import Account
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.catalogue.words import Paper as Asked
from tests.rooms.foreign_files import pdf
from tests.support.world import CODE, FIELDS, World, build

SAMPLE = Asked("proof", "Giấy chứng sinh", originals=1)
START = f"/thu-tuc/{CODE}/nop/"
KEY = "0199f000-0000-7000-8000-000000000001"


def world(fields: Sequence[Mapping[str, Any]] = FIELDS) -> World:
    """Build the world with one paper to upload."""
    return build(papers=(SAMPLE,), fields=fields)


def browser(account_id: UUID | None) -> Client:
    """Give a browser in which somebody is signed in."""
    client = Client()
    client.force_login(Account.objects.get(pk=account_id))
    return client


def as_pao(built: World) -> Client:
    """Give the citizen's browser."""
    return browser(built.citizen.account_id)


def proof(built: World) -> ComponentRequirement:
    """Give the one paper that is asked for."""
    return built.version.components.get()


def by_code(built: World, code: str) -> ComponentRequirement:
    """Give a component by its code."""
    return built.version.components.get(code=code)


def upload(client: Client, dossier: Dossier, requirement: ComponentRequirement, **files: bytes) -> int:
    """Send files for one paper, and give the status."""
    chosen = [SimpleUploadedFile(name.replace("__", "."), content) for name, content in files.items()]
    answer = client.post(f"/nop/{dossier.pk}/giay-to/", {f"tep-{requirement.pk}": chosen})
    return answer.status_code


def filled(built: World) -> Dossier:
    """Give a draft that lacks nothing."""
    dossier = built.draft()
    assert upload(as_pao(built), dossier, proof(built), chung_sinh__pdf=pdf()) == 302
    return dossier


def attached(dossier: Dossier) -> list[str]:
    """Give the names of the files in a dossier."""
    return sorted(paper.file.name for paper in Paper.objects.filter(dossier=dossier, file__isnull=False))
