"""Master keys: the newest wraps, all of them unwrap, each key opens only as its owner's."""

import pytest

from motcua.base.access import Actor, Kind, system
from motcua.base.database.ids import uuid7
from motcua.base.files.keyring import KeyRing, KeyRingBroken, MasterAway, fresh_key
from motcua.base.files.rules import owner_of, quota_on
from motcua.base.files.sealing import Tampered
from motcua.base.files.words import Quota
from tests.support.moments import at

OLD, NEW = "2026:" + "o" * 32, "2027:" + "n" * 32


def test_the_first_wraps_and_every_one_unwraps() -> None:
    key = fresh_key()
    wrapped = KeyRing(OLD).wrap(key, "person:1")
    both = KeyRing(f"{NEW}, {OLD}")
    assert both.unwrap(wrapped, "person:1") == key
    assert both.wrap(key, "person:1").master == "2027"


def test_a_lone_secret_needs_no_id() -> None:
    assert KeyRing("s" * 40).newest == "1"


def test_without_its_master_key_nothing_opens() -> None:
    wrapped = KeyRing(OLD).wrap(fresh_key(), "person:1")
    with pytest.raises(MasterAway, match="2026"):
        KeyRing(NEW).unwrap(wrapped, "person:1")


def test_one_owner_s_key_does_not_open_as_another_s() -> None:
    ring = KeyRing(OLD)
    with pytest.raises(Tampered):
        ring.unwrap(ring.wrap(fresh_key(), "person:1"), "person:2")


def test_a_secret_that_was_changed_under_the_same_id_opens_nothing() -> None:
    wrapped = KeyRing(OLD).wrap(fresh_key(), "person:1")
    with pytest.raises(Tampered):
        KeyRing("2026:" + "x" * 32).unwrap(wrapped, "person:1")


@pytest.mark.parametrize(
    "text", ["", "short", "a:short", f"{OLD},{OLD}", f"{OLD},{'x' * 40}", "a b:" + "x" * 40]
)
def test_what_is_no_ring_is_said_so(text: str) -> None:
    with pytest.raises(KeyRingBroken):
        KeyRing(text)


def test_what_somebody_brings_belongs_to_whom_they_act_for() -> None:
    person, other, agency = uuid7(), uuid7(), uuid7()
    assert owner_of(Actor(Kind.MEMBER, person=person)) == f"member:{person}"
    assert owner_of(Actor(Kind.MEMBER, person=person, on_behalf_of=other)) == f"member:{other}"
    assert owner_of(Actor(Kind.STAFF, person=person, agency=agency)) == f"agency:{agency}"
    assert owner_of(system("worker")) == "house"


def test_the_quota_in_force_is_the_newest_that_has_begun() -> None:
    text = "2026-01-01 open=20 day_mb=300; 2027-01-01 open=30 day_mb=500"
    assert quota_on(text, at("2026-12-31 09:00").date()) == Quota(20, 300 * 1024 * 1024)
    assert quota_on(text, at("2027-01-01 09:00").date()) == Quota(30, 500 * 1024 * 1024)
    assert quota_on(text, at("2025-06-01 09:00").date()).open_uploads == 20


@pytest.mark.parametrize("text", ["", "20", "2026-01-01 open=20", "soon open=1 day_mb=1"])
def test_a_quota_that_cannot_be_read_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="quota"):
        quota_on(text, at("2026-01-01 09:00").date())
