"""The machine that plays lives: whoever does whatever whenever, and the model says what must come of it."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from django.db import transaction
from hypothesis import note
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from motcua.base.journal import roots
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries, rules
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.reckoning import reckoned
from motcua.casework.dossiers.words import PaperForm
from motcua.reference.people.words import Identity
from tests.life.acts import facts_for, perform
from tests.life.cast import CAST
from tests.life.chances import (
    AS_IT_SHOULD,
    LAST,
    LAST_MOVES,
    LEAPS,
    MODES,
    MOVES,
    ONWARD,
    PATHS,
    SEEDS,
    SEEING,
    STARTS,
    UNSEEN,
    hopes,
)
from tests.life.comparing import JOURNAL, all_rows, expected
from tests.life.days import SlowClock
from tests.life.happening.acts import happen
from tests.life.happening.intake import accept
from tests.life.model.life import TERMS, Ask, Life, Paper
from tests.life.model.matrix import RULES, hindrances
from tests.life.stage import Stage


class Played:
    """A life in the model beside the dossier in the product."""

    def __init__(self, life: Life, dossier: Dossier) -> None:
        self.life, self.pk, self.code, self.revision = life, dossier.pk, dossier.code, 0


class LifeMachine(RuleBasedStateMachine):
    """One sequence: at most two lives, rolled back when it ends."""

    stage: Stage
    # Hypothesis tries many variants of few sequences; each handful of them throws dice of its own.
    salt = 0
    # How far along lives begin; whoever looks for one fault begins near it.
    paths: tuple[tuple[tuple[str, str], ...], ...] = PATHS

    def __init__(self) -> None:
        super().__init__()
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.at, self.thrown = STARTS[0], 0
        self.played: list[Played] = []
        self.done = Counter[str]()
        self.rows: list[tuple[Any, ...]] = []

    def teardown(self) -> None:
        try:
            for one in self.played:
                report = roots.check(f"dossier:{one.pk}")
                assert report.whole, report.faults
        finally:
            transaction.set_rollback(True)
            self.whole.__exit__(None, None, None)

    @initialize(seed=SEEDS)
    def begin(self, seed: int) -> None:
        """Begin a life, and let it go some way as it should."""
        chance = self.chance(seed)
        start, code, path = chance.choice(STARTS), chance.choice(sorted(TERMS)), chance.choice(self.paths)
        self.at = start
        self.file(code, "pao")
        for move, who in path:
            if move != "attach" or TERMS[code].paper:
                one = self.played[-1]
                self.tried(one, Ask(move, who, {**AS_IT_SHOULD, **hopes(one.life, self.at)}))

    def file(self, code: str, filer: str) -> None:
        """Let somebody open a draft: for themselves, or with a document for somebody else."""
        made = commands.create_draft(
            procedure=code,
            agency_id=self.stage.world.committee.pk,
            representation_id=self.stage.mandate.pk if filer == "sinh" else None,
            by=self.stage.actor(filer, self.at.date()),
            at=self.at,
        )
        assert isinstance(made, Refusal) == (filer == "tuan"), made
        if isinstance(made, Dossier):
            life = Life(TERMS[code], "pao", filer, self.at)
            self.rows = []
            self.played.append(Played(life, made))
            self.same(self.played[-1])

    def receive(self, code: str, who: str, whole: bool) -> None:
        """Let somebody take a paper dossier in, at whichever counter of the province."""
        by, there = self.stage.actor(who, self.at.date()), CAST[who].on(self.at.date())
        if by.unit is None:
            return
        papers = [
            commands.PaperHandedIn(one.pk, PaperForm.ORIGINAL)
            for one in self.stage.versions[code].components.filter(required=True)
        ]
        before = all_rows()
        made = commands.receive_direct(
            procedure=code,
            agency_id=self.stage.world.committee.pk,
            identity=Identity("Lý Thị Mẩy", "008190000482", phone="0912000318"),
            papers=papers if whole else [],
            by=by,
            at=self.at,
        )
        if "reception_officer" not in there.roles or (papers and not whole):
            assert isinstance(made, Refusal), (who, made)
            assert all_rows() == before
            return
        assert isinstance(made, Dossier), made
        life = Life(TERMS[code], "may", "may", self.at, there.unit, answered=True, has_required=bool(papers))
        life.papers = [Paper("passed") for _ in papers]
        accept(life, Ask("accept", who), there, self.at)
        self.rows = []
        self.played.append(Played(life, made))
        self.same(self.played[-1])

    @rule(seed=SEEDS)
    def act(self, seed: int) -> None:
        """Let time pass, then let somebody do something: mostly what is theirs to do."""
        chance = self.chance(seed)
        self.at = min(self.at + chance.choice(LEAPS), LAST)
        how = chance.choice(MODES)
        if how == "new" or not self.played:
            self.another(chance)
        else:
            getattr(self, how)(chance.choice(self.played), chance)

    def another(self, chance: Random) -> None:
        """Let a second life begin, online or at a counter."""
        if len(self.played) < 2:
            code = chance.choice(sorted(TERMS))
            if chance.random() < 0.5:
                self.file(code, chance.choice(["pao", "sinh", "sinh", "tuan"]))
            else:
                who = chance.choice(["hoa", "hoa", "nga", "other_counter", "tuan", "an"])
                self.receive(code, who, chance.random() < 0.8)

    def chance(self, seed: int) -> Random:
        """Give the dice of one step; no two steps of a sequence throw the same."""
        self.thrown += 1
        return Random(f"{self.salt} {seed} {self.thrown}")

    def go_on(self, one: Played, chance: Random) -> None:
        """Let somebody who may do so carry a life on."""
        self.legal(one, chance, ONWARD)

    def do_rightly(self, one: Played, chance: Random) -> None:
        """Let somebody do anything that is theirs to do and may be done now."""
        self.legal(one, chance, MOVES)

    def do_too_soon(self, one: Played, chance: Random) -> None:
        """Let somebody do anything that is theirs to do, whatever stands in the way."""
        self.legal(one, chance, MOVES, hindered=True)

    def do_anything(self, one: Played, chance: Random) -> None:
        """Let anybody try anything, with or without its words."""
        move = chance.choice(MOVES)
        if move != "attach" or one.life.terms.paper:
            who, flawed = chance.choice(sorted(CAST)), chance.random() < 0.3
            self.tried(one, Ask(move, who, facts_for(move, one.life, chance, self.at, flawed=flawed)))

    def do_late(self, one: Played, chance: Random) -> None:
        """Let somebody act from a page that is older than what happened since."""
        moves = [move for move in MOVES if one.life.state in RULES[move].states and move in SEEING]
        if one.revision > 1 and moves:
            move = chance.choice(moves)
            ask = Ask(move, "hoa", facts_for(move, one.life, chance, self.at, flawed=False))
            before = all_rows()
            said = perform(self.stage, self.dossier(one), ask, self.at, seen=one.revision - 1)
            assert isinstance(said, Refusal) and str(said.why) == "dossier.changed_meanwhile", said
            assert all_rows() == before

    def look(self, one: Played, chance: Random) -> None:
        """Let everybody look: only who stands in a relation sees anything."""
        facts = queries.with_participants(self.dossier(one))
        for name, who in CAST.items():
            sees = rules.may(facts, self.stage.actor(name, self.at.date()), "read")
            assert sees == one.life.may_read(who.on(self.at.date())), (name, sees)

    def legal(self, one: Played, chance: Random, moves: Sequence[str], *, hindered: bool = False) -> None:
        """Let one of those whose move it is make a move: one that nothing hinders, or any."""
        life, on = one.life, self.at.date()
        present = [(name, who.on(on)) for name, who in CAST.items()]
        hopeful = {**AS_IT_SHOULD, **hopes(life, self.at)}
        doers = {
            move: [
                name
                for name, who in present
                if RULES[move].party(life, who)
                and (hindered or not hindrances(life, Ask(move, name, hopeful), self.at))
            ]
            for move in moves
            if life.state in RULES[move].states and (move != "attach" or life.terms.paper)
        }
        open_now = [move for move in moves if doers.get(move)]
        if open_now:
            # What was done often in this sequence is done less, and what ends a life seldom.
            weights = [(0.15 if move in LAST_MOVES else 1) / (1 + self.done[move]) ** 2 for move in open_now]
            move = chance.choices(open_now, weights)[0]
            name = chance.choice(doers[move])
            self.tried(
                one, Ask(move, name, facts_for(move, life, chance, self.at, flawed=chance.random() < 0.1))
            )

    def tried(self, one: Played, ask: Ask) -> None:
        """Let somebody try, and hold what comes of it against the model."""
        note(f"{self.at:%d/%m %H:%M} {ask.who} {ask.move} {ask.facts}")
        stands_in_the_way = hindrances(one.life, ask, self.at)
        dossier = self.dossier(one)
        before = self.rows or all_rows()
        outcome = perform(self.stage, dossier, ask, self.at)
        self.rows = all_rows()
        if isinstance(outcome, Refusal):
            assert str(outcome.why).removeprefix("dossier.") in stands_in_the_way, (ask, outcome.why)
            assert self.rows == before, f"{ask} was refused and changed something"
            return
        assert not stands_in_the_way, f"{ask} was done, against {stands_in_the_way}"
        assert self.rows[JOURNAL][0] > before[JOURNAL][0], f"{ask} left no row in the journal"
        self.done[ask.move] += 1
        happen(one.life, ask, self.at)
        if ask.move == "delete_draft":
            assert not Dossier.objects.filter(pk=one.pk).exists()
            self.played.remove(one)
            return
        self.same(one, silent=ask.move in UNSEEN)

    def same(self, one: Played, *, silent: bool = False) -> None:
        """Hold a dossier against its life."""
        dossier, life = self.dossier(one), one.life
        assert self.told(dossier) == expected(life)
        assert (
            (dossier.revision > one.revision) or silent or dossier.revision == 1 or life.accepted == self.at
        )
        assert one.code in (None, dossier.code), "a code never changes"
        assert (dossier.code is None) == (life.accepted is None)
        one.code, one.revision = dossier.code, dossier.revision
        open_runs = StepRun.objects.filter(dossier=dossier, ended_at=None).count()
        assert open_runs == int(life.stay is not None), f"{open_runs} stays are open"
        codes = [each.code for each in self.played if each.code]
        assert len(codes) == len(set(codes)), "a code was given twice"
        if life.accepted is not None:
            self.same_clock(dossier, life.clock)

    def same_clock(self, dossier: Dossier, clock: SlowClock) -> None:
        """Hold the cached dates against the marks of the clock, and against the slow clock."""
        found = reckoned(dossier)
        assert clock.due is not None and clock.first_due is not None
        assert dossier.due_at is not None and dossier.original_due_at is not None
        assert found.due is None or found.due.instant == dossier.due_at, "the cache is not what the marks say"
        assert found.paused_since == dossier.paused_since
        assert (dossier.due_at, dossier.original_due_at) == (clock.due, clock.first_due)
        assert dossier.paused_since == clock.paused

    def told(self, dossier: Dossier) -> dict[str, Any]:
        """Give what the product says of a dossier, by names."""
        return {
            "state": dossier.state,
            "outcome": dossier.outcome,
            "finance": dossier.finance,
            "delivery": dossier.delivery,
            "sync": dossier.sync,
            "transfer": dossier.transfer,
            "unit": self.stage.unit_name(dossier.handling_unit_id),
            "role": dossier.handling_role,
            "holder": self.stage.staff_name(dossier.holder_id),
            "step": dossier.step or 0,
            "accepted": dossier.accepted_at,
            "resolved": dossier.resolved_at,
            "returned": dossier.returned_at,
            "ended": dossier.ended_at,
        }

    def dossier(self, one: Played) -> Dossier:
        return Dossier.objects.get(pk=one.pk)
