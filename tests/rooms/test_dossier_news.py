"""What follows from an act by itself: slips are kept, results reach their owner."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from motcua.base.files import queries as files
from motcua.base.journal.delivery import deliver
from motcua.base.journal.models import Delivery
from motcua.casework.dossiers import commands, printing
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Outcome, ResultDelivery, State
from motcua.reference.people.queries import held_papers
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path / "files"
    return build()


def deliver_all() -> None:
    """Do what the worker does, until nothing waits."""
    while waiting := list(Delivery.objects.filter(delivered_at=None).values_list("pk", flat=True)):
        for pk in waiting:
            deliver(delivery=str(pk))


def test_an_issued_slip_is_kept_and_its_bytes_are_those_printed_on_the_spot(world: World) -> None:
    slip = world.accepted().slips.get()
    on_the_spot = printing.slip_bytes(slip)
    deliver_all()
    slip.refresh_from_db()
    assert slip.file is not None
    with files.content(slip.file) as kept:
        assert kept.read() == on_the_spot


def test_news_that_comes_twice_keeps_one_file(world: World) -> None:
    slip = world.accepted().slips.get()
    deliver_all()
    slip.refresh_from_db()
    first = slip.file_id
    Delivery.objects.update(delivered_at=None)
    deliver_all()
    slip.refresh_from_db()
    assert slip.file_id == first


def test_an_issued_result_reaches_its_owners_store_and_waits_at_the_counter(world: World) -> None:
    dossier = world.issued()
    deliver_all()
    dossier.refresh_from_db()
    assert dossier.state == State.RESOLVED
    (held,) = held_papers(world.citizen.pk)
    assert (held.number, held.source) == (dossier.results.get().number, f"dossier:{dossier.pk}")


def test_an_electronic_result_returns_by_itself(world: World) -> None:
    draft = world.draft()
    ok(
        commands.choose_delivery(
            dossier_id=draft.pk,
            delivery=ResultDelivery.ELECTRONIC,
            phone="",
            email="",
            by=world.member,
            at=world.at,
        )
    )
    ok(commands.submit_online(dossier_id=draft.pk, by=world.member, at=world.at))
    world.judge(draft, world.hoa)
    ok(commands.accept(dossier_id=draft.pk, by=world.hoa, at=world.at))
    ok(commands.forward(dossier_id=draft.pk, by=world.hoa, at=world.at))
    _decide(world, draft)
    deliver_all()
    dossier = Dossier.objects.get(pk=draft.pk)
    assert dossier.state == State.RESULT_RETURNED
    assert dossier.result_returns.get().method == ResultDelivery.ELECTRONIC


def _decide(world: World, dossier: Dossier) -> None:
    at = {"dossier_id": dossier.pk, "at": world.at}
    kind = world.version.results.get().pk
    ok(
        commands.draft_result(
            **at, outcome=Outcome.GRANTED, result_type_id=kind, title="Giấy khai sinh", by=world.tuan
        )
    )
    ok(commands.advance_step(**at, by=world.tuan))
    ok(commands.advance_step(**at, by=world.hanh))
    ok(commands.approve_result(**at, by=world.lan))
    ok(commands.issue_result(**at, by=world.son))
