"""Papers are checked: what an officer found about each, and what they read on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import reusing, steps
from motcua.casework.dossiers.commands.held import hold, save
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries import store
from motcua.casework.dossiers.words import Move, Verdict, Why
from motcua.reference.people import commands as people
from motcua.reference.people import queries as applicants
from motcua.reference.people import rules as people_rules
from motcua.reference.people.words import Described

JUDGED = (
    *("verdict", "verdict_reason", "judged_at", "judged_by"),
    *("number", "issuer", "issued_on", "valid_to"),
)


@dataclass(frozen=True)
class Judgement:
    """What an officer found about one paper; nothing `said` leaves what was read on it before."""

    paper_id: UUID
    verdict: Verdict
    reason: str = ""
    said: Described | None = None


@command
def judge_papers(
    *, dossier_id: UUID, judgements: Sequence[Judgement], by: Actor, at: datetime, seen: int | None = None
) -> Dossier | Refusal:
    """Note what an officer found about papers; a paper that fails has a reason."""
    held = hold(dossier_id, Move.JUDGE_PAPER, by=by, at=at, seen=seen)
    if isinstance(held, Refusal):
        return held
    refused = _check(judgements, at)
    if refused is not None:
        return refused
    papers = {paper.pk: paper for paper in held.papers}
    for one in judgements:
        _note(papers[one.paper_id], one, by=by, at=at)
    described = [one for one in judgements if _describe(papers[one.paper_id], one.said)]
    Paper.objects.bulk_update([papers[one.paper_id] for one in judgements], JUDGED)
    refused = _describe_kept(described, by=by, at=at)
    if refused is not None:
        return refused
    failed = [papers[one.paper_id] for one in judgements if one.verdict is Verdict.FAILED]
    reusing.put_in_doubt(failed, by=by, at=at)
    save(held, *steps.touch(held, by=by, at=at))
    data: Mapping[str, object] = {
        **{verdict.value: sum(one.verdict is verdict for one in judgements) for verdict in Verdict},
        **({"described": [one.paper_id for one in described]} if described else {}),
    }
    journal.write("dossier.papers_judged", about=held.dossier, by=by, at=at, data=data)
    return held.dossier


def _check(judgements: Sequence[Judgement], at: datetime) -> Refusal | None:
    """Refuse a failure without a reason, and days that no paper can bear."""
    if any(one.verdict is Verdict.FAILED and not one.reason for one in judgements):
        return Refusal(Why.NO_REASON)
    on = local(at).date()
    checks = (people_rules.check_described(one.said, on) for one in judgements if one.said)
    return next((refused for refused in checks if refused), None)


def _note(paper: Paper, found: Judgement, *, by: Actor, at: datetime) -> None:
    paper.verdict, paper.verdict_reason = found.verdict.value, found.reason
    judged = found.verdict is not Verdict.UNSEEN
    paper.judged_at, paper.judged_by_id = (at, by.person) if judged else (None, None)


def _describe(paper: Paper, said: Described | None) -> bool:
    """Write down what was read on a paper that its owner's store may keep; tell whether that is news."""
    there = Described(paper.number, paper.issuer, paper.issued_on, paper.valid_to)
    if said is None or said == there or paper.held_id is not None:
        return False
    paper.number, paper.issuer = said.number, said.issuer
    paper.issued_on, paper.valid_to = said.issued_on, said.valid_to
    return True


def _describe_kept(described: Sequence[Judgement], *, by: Actor, at: datetime) -> Refusal | None:
    """Write the same down in the store, for papers that are kept there already."""
    said = {store.source_of(one.paper_id): one.said for one in described}
    for kept in applicants.held_from(list(said)):
        words = said[kept.source]
        assert words is not None, "only what was said is described"
        done = people.describe_paper(paper_id=kept.pk, said=words, by=by, at=at)
        if isinstance(done, Refusal):
            return done
    return None
