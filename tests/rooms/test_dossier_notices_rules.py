"""By which rules and by which medium people are told about a dossier."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from motcua.base.notices import commands as outbox
from motcua.base.notices import rules as notice_rules
from motcua.base.notices.models import NoticeRule
from motcua.base.notices.queries import Reached, rule_at
from motcua.base.notices.words import Medium
from motcua.casework.dossiers.notices.commands import missing_seeds, seed_rules
from motcua.casework.dossiers.notices.occasions import OCCASIONS
from motcua.casework.dossiers.notices.seeds import SEEDS
from motcua.casework.dossiers.notices.words import NoticeEvent
from tests.rooms.dossier_notices_scene import NotReady, on, staged, told, watch
from tests.support.world import BEGAN, MAKER, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Settings) -> Iterator[World]:
    yield from staged(settings)


def test_every_seed_says_what_it_must_for_an_occasion_that_there_is() -> None:
    for seed in SEEDS:
        wrong = notice_rules.check_wording(seed.wording, OCCASIONS[seed.event], seed.media)
        assert wrong is None, (seed.event, wrong)
    assert {seed.event for seed in SEEDS} == set(NoticeEvent) == set(OCCASIONS)


def test_every_occasion_has_a_sample_for_each_of_its_fields() -> None:
    assert {one.event for one in OCCASIONS.values() if set(one.sample) != set(one.fields)} == set()


def test_seeding_twice_adds_nothing_and_leaves_a_changed_rule_alone(world: World) -> None:
    assert missing_seeds(BEGAN) == []
    made = NoticeRule.objects.count()
    assert seed_rules(by=MAKER, at=BEGAN) == 0
    assert NoticeRule.objects.count() == made


def test_without_a_rule_nobody_is_told(world: World) -> None:
    rule = rule_at("submitted", "applicant", BEGAN)
    assert rule is not None
    outbox.set_rule(
        occasion=OCCASIONS[NoticeEvent.SUBMITTED],
        addressee="applicant",
        media=[Medium.IN_APP],
        wording=rule.wording,
        legal_basis="tests",
        on=False,
        by=MAKER,
        at=world.at - timedelta(hours=1),
    )
    world.submitted()
    assert told() == []


def test_somebody_without_an_account_is_told_by_telephone_alone(world: World) -> None:
    dossier = world.received()
    assert [(one.medium, one.address, one.account_id) for one in told(dossier)] == [
        (Medium.SMS, "0912000318", None)
    ]


def test_what_somebody_chose_comes_before_what_is_known_of_them(world: World) -> None:
    chosen = {
        Medium.SMS: Reached("0912000001", wanted=False),
        Medium.EMAIL: Reached("pao@example.vn", wanted=True),
        Medium.ZALO: Reached("0912999999", wanted=True),
    }
    outbox.choose_reach(chosen=chosen, by=world.member, at=world.at)
    world.submitted()
    assert {(one.medium, one.address) for one in told()} == {
        (Medium.IN_APP, ""),
        (Medium.EMAIL, "pao@example.vn"),
        (Medium.ZALO, "0912999999"),
    }


def test_a_medium_that_is_not_set_up_makes_no_notice_that_would_fail(
    world: World, settings: Settings
) -> None:
    settings.NOTICE_SENDERS = {"sms": f"{NotReady.__module__}.NotReady"}
    world.submitted()
    assert [one.medium for one in told()] == [Medium.IN_APP]


def test_an_official_who_gave_an_address_is_told_by_mail_too(world: World) -> None:
    chosen = {Medium.EMAIL: Reached("tuan@example.vn", wanted=True)}
    outbox.choose_reach(chosen=chosen, by=world.tuan, at=world.at)
    world.in_process()
    made = [one for one in watch(world, on(10)) if one.account_id == world.tuan.account]
    overdue = {one.medium for one in made if one.event == NoticeEvent.OVERDUE}
    assert overdue == {Medium.IN_APP, Medium.EMAIL}
