"""The whole house under fire: what was acknowledged is there once, numbers have no gap, news arrives."""

import time
from collections import Counter
from collections.abc import Iterator

import pytest
from bench.web import wait
from bench.world import Office, World, build
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from motcua.base.database.connection import django_settings
from motcua.base.journal import roots
from motcua.base.journal.models import Delivery, Entry
from motcua.casework.dossiers.models import Dossier, Slip
from motcua.casework.dossiers.words import State
from tests.races.kill_scene import Gun, House, Insisting, Road, Told, running, rush

pytestmark = pytest.mark.drill

CLIENTS, LIVES, LIVES_WITHOUT_KEYS = 8, 500, 60
LOST, LOST_WITHOUT_KEYS = 0.06, 0.25
SEED = 20261121


@pytest.fixture(scope="module")
def house(django_db_blocker: DjangoDbBlocker) -> Iterator[House]:
    """Run the house, and let Django of the test speak to its database."""
    with running() as house, django_db_blocker.unblock():
        before = dict(connections.settings["default"])
        connections["default"].close()
        connections.settings["default"].update(django_settings(house.urls.app, pool=False))
        yield house
        connections["default"].close()
        connections.settings["default"].update(before)


@pytest.fixture(scope="module")
def world(house: House) -> World:
    return build(2 * CLIENTS)


def under_fire(
    house: House, offices: tuple[Office, ...], *, lives: int, lost: float, keys: bool
) -> tuple[Told, Counter[str], int]:
    """Let people insist while the gun fires; then wait until the house is well again."""
    road = Road(house.port, lost=lost, seed=SEED)
    hands = [Insisting(office, road.port, keys=keys) for office in offices]
    connections["default"].close()
    with Gun(house, seed=SEED) as gun:
        told = rush(hands, lives)
    road.close()
    gun.wait_for_database()
    wait(house.port, seconds=60)
    return told, gun.hit, road.lost


def dossiers_of(offices: tuple[Office, ...]) -> list[Dossier]:
    agencies = [office.agency.pk for office in offices]
    return list(Dossier.objects.filter(competent_agency_id__in=agencies).select_related("receiving_unit"))


def gaps(dossiers: list[Dossier]) -> dict[str, list[int]]:
    """Give the numbers of every counter and day that are not 1, 2, 3 and so on."""
    drawn: dict[str, list[int]] = {}
    for one in dossiers:
        if one.code:
            scope, _, number = one.code.rpartition("-")
            drawn.setdefault(scope, []).append(int(number))
    return {
        scope: sorted(numbers)
        for scope, numbers in drawn.items()
        if sorted(numbers) != list(range(1, len(numbers) + 1))
    }


def undelivered(seconds: float) -> int:
    """Wait for all news to arrive; give how many did not."""
    deadline = time.monotonic() + seconds
    while (left := Delivery.objects.filter(delivered_at=None).count()) and time.monotonic() < deadline:
        time.sleep(0.5)
    return left


def test_nothing_acknowledged_is_lost_or_doubled_whatever_dies(house: House, world: World) -> None:
    offices = world.offices[:CLIENTS]
    told, hit, lost = under_fire(house, offices, lives=LIVES, lost=LOST, keys=True)
    assert min(hit[victim] for victim in Gun.ROUNDS) >= 3, hit
    assert lost >= LIVES // 25
    found = dossiers_of(offices)
    assert len(told.accepted) == len(set(told.accepted)) == LIVES
    assert {str(one.pk) for one in found if one.state == State.ACCEPTED} == set(told.accepted)
    assert len(found) == LIVES, "a dossier nobody asked for"
    assert gaps(found) == {}
    once = Entry.objects.filter(verb="dossier.accepted", about__in=[f"dossier:{one.pk}" for one in found])
    assert once.count() == LIVES
    assert roots.check().whole
    assert undelivered(seconds=150) == 0
    assert Slip.objects.filter(dossier__in=found, file__isnull=False).count() == LIVES


def test_without_retry_keys_the_same_fire_leaves_doubles(house: House, world: World) -> None:
    offices = world.offices[CLIENTS:]
    under_fire(house, offices, lives=LIVES_WITHOUT_KEYS, lost=LOST_WITHOUT_KEYS, keys=False)
    found = dossiers_of(offices)
    assert len(found) > LIVES_WITHOUT_KEYS
    assert gaps(found) == {}, "even then"
    assert roots.check().whole
