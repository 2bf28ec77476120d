"""How each move is asked: its plain facts are drawn here, and put into the product's words."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from motcua.casework.dossiers import commands
from motcua.casework.dossiers.commands import Asked, Delay, Judgement, Part, Stop
from motcua.casework.dossiers.models import AnswerFile, Consultation, Dossier, Paper, SupplementItem
from motcua.casework.dossiers.words import (
    LatenessReason,
    Outcome,
    RefusalReason,
    ResultDelivery,
    Settlement,
    StopGround,
    Verdict,
)
from tests.life.model.life import Ask, Life
from tests.life.stage import Stage

NO_ID = UUID(int=0)
SOMEBODY = ("tuan", "quy", "hanh", "lan", "son", "police")

# What may be wrong with the words of an act.
FLAWS: dict[str, tuple[str, ...]] = {
    "judge_papers": ("no_reason",),
    "request_supplement_at_intake": ("no_reason", "no_items"),
    "refuse_intake": ("no_reason", "no_legal_ground", "right_authority_needed"),
    "return_step": ("no_reason",),
    "open_consultation": ("no_content",),
    "open_shares": ("no_content",),
    "answer_consultation": ("no_content",),
    "withdraw_consultation": ("no_reason",),
    "propose_supplement": ("no_reason", "no_items", "no_legal_ground"),
    "decline_supplement": ("no_reason",),
    "answer_supplement": ("no_items",),
    "supplement_received_partial": ("no_reason",),
    "propose_extension": ("no_reason",),
    "decline_extension": ("no_reason",),
    "apologise_and_extend": ("no_reason",),
    "close_not_supplemented": ("no_reason", "no_legal_ground"),
    "stop": ("no_reason", "no_legal_ground", "closed_by_its_own_move", "settlement_needed"),
    "draft_result": ("no_legal_ground", "result_type_unknown"),
    "hand_over_result": ("no_recipient",),
    "draft_correction": ("no_error_said",),
}


def facts_for(move: str, life: Life, chance: Random, at: datetime, *, flawed: bool) -> dict[str, Any]:
    """Draw the plain facts of an act."""
    facts = _DRAWN[move](life, chance, at) if move in _DRAWN else {}
    flaws = FLAWS.get(move, ())
    return {**facts, "flaw": chance.choice(flaws) if flawed and flaws else ""}


def _some_items(life: Life, chance: Random, at: datetime) -> dict[str, Any]:
    items = range(life.round.items if life.round else 1)
    every = chance.random() < 0.7
    return {"ticked": list(items) if every else [one for one in items if chance.random() < 0.5]}


def _until(life: Life, chance: Random, at: datetime) -> dict[str, Any]:
    due = life.clock.due or at
    return {"until": due.date() + timedelta(days=chance.choice([7, 3, 14, 1, 4, 0, -1]))}


def _question(life: Life, chance: Random, at: datetime) -> dict[str, Any]:
    return {"question": chance.randint(0, max(0, len(life.questions) - 1))}


_DRAWN: dict[str, Callable[[Life, Random, datetime], dict[str, Any]]] = {
    "choose_delivery": lambda life, chance, at: {"electronic": chance.random() < 0.5},
    "judge_papers": lambda life, chance, at: {
        "verdict": chance.choice(["passed", "passed", "passed", "failed", "unseen"])
    },
    "request_supplement_at_intake": lambda life, chance, at: {"items": chance.randint(1, 2)},
    "propose_supplement": lambda life, chance, at: {"items": chance.randint(1, 2)},
    "assign": lambda life, chance, at: {"to": chance.choice(SOMEBODY)},
    "reassign": lambda life, chance, at: {"to": chance.choice(SOMEBODY)},
    "advance_step": lambda life, chance, at: {"note": chance.choice(["Chuyển tiếp", ""])},
    "open_consultation": lambda life, chance, at: {
        "unit": chance.choice(["police", "police", "clerical", "division"]),
        "until": at.date() + timedelta(days=chance.choice([2, 5, 0, -1])),
    },
    "open_shares": lambda life, chance, at: {
        "units": chance.choice([["police"], ["police", "clerical"], ["division"]]),
        "hours": chance.choice([4, 8, 50]),
    },
    "withdraw_consultation": _question,
    "flag_consultee_late": _question,
    "lay_by": lambda life, chance, at: {"item": chance.randint(0, 2)},
    "answer_supplement": lambda life, chance, at: {},
    "supplement_received_complete": _some_items,
    "supplement_received_partial": _some_items,
    "propose_extension": _until,
    "apologise_and_extend": _until,
    "draft_result": lambda life, chance, at: {"refused": chance.random() < 0.5},
}


def perform(stage: Stage, dossier: Dossier, ask: Ask, at: datetime, seen: int | None = None) -> object:
    """Do an act through the product's command of the same name, and give what it says."""
    said = _SAID[ask.move](stage, dossier, ask) if ask.move in _SAID else {}
    by = stage.actor(ask.who, at.date())
    if seen is not None:
        said["seen"] = seen
    return getattr(commands, ask.move)(dossier_id=dossier.pk, by=by, at=at, **said)


