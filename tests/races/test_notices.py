"""Several hands tell the same event, send the same notice, change the same rule: once each."""

from uuid import UUID

import pytest
from pytest_django.fixtures import Settings

from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.notices import commands, jobs
from motcua.base.notices.models import Notice, NoticeRule
from motcua.base.notices.words import Letter, Medium, Message, Occasion, Recipient, Why, Wording
from motcua.base.rooms import Refusal
from motcua.exchange.gateways.simulator.letterbox import Letterbox
from tests.support.database import Database
from tests.support.threads import together
from tests.support.world import BEGAN, MAKER

HANDS = 4
PAOS = Recipient("applicant:pao", None, {Medium.SMS: "0912000001"})
BOX = Letterbox(keeps_doubles=True)
OCCASION = Occasion("accepted", "Được tiếp nhận", {"code": "Mã"}, frozenset({"code"}), {"code": "H60"})


class BoxSender:
    """Leads to a letterbox that shows every double."""

    ready = True

    def send(self, message: Message) -> Refusal | None:
        return BOX.send(message)


@pytest.fixture(autouse=True)
def box(committed: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Letterbox:
    settings.NOTICE_SENDERS = {"sms": f"{__name__}.BoxSender"}
    fresh = Letterbox(keeps_doubles=True)
    monkeypatch.setattr(f"{__name__}.BOX", fresh)
    return fresh


def tell(event: UUID) -> list[Notice] | Refusal:
    letter = Letter(PAOS, Medium.SMS, "Hồ sơ H60", "H60: đã tiếp nhận")
    return commands.tell(
        event_id=event,
        event="accepted",
        about="dossier:x",
        happened_at=BEGAN,
        letters=[letter],
        by=MAKER,
        at=BEGAN,
    )


def test_many_hands_tell_an_event_once_and_the_others_are_told_so() -> None:
    event = uuid7()
    told = together(HANDS, lambda _: tell(event))
    late = [one for one in told if isinstance(one, Refusal)]
    assert len(late) == HANDS - 1 and {one.why for one in late} == {Why.TOLD_BEFORE}, told
    assert Notice.objects.count() == 1


def test_without_the_unique_key_every_hand_tells(committed: Database) -> None:
    committed.as_owner("ALTER TABLE notices_notice DROP CONSTRAINT notice_once")
    event = uuid7()
    together(HANDS, lambda _: tell(event))
    assert Notice.objects.count() == HANDS


def test_many_workers_send_a_notice_once(box: Letterbox) -> None:
    made = tell(uuid7())
    assert not isinstance(made, Refusal)
    together(HANDS, lambda _: jobs.post(made[0].pk))
    assert len(box.caught) == 1


def test_two_changes_of_one_rule_at_once_leave_one_and_tell_the_other() -> None:
    def change(number: int, seen: UUID | None) -> NoticeRule | Refusal:
        return commands.set_rule(
            occasion=OCCASION,
            addressee="applicant",
            media=[Medium.EMAIL],
            wording=Wording("Hồ sơ {code}", f"Lời thứ {number}"),
            legal_basis="tests",
            seen=seen,
            by=MAKER,
            at=now(),
        )

    first = change(0, None)
    assert isinstance(first, NoticeRule)
    done = together(2, lambda number: change(number, first.pk))
    refused = [one for one in done if isinstance(one, Refusal)]
    assert [one.why for one in refused] == [Why.CHANGED_MEANWHILE], done
    assert NoticeRule.objects.count() == 2
