"""The outbox: one event is told once, failures are seen and tried again, words do not stay for ever."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import Error, transaction
from pytest_django.fixtures import Settings

from motcua.base.access import Actor, Kind, system
from motcua.base.access.commands import open_account
from motcua.base.access.models import Account
from motcua.base.clock import ZONE
from motcua.base.database.ids import uuid7
from motcua.base.journal.delivery import deliver
from motcua.base.journal.models import Delivery, Entry
from motcua.base.notices import commands, jobs, queries
from motcua.base.notices.models import Notice, NoticeRule
from motcua.base.notices.words import (
    Letter,
    Medium,
    Message,
    NoticeState,
    Occasion,
    Recipient,
    Why,
    Wording,
)
from motcua.base.rooms import Refusal
from motcua.exchange.gateways.simulator.letterbox import Letterbox
from tests.support.database import Database

BY = system("tests")
AT = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
PHONE, MAIL = "0912000001", "pao@example.vn"
ACCEPTED = Occasion(
    event="accepted",
    title="Được tiếp nhận",
    fields={"code": "Mã hồ sơ"},
    needed=frozenset({"code"}),
    sample={"code": "H60"},
)
BOX = Letterbox()


class BoxSender:
    """Leads to the letterbox of the test at hand."""

    ready = True

    def send(self, message: Message) -> Refusal | None:
        return BOX.send(message)


class DyingSender(BoxSender):
    """Delivers, and then the worker dies."""

    def send(self, message: Message) -> Refusal | None:
        super().send(message)
        raise KeyboardInterrupt


@pytest.fixture(autouse=True)
def box(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Letterbox]:
    here = f"{__name__}.BoxSender"
    settings.NOTICE_SENDERS = {"email": here, "sms": here, "zalo": here}
    settings.NOTICE_PACE = "2026-01-01 tries=3 first_s=60 factor=4 keep_days=30"
    fresh = Letterbox()
    monkeypatch.setattr(f"{__name__}.BOX", fresh)
    yield fresh


def somebody(login: str = "pao") -> Account:
    return open_account(login=login, kind=Kind.MEMBER, password=None, by=BY, at=AT)


def recipient(account: Account | None = None) -> Recipient:
    key = f"account:{account.pk}" if account else "applicant:x"
    return Recipient(key, account.pk if account else None, {Medium.SMS: PHONE, Medium.EMAIL: MAIL})


def letter(medium: Medium = Medium.SMS, to: Recipient | None = None, *, quiet: bool = False) -> Letter:
    return Letter(to or recipient(), medium, "Hồ sơ H60", "H60: đã tiếp nhận", quiet)


def tell(*letters: Letter, event: UUID | None = None) -> list[Notice] | Refusal:
    return commands.tell(
        event_id=event or uuid7(),
        event="accepted",
        about=f"dossier:{uuid7()}",
        happened_at=AT,
        letters=letters,
        by=BY,
        at=AT,
    )


def one(*letters: Letter) -> Notice:
    made = tell(*letters or (letter(),))
    assert not isinstance(made, Refusal)
    return made[0]


def carry() -> None:
    """Do what the worker does."""
    for pk in list(Delivery.objects.filter(delivered_at=None).values_list("pk", flat=True)):
        deliver(delivery=str(pk))


@pytest.mark.django_db
def test_a_notice_is_sent_and_marked(box: Letterbox) -> None:
    notice = one()
    assert (notice.state, box.caught) == (NoticeState.WAITING, [])
    carry()
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT and notice.sent_at is not None
    assert [(caught.id, caught.to) for caught in box.caught] == [(str(notice.pk), PHONE)]


@pytest.mark.django_db
def test_an_event_is_told_once_to_one_recipient_by_one_medium(box: Letterbox) -> None:
    event = uuid7()
    assert not isinstance(tell(letter(), event=event), Refusal)
    again = tell(letter(), event=event)
    assert isinstance(again, Refusal) and again.why is Why.TOLD_BEFORE
    more = tell(letter(), letter(Medium.EMAIL), event=event)
    assert not isinstance(more, Refusal) and [made.medium for made in more] == [Medium.EMAIL]
    carry()
    assert sorted(caught.medium for caught in box.caught) == [Medium.EMAIL, Medium.SMS]


def test_without_the_unique_key_an_event_would_be_told_twice(committed: Database, box: Letterbox) -> None:
    event = uuid7()
    committed.as_owner("ALTER TABLE notices_notice DROP CONSTRAINT notice_once")
    for _ in range(2):
        assert not isinstance(tell(letter(), event=event), Refusal)
    carry()
    assert len(box.caught) == 2


def test_a_worker_that_dies_after_sending_sends_one_double_that_the_gateway_drops(
    committed: Database, box: Letterbox, settings: Settings
) -> None:
    notice = one()
    _die_while_sending(notice, settings)
    assert len(box.caught) == 1
    carry()
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT
    assert len(box.caught) == 1


def test_a_gateway_that_keeps_doubles_shows_the_one_double(
    committed: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    careless = Letterbox(keeps_doubles=True)
    monkeypatch.setattr(f"{__name__}.BOX", careless)
    notice = one()
    _die_while_sending(notice, settings)
    for _ in range(3):
        carry()
        jobs.post(notice.pk)
    assert len(careless.caught) == 2


def _die_while_sending(notice: Notice, settings: Settings) -> None:
    well = settings.NOTICE_SENDERS
    settings.NOTICE_SENDERS = {**well, "sms": f"{__name__}.DyingSender"}
    with pytest.raises(KeyboardInterrupt):
        jobs.post(notice.pk)
    settings.NOTICE_SENDERS = well
    notice.refresh_from_db()
    assert notice.state == NoticeState.WAITING


@pytest.mark.django_db
def test_a_failure_is_tried_again_at_its_time_and_given_up_in_the_end(box: Letterbox) -> None:
    notice = one()
    box.fail(Medium.SMS, Why.UNREACHABLE)
    carry()
    notice.refresh_from_db()
    assert (notice.state, notice.attempts, notice.problem) == (NoticeState.FAILED, 1, Why.UNREACHABLE)
    assert notice.next_at is not None
    assert queries.due_again(notice.next_at - timedelta(seconds=1), 9) == []
    assert queries.due_again(notice.next_at, 9) == [notice.pk]
    jobs.post(notice.pk)
    jobs.post(notice.pk)
    notice.refresh_from_db()
    assert (notice.state, notice.attempts, notice.next_at) == (NoticeState.GIVEN_UP, 3, None)
    jobs.post(notice.pk)
    assert Notice.objects.get().attempts == 3


@pytest.mark.django_db
def test_what_was_given_up_is_sent_again_by_hand_under_the_same_id(box: Letterbox) -> None:
    notice = one()
    box.fail(Medium.SMS, Why.NOT_TAKEN)
    carry()
    assert queries.count_given_up() == 1
    box.fail(Medium.SMS, None)
    done = commands.send_again(notice_id=notice.pk, by=BY, at=AT, key="k")
    assert not isinstance(done, Refusal)
    carry()
    assert [caught.id for caught in box.caught] == [str(notice.pk)]
    again = commands.send_again(notice_id=notice.pk, by=BY, at=AT)
    assert isinstance(again, Refusal) and again.why is Why.NOT_FAILED


@pytest.mark.django_db
def test_a_medium_that_lost_its_server_is_given_up_at_once(settings: Settings) -> None:
    notice = one()
    settings.NOTICE_SENDERS = {}
    carry()
    notice.refresh_from_db()
    assert (notice.state, notice.problem) == (NoticeState.GIVEN_UP, Why.NOT_CONFIGURED)


@pytest.mark.django_db
def test_what_is_told_on_our_pages_has_arrived_and_counts_until_opened(box: Letterbox) -> None:
    account = somebody()
    reader = Actor(Kind.MEMBER, account=account.pk)
    made = one(letter(Medium.IN_APP, recipient(account)))
    one(letter(Medium.IN_APP, recipient(account), quiet=True))
    assert made.state == NoticeState.SENT and made.address == ""
    assert queries.count_unread(reader) == 1 and queries.inbox(reader).count() == 2
    commands.open_notice(notice=made, by=reader, at=AT)
    assert queries.count_unread(reader) == 0
    carry()
    assert box.caught == []


@pytest.mark.django_db
def test_everything_is_marked_read_for_oneself_alone() -> None:
    mine, theirs = somebody(), somebody("my")
    for account in (mine, theirs):
        one(letter(Medium.IN_APP, recipient(account)))
    assert commands.mark_all_read(by=Actor(Kind.MEMBER, account=mine.pk), at=AT) == 1
    assert queries.count_unread(Actor(Kind.MEMBER, account=theirs.pk)) == 1
    assert queries.one_of(Actor(Kind.MEMBER, account=mine.pk), Notice.objects.get(account=theirs).pk) is None


@pytest.mark.django_db
def test_the_journal_holds_no_address_and_no_words(box: Letterbox) -> None:
    one(letter(), letter(Medium.EMAIL))
    box.fail(Medium.EMAIL, Why.UNREACHABLE)
    carry()
    payloads = "".join(Entry.objects.filter(verb__startswith="notice.").values_list("payload", flat=True))
    assert "accepted" in payloads
    assert not [value for value in (PHONE, MAIL, "tiếp nhận") if value in payloads]


@pytest.mark.django_db
def test_words_and_addresses_are_wiped_when_their_time_is_over(box: Letterbox) -> None:
    old = one()
    carry()
    assert commands.wipe_old(by=BY, at=AT + timedelta(days=29)) == 0
    assert commands.wipe_old(by=BY, at=AT + timedelta(days=31)) == 1
    old.refresh_from_db()
    assert (old.address, old.subject, old.body, old.state) == ("", "", "", NoticeState.SENT)
    refused = commands.send_again(notice_id=old.pk, by=BY, at=AT)
    assert isinstance(refused, Refusal) and refused.why is Why.WORDS_GONE


@pytest.mark.django_db
def test_how_to_be_reached_is_chosen_with_an_address() -> None:
    account = somebody()
    me = Actor(Kind.MEMBER, account=account.pk)
    refused = commands.choose_reach(chosen={Medium.SMS: queries.Reached(" ", wanted=True)}, by=me, at=AT)
    assert isinstance(refused, Refusal) and refused.why is Why.NO_ADDRESS
    for wanted in (True, False):
        commands.choose_reach(chosen={Medium.SMS: queries.Reached(PHONE, wanted)}, by=me, at=AT)
    assert queries.reached([account.pk]) == {(account.pk, Medium.SMS): queries.Reached(PHONE, wanted=False)}


# --- rules ---


def rule(body: str = "{code}: đã tiếp nhận", **more: object) -> NoticeRule | Refusal:
    given = {
        "occasion": ACCEPTED,
        "addressee": "applicant",
        "media": [Medium.EMAIL],
        "wording": Wording("Hồ sơ", body),
        "legal_basis": "NĐ 224/2026/NĐ-CP, Điều 15",
        "by": BY,
        "at": AT,
    }
    return commands.set_rule(**{**given, **more})  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_rule_holds_from_its_moment_and_the_one_before_stays_in_the_history() -> None:
    first, second = rule(), rule("Nhận rồi: {code}", at=AT + timedelta(days=1))
    assert isinstance(first, NoticeRule) and isinstance(second, NoticeRule)
    assert queries.rules_of("accepted", AT - timedelta(minutes=1)) == []
    assert queries.rules_of("accepted", AT) == [first]
    assert queries.rules_of("accepted", AT + timedelta(days=2)) == [second]
    assert queries.history_of("accepted", "applicant") == [second, first]


@pytest.mark.django_db
def test_a_rule_that_is_switched_off_tells_nobody() -> None:
    rule()
    rule(on=False, at=AT + timedelta(days=1))
    assert queries.rules_of("accepted", AT + timedelta(days=1)) == []
    assert len(queries.rules_at(AT + timedelta(days=1))) == 1


@pytest.mark.django_db
def test_a_rule_is_not_changed_on_top_of_anothers_change() -> None:
    first = rule()
    assert isinstance(first, NoticeRule)
    rule("Người khác sửa {code}", at=AT + timedelta(hours=1))
    late = rule("Tôi sửa {code}", at=AT + timedelta(hours=2), seen=first.pk)
    assert isinstance(late, Refusal) and late.why is Why.CHANGED_MEANWHILE


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"body": "không có mã"}, Why.FIELD_MISSING),
        ({"body": "{code} {due}"}, Why.UNKNOWN_FIELD),
        ({"legal_basis": " "}, Why.NO_LEGAL_BASIS),
    ],
)
def test_a_faulty_rule_is_refused_and_changes_nothing(more: dict[str, str], why: Why) -> None:
    refused = rule(**more)
    assert isinstance(refused, Refusal) and refused.why is why
    assert not NoticeRule.objects.exists()


@pytest.mark.django_db
def test_the_database_keeps_rules_and_notices_as_they_were() -> None:
    made, told = rule(), one()
    assert isinstance(made, NoticeRule)
    for forbidden in (
        lambda: NoticeRule.objects.filter(pk=made.pk).update(on=False),
        lambda: NoticeRule.objects.filter(pk=made.pk).delete(),
        lambda: Notice.objects.filter(pk=told.pk).delete(),
    ):
        with pytest.raises(Error, match="permission denied"), transaction.atomic():
            forbidden()