def _words(ask: Ask, flaw: str = "no_reason", text: str = "Vì lý do cụ thể") -> str:
    return " " if ask["flaw"] == flaw else text


def _papers_asked(dossier: Dossier, ask: Ask) -> dict[str, Any]:
    rounds = dossier.rounds.count() + 1
    items = [Asked(f"Giấy {rounds}.{number}") for number in range(ask["items"])]
    return {"items": [] if ask["flaw"] == "no_items" else items, "reason": _words(ask)}


def _items(dossier: Dossier) -> list[SupplementItem]:
    last = dossier.rounds.order_by("-number").first()
    return list(last.items.order_by("order")) if last else []


def _ticked(dossier: Dossier, ask: Ask) -> list[UUID]:
    items = _items(dossier)
    return [items[number].pk for number in ask["ticked"] if number < len(items)]


def _judged(stage: Stage, dossier: Dossier, ask: Ask) -> dict[str, Any]:
    papers = Paper.objects.filter(dossier=dossier, superseded=False)
    verdict = Verdict.FAILED if ask["flaw"] else Verdict(ask["verdict"])
    found = [Judgement(one.pk, verdict, _words(ask).strip()) for one in papers]
    return {"judgements": found or [Judgement(NO_ID, verdict, _words(ask).strip())] if ask["flaw"] else found}


def _asked_about(dossier: Dossier, ask: Ask) -> UUID:
    asked = Consultation.objects.filter(dossier=dossier, number=ask["question"] + 1).first()
    return asked.pk if asked else NO_ID


def _delay(stage: Stage, dossier: Dossier, ask: Ask) -> dict[str, Any]:
    return {"delay": Delay(LatenessReason.UNIT_OVERLOAD, _words(ask), "Phòng chuyên môn", ask["until"])}


def _said_to_stop(stage: Stage, dossier: Dossier, ask: Ask) -> dict[str, Any]:
    own = ask.move == "close_not_supplemented" or ask["flaw"] == "closed_by_its_own_move"
    return {
        "said": Stop(
            StopGround.NOT_SUPPLEMENTED if own else StopGround.LEGAL_GROUND,
            _words(ask),
            _words(ask, "no_legal_ground"),
            "Cơ quan giải quyết",
            date(2026, 3, 2),
            Settlement.REFUNDED if ask["flaw"] == "settlement_needed" else Settlement.NOTHING_DUE,
        )
    }


def _result(stage: Stage, dossier: Dossier, ask: Ask) -> dict[str, Any]:
    refused = ask["flaw"] == "no_legal_ground" or (ask["refused"] and ask["flaw"] != "result_type_unknown")
    known = stage.versions[dossier.version.procedure.code].results.get().pk
    return {
        "outcome": Outcome.REFUSED if refused else Outcome.GRANTED,
        "result_type_id": None if refused else NO_ID if ask["flaw"] else known,
        "title": "Kết quả",
        "reason": "Không đủ điều kiện",
        "legal_ground": _words(ask, "no_legal_ground"),
    }


