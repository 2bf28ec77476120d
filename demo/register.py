"""What the controllers have done: decisions with their steps, an abolition, versions on their way.

Numbers and days of these decisions are invented, as their province is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import ZONE, local
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reference.catalogue import commands
from motcua.reference.catalogue.models import Procedure, ProcedureVersion
from motcua.reference.catalogue.queries import as_drafted
from motcua.reference.catalogue.words import Change, DecisionKind, DecisionStep, Draft, Part
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff

PROVINCE_HEAD = "Chủ tịch UBND tỉnh Tuyên Quang"
SIGNER = "Phó Chủ tịch UBND tỉnh"
DRAFTER, CHECKER = "minh.vanphong", "yen.vanphong"
NEW_CIVIL_STATUS = date(2027, 3, 1)
BIRTH, MARRIAGE, MARITAL = "1.001193", "1.000894", "1.004873"
OLD_EXCHANGE, NEW_EXCHANGE = "1.012783", "1.115345"

T = TypeVar("T")


@dataclass(frozen=True)
class Decision:
    """A row of the register; after how many days it was loaded, made public and posted (None: not yet)."""

    number: str
    kind: DecisionKind
    summary: str
    signed_on: date
    effective_on: date
    codes: tuple[str, ...]
    steps: tuple[int | None, int | None, int | None] = (2, 1, 3)
    ministry_decision: str = ""
    received_on: date | None = None
    shortened: bool = False


_CUT, _NEW, _AMEND = DecisionKind.TIME_CUT, DecisionKind.ANNOUNCE_NEW, DecisionKind.AMEND
DECISIONS = (
    Decision(
        "276/QĐ-UBND",
        _CUT,
        "Cắt giảm thời hạn giải quyết lĩnh vực công chứng",
        date(2026, 3, 30),
        date(2026, 7, 1),
        ("1.013830",),
    ),
    Decision(
        "287/QĐ-UBND",
        _CUT,
        "Cắt giảm thời hạn giải quyết thủ tục về hộ kinh doanh",
        date(2026, 4, 3),
        date(2026, 7, 1),
        ("1.001570", "1.001266"),
    ),
    Decision(
        "298/QĐ-UBND",
        _CUT,
        "Cắt giảm thời hạn giải quyết lĩnh vực đường bộ",
        date(2026, 4, 3),
        date(2026, 7, 1),
        ("2.001921", "2.002285"),
        steps=(9, 4, 6),
    ),
    Decision(
        "355/QĐ-UBND",
        _CUT,
        "Cắt giảm thời hạn giải quyết lĩnh vực trồng trọt, thú y, tài nguyên nước",
        date(2026, 4, 22),
        date(2026, 7, 1),
        ("1.004363", "1.001662", "1.004756"),
    ),
    Decision(
        "412/QĐ-UBND",
        _CUT,
        "Cắt giảm thời hạn giải quyết lĩnh vực hộ tịch",
        date(2026, 5, 12),
        date(2026, 7, 1),
        ("1.004859", "1.004837", "1.004884"),
    ),
    Decision(
        "447/QĐ-UBND",
        _CUT,
        "Cắt giảm thời hạn giải quyết lĩnh vực đất đai, hoạt động xây dựng",
        date(2026, 5, 28),
        date(2026, 7, 1),
        ("1.012784", "1.013833", "1.013225"),
    ),
    Decision(
        "1105/QĐ-UBND",
        DecisionKind.INTERNAL_PROCESS,
        "Phê duyệt quy trình nội bộ giải quyết thủ tục hành chính lĩnh vực bảo trợ xã hội",
        date(2026, 8, 18),
        date(2026, 8, 18),
        ("1.001776", "1.001699", "1.001731", "1.014027"),
    ),
    Decision(
        "1290/QĐ-UBND",
        _NEW,
        "Công bố danh mục thủ tục hành chính mới ban hành lĩnh vực đất đai",
        date(2026, 9, 24),
        date(2026, 10, 1),
        (NEW_EXCHANGE,),
        received_on=date(2026, 9, 17),
        steps=(1, 1, 2),
    ),
    Decision(
        "1377/QĐ-UBND",
        _AMEND,
        "Công bố thủ tục hành chính được sửa đổi, bổ sung lĩnh vực chứng thực",
        date(2026, 11, 12),
        date(2026, 11, 16),
        ("2.000815", "2.000884"),
        received_on=date(2026, 11, 6),
        steps=(None, 2, None),
    ),
)
ABOLITION = Decision(
    "1291/QĐ-UBND",
    DecisionKind.ABOLISH,
    "Công bố thủ tục hành chính bị bãi bỏ lĩnh vực đất đai",
    date(2026, 9, 24),
    date(2026, 10, 1),
    (OLD_EXCHANGE,),
    received_on=date(2026, 9, 17),
    steps=(1, 1, 2),
)


def load(staff: Mapping[str, Staff], *, by: Actor, at: datetime) -> None:
    """Fill the register of decisions, abolish one procedure, bring versions on their way."""
    today = local(at).date()
    for decision in DECISIONS:
        if decision.signed_on <= today:
            _signed(decision, by=by, at=at)
    if ABOLITION.signed_on <= today:
        _abolish(by=by, at=at)
    drafter, checker = (_actor(staff[login], today) for login in (DRAFTER, CHECKER))
    _to_come(drafter, checker, at=at)


def _abolish(*, by: Actor, at: datetime) -> None:
    """The old exchange of land titles gives way to a procedure of the same name."""
    abolition = _signed(ABOLITION, by=by, at=at)
    old = Procedure.objects.get(code=OLD_EXCHANGE)
    _done(
        commands.abolish(
            procedure_id=old.pk,
            decision_id=abolition,
            from_day=ABOLITION.effective_on,
            successor_code=NEW_EXCHANGE,
            by=by,
            at=_morning(ABOLITION.signed_on),
        )
    )


def _signed(decision: Decision, *, by: Actor, at: datetime) -> UUID:
    made = _done(
        commands.register_decision(
            kind=decision.kind,
            issuer=PROVINCE_HEAD,
            summary=decision.summary,
            ministry_decision=decision.ministry_decision,
            received_on=decision.received_on,
            shortened=decision.shortened,
            codes=decision.codes,
            by=by,
            at=_morning(decision.signed_on),
        )
    )
    _done(
        commands.sign_decision(
            decision_id=made.pk,
            number=decision.number,
            signed_on=decision.signed_on,
            signed_by=SIGNER,
            effective_on=decision.effective_on,
            by=by,
            at=_morning(decision.signed_on),
        )
    )
    for step, days in zip(DecisionStep, decision.steps, strict=True):
        moment = _morning(decision.signed_on + timedelta(days=days)) if days is not None else None
        if moment is not None and moment <= at:
            _done(commands.take_step(decision_id=made.pk, step=step, moment=moment, by=by, at=moment))
    return made.pk


def _to_come(drafter: Actor, checker: Actor, *, at: datetime) -> None:
    """The civil-status law of 2026 changes procedures on 1 March 2027: one is signed, others on their way."""
    ago = at - timedelta(days=6)
    signed = _drafted(BIRTH, drafter, at=ago)
    _done(commands.submit_for_check(version_id=signed.pk, by=drafter, at=ago + timedelta(hours=1)))
    _done(
        commands.pass_check(
            version_id=signed.pk,
            remark="Đã đối chiếu với Luật Hộ tịch 2026.",
            by=checker,
            at=ago + timedelta(hours=5),
        )
    )
    _done(
        commands.announce_version(
            version_id=signed.pk,
            issuer=PROVINCE_HEAD,
            number="1402/QĐ-UBND",
            signed_on=local(at).date() - timedelta(days=2),
            signed_by=SIGNER,
            summary="Công bố thủ tục hành chính được thay thế lĩnh vực hộ tịch từ ngày 01/3/2027",
            by=checker,
            at=at - timedelta(days=1),
        )
    )
    waiting = _drafted(MARITAL, drafter, at=ago)
    _done(commands.submit_for_check(version_id=waiting.pk, by=drafter, at=ago + timedelta(hours=2)))
    back = _drafted(MARRIAGE, drafter, at=ago)
    _done(commands.submit_for_check(version_id=back.pk, by=drafter, at=ago + timedelta(hours=3)))
    _done(
        commands.send_back(
            version_id=back.pk,
            remark="Lý do làm trực tuyến một phần cần dẫn điều khoản của luật mới.",
            by=checker,
            at=ago + timedelta(days=1),
        )
    )


def _drafted(code: str, drafter: Actor, *, at: datetime) -> ProcedureVersion:
    """Draft the version that follows the new law."""
    procedure = Procedure.objects.get(code=code)
    version = commands.open_draft(procedure_id=procedure.pk, change=Change.REPLACED, by=drafter, at=at)
    said: Draft = replace(
        as_drafted(version),
        effective_from=NEW_CIVIL_STATUS,
        change=Change.REPLACED,
        requirements="Theo Luật Hộ tịch năm 2026, có hiệu lực từ ngày 01/3/2027.",
    )
    return _done(commands.revise_draft(version_id=version.pk, said=said, part=Part.FACTS, by=drafter, at=at))


def _actor(staff: Staff, on: date) -> Actor:
    found = org.actor_of(staff, on)
    assert found is not None, f"{staff} holds a position"
    return found


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9, 0), ZONE)


def _done(outcome: T | Refusal) -> T:
    """Give what a command made; a refusal here is a fault of the demo itself."""
    if isinstance(outcome, Refusal):
        raise ValueError(refusal_sentence(outcome))
    return outcome
