"""A month of a ward for the index: dossiers of two procedures, one with a fee, in every kind of state."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from motcua.base.clock import ZONE
from motcua.base.clock.periods import Period, period_coded
from motcua.base.files import commands as files
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue.models import ProcedureVersion, PublicationDecision
from motcua.reference.catalogue.words import (
    Channel,
    Charge,
    DecisionKind,
    DecisionStep,
    Draft,
    DurationUnit,
    FeeKind,
    OnlineLevel,
    Outcome,
    Step,
    Terms,
)
from motcua.reference.org import commands as org
from motcua.reform.insight.commands import follow
from tests.support.kept import kept
from tests.support.world import BEGAN, CODE, KINDS, MAKER, ROUTE, World, build, ok

PAID = "1.002193"
FOUND = period_coded("2026-03")
assert FOUND is not None
MARCH: Period = FOUND
END = date(2026, 3, 31)


@dataclass
class Month:
    """The ward with its dossiers by name."""

    world: World
    by_name: dict[str, Dossier]


def on(day: int, hour: int = 9, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZONE)


@kept
def month() -> Month:
    """Let March 2026 pass."""
    world = build()
    made = {}
    costly(world)
    world.at = on(26, month=2)
    made["from_february"] = world.in_process()
    world.at = on(2)
    made["early"] = world.issued()
    made["late"] = world.drafted()
    made["open_late"] = world.in_process()
    made["asked_once"] = world.in_process()
    made["asked_twice"] = world.in_process()
    asked(world, made["asked_once"], on(3))
    asked(world, made["asked_twice"], on(3))
    answered(world, made["asked_twice"], on(4))
    asked(world, made["asked_twice"], on(5))
    world.at = on(3)
    made["paid"] = paid(world, finance="paid", sync="acknowledged")
    made["unpaid"] = paid(world)
    made["paper"] = world.received()
    made["drafted"] = world.draft()
    made["submitted"] = world.submitted()
    world.at = on(20)
    finish(world, made["late"])
    world.at = on(30)
    made["fresh"] = world.in_process()
    keep_result(made["early"])
    follow()
    return Month(world, made)


def asked(world: World, dossier: Dossier, at: datetime) -> None:
    """Ask the applicant for a paper."""
    act = {"dossier_id": dossier.pk, "at": at}
    what = {"items": [dossiers.Asked("Giấy chứng sinh")], "reason": "Mờ", "legal_basis": "Luật Hộ tịch"}
    ok(dossiers.propose_supplement(**what, by=world.tuan, **act))
    ok(dossiers.approve_supplement(by=world.lan, **act))
    ok(dossiers.request_supplement(by=world.hoa, **act))


def answered(world: World, dossier: Dossier, at: datetime) -> None:
    """Let the counter receive what was asked for last."""
    items = [one.pk for one in dossier.rounds.order_by("-number")[0].items.all()]
    ok(dossiers.supplement_received_complete(dossier_id=dossier.pk, ticked=items, by=world.hoa, at=at))


def finish(world: World, dossier: Dossier) -> Dossier:
    """Bring a drafted result to its issue."""
    ok(dossiers.advance_step(dossier_id=dossier.pk, by=world.tuan, at=world.at))
    ok(dossiers.advance_step(dossier_id=dossier.pk, by=world.hanh, at=world.at))
    ok(dossiers.approve_result(dossier_id=dossier.pk, by=world.lan, at=world.at))
    return ok(dossiers.issue_result(dossier_id=dossier.pk, by=world.son, at=world.at))


def keep_result(dossier: Dossier) -> None:
    """Keep the electronic result."""
    file = files.keep_own(content=b"%PDF-1.7 result", name="ket-qua.pdf", by=MAKER, at=on(20))
    dossiers.keep_result(result_id=dossier.results.get().pk, file=file, by=MAKER, at=on(20))


def paid(world: World, **carried: str) -> Dossier:
    """Give an accepted dossier of the procedure with a fee, with what partners said of it."""
    act = {"by": world.member, "at": world.at}
    made = ok(dossiers.create_draft(procedure=PAID, agency_id=world.committee.pk, **act))
    answers = {"child_name": "Giàng Thị Sua"}
    ok(dossiers.save_answers(dossier_id=made.pk, page="child", answers=answers, **act))
    ok(dossiers.submit_online(dossier_id=made.pk, **act))
    if carried:
        Dossier.objects.filter(pk=made.pk).update(**carried)
    world.judge(made, world.hoa)
    return ok(dossiers.accept(dossier_id=made.pk, by=world.hoa, at=world.at))


def costly(world: World) -> ProcedureVersion:
    """Publish a procedure with a fee, done partly online, for enterprises, without any result document."""
    steps = tuple(Step(name, name, role.value, KINDS[role].value, Decimal(1)) for role, name in ROUTE)
    limit = (9, DurationUnit.WORKING_DAY)
    draft = Draft(
        code=PAID,
        field="Đất đai",
        levels=("commune",),
        name="Thủ tục xác nhận",
        title="Xác nhận",
        decision_no="164/QĐ-BTP",
        effective_from=date(2025, 7, 1),
        subjects=("Doanh nghiệp",),
        deciding_agency="Ủy ban nhân dân cấp xã",
        channels=(Terms(Channel.DIRECT, *limit), Terms(Channel.ONLINE, *limit)),
        route=steps,
        results=(Outcome("KQ2", "Giấy xác nhận"),),
        fees=(Charge(FeeKind.SERVICE_FEE, "Phí xác nhận", 8_000),),
        online_level=OnlineLevel.PARTIAL,
        partial_reason="Phải kiểm tra thực địa",
    )
    made = catalogue.draft_version(draft=draft, form=world.version.form, by=MAKER, at=BEGAN)
    assert isinstance(made, ProcedureVersion), made
    made = catalogue.publish_version(version_id=made.pk, by=MAKER, at=BEGAN)
    assert isinstance(made, ProcedureVersion), made
    offered = {"procedure": made.procedure, "agency": world.committee, "valid_from": BEGAN.date()}
    catalogue.offer(**offered, by=MAKER, at=BEGAN)
    return made


def limits() -> None:
    """Set the limits of publication decisions."""
    for code in ("publish_decision_province", "load_record_province"):
        org.set_regulation(
            code=code,
            value=5,
            unit="working_day",
            legal_basis="NĐ 63/2010/NĐ-CP, Điều 15 và 24",
            certainty="V",
            valid_from=BEGAN.date(),
            by=MAKER,
            at=BEGAN,
        )


def decision(
    number: str, signed: date, effective: date, loaded: datetime | None, codes: tuple[str, ...] = (CODE,)
) -> PublicationDecision:
    """Sign a decision on some procedures, and load it."""
    at = on(31, 17)
    made = catalogue.register_decision(
        kind=DecisionKind.AMEND, issuer="Chủ tịch UBND tỉnh", summary=number, codes=codes, by=MAKER, at=at
    )
    assert isinstance(made, PublicationDecision), made
    catalogue.sign_decision(
        decision_id=made.pk,
        number=number,
        signed_on=signed,
        signed_by="Lê Văn Quyết",
        effective_on=effective,
        by=MAKER,
        at=at,
    )
    if loaded:
        step = DecisionStep.LOADED
        catalogue.take_step(decision_id=made.pk, step=step, moment=loaded, by=MAKER, at=at)
    return made