_SAID: dict[str, Callable[[Stage, Dossier, Ask], dict[str, Any]]] = {
    "save_answers": lambda stage, dossier, ask: {
        "page": "child",
        "answers": {"child_name": "Giàng Thị Sua"},
    },
    "choose_delivery": lambda stage, dossier, ask: {
        "delivery": ResultDelivery.ELECTRONIC if ask["electronic"] else ResultDelivery.ONE_STOP,
        "phone": "0912000001",
        "email": "",
    },
    "attach": lambda stage, dossier, ask: {
        "requirement_id": dossier.version.components.get().pk,
        "file": stage.files[0],
    },
    "judge_papers": _judged,
    "request_supplement_at_intake": lambda stage, dossier, ask: _papers_asked(dossier, ask),
    "refuse_intake": lambda stage, dossier, ask: {
        "reason": RefusalReason.WRONG_AUTHORITY,
        "words": _words(ask),
        "legal_basis": _words(ask, "no_legal_ground"),
        "right_authority": _words(ask, "right_authority_needed", "Sở Tư pháp"),
    },
    "assign": lambda stage, dossier, ask: {"to": stage.staff[ask["to"]].pk},
    "reassign": lambda stage, dossier, ask: {"to": stage.staff[ask["to"]].pk},
    "advance_step": lambda stage, dossier, ask: {"note": ask["note"]},
    "return_step": lambda stage, dossier, ask: {"reason": _words(ask)},
    "open_consultation": lambda stage, dossier, ask: {
        "unit_id": stage.units[ask["unit"]],
        "content": _words(ask, "no_content"),
        "reply_due": ask["until"],
    },
    "open_shares": lambda stage, dossier, ask: {
        "parts": [
            Part(stage.units[unit], _words(ask, "no_content"), Decimal(ask["hours"])) for unit in ask["units"]
        ]
    },
    "answer_consultation": lambda stage, dossier, ask: {"reply": _words(ask, "no_content")},
    "withdraw_consultation": lambda stage, dossier, ask: {
        "consultation_id": _asked_about(dossier, ask),
        "reason": _words(ask),
    },
    "flag_consultee_late": lambda stage, dossier, ask: {"consultation_id": _asked_about(dossier, ask)},
    "propose_supplement": lambda stage, dossier, ask: {
        **_papers_asked(dossier, ask),
        "legal_basis": _words(ask, "no_legal_ground"),
    },
    "decline_supplement": lambda stage, dossier, ask: {"note": _words(ask)},
    "lay_by": lambda stage, dossier, ask: {
        "item_id": dict(enumerate(one.pk for one in _items(dossier))).get(ask["item"], NO_ID),
        "file": stage.files[1],
    },
    "take_back": lambda stage, dossier, ask: {
        "waiting_id": AnswerFile.objects.filter(item__round__dossier=dossier)
        .values_list("pk", flat=True)
        .first()
        or NO_ID
    },
    "answer_supplement": lambda stage, dossier, ask: {
        "files": {} if ask["flaw"] else {one.pk: [stage.files[1]] for one in _items(dossier)}
    },
    "supplement_received_complete": lambda stage, dossier, ask: {"ticked": _ticked(dossier, ask)},
    "supplement_received_partial": lambda stage, dossier, ask: {
        "ticked": _ticked(dossier, ask),
        "note": _words(ask),
    },
    "propose_extension": _delay,
    "decline_extension": lambda stage, dossier, ask: {"note": _words(ask)},
    "apologise_and_extend": _delay,
    "close_not_supplemented": _said_to_stop,
    "stop": _said_to_stop,
    "withdraw": lambda stage, dossier, ask: {"reason": "Không còn nhu cầu"},
    "draft_result": _result,
    "hand_over_result": lambda stage, dossier, ask: {
        "recipient": _words(ask, "no_recipient", "Giàng A Páo"),
        "relation": "Chủ hồ sơ",
    },
    "draft_correction": lambda stage, dossier, ask: {
        "error": _words(ask, "no_error_said"),
        "title": "Kết quả đã đính chính",
    },
}
