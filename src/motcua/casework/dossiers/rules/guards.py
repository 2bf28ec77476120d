"""What stands in the way of a move: each guard gives its reason, or nothing."""

from collections.abc import Callable

from motcua.base.rooms import Refusal
from motcua.casework.dossiers.rules.facts import Facts
from motcua.casework.dossiers.words import (
    ExtensionState,
    Finance,
    ResultState,
    RoundState,
    Transfer,
    Verdict,
    Why,
)

Guard = Callable[[Facts], Refusal | None]


def papers_present(facts: Facts) -> Refusal | None:
    if facts.missing_papers:
        return Refusal(Why.PAPERS_MISSING, {"papers": "; ".join(facts.missing_papers)})
    return None


def papers_judged(facts: Facts) -> Refusal | None:
    unseen = facts.verdicts.count(Verdict.UNSEEN)
    return Refusal(Why.PAPERS_NOT_JUDGED, {"count": str(unseen)}) if unseen else None


def papers_passed(facts: Facts) -> Refusal | None:
    failed = facts.verdicts.count(Verdict.FAILED)
    return Refusal(Why.PAPERS_FAILED, {"count": str(failed)}) if failed else papers_judged(facts)


def fee_settled(facts: Facts) -> Refusal | None:
    return Refusal(Why.FEE_UNPAID) if facts.finance in (Finance.DUE, Finance.WAITING) else None


def first_request_at_intake(facts: Facts) -> Refusal | None:
    return Refusal(Why.SUPPLEMENT_ALREADY_ASKED) if facts.rounds_at_intake else None


def no_open_round(facts: Facts) -> Refusal | None:
    open_states = (RoundState.PROPOSED, RoundState.APPROVED, RoundState.SENT, RoundState.ANSWERED)
    return Refusal(Why.SUPPLEMENT_OPEN) if facts.round_state in open_states else None


def round_is(state: RoundState, *others: RoundState) -> Guard:
    def guard(facts: Facts) -> Refusal | None:
        return None if facts.round_state in (state, *others) else Refusal(Why.SUPPLEMENT_NOT_ANSWERED)

    return guard


def in_time_for_supplement(facts: Facts) -> Refusal | None:
    if facts.supplement_until and facts.today and facts.today > facts.supplement_until:
        return Refusal(Why.SUPPLEMENT_TOO_LATE, {"until": facts.supplement_until.strftime("%d/%m/%Y")})
    return None


def accepted(facts: Facts) -> Refusal | None:
    return None if facts.accepted else Refusal(Why.NOT_ACCEPTED_YET)


def supplement_period_over(facts: Facts) -> Refusal | None:
    """Let papers that never came end a dossier only by a rule with a period, and after it."""
    if facts.closing_until is None or facts.today is None:
        return Refusal(Why.NO_CLOSING_RULE)
    if facts.today <= facts.closing_until:
        return Refusal(Why.STILL_AWAITED, {"until": facts.closing_until.strftime("%d/%m/%Y")})
    return None


def extension_allowed(facts: Facts) -> Refusal | None:
    """Let a date be put off so often, and until so late, as the dated parameters of law say."""
    if facts.due_on is None:
        return Refusal(Why.NO_DUE_DATE)
    if facts.extensions_most is None or facts.extend_until is None or facts.today is None:
        return Refusal(Why.NO_EXTENSION_RULE)
    if facts.extensions_made >= facts.extensions_most:
        return Refusal(Why.ALREADY_EXTENDED, {"most": str(facts.extensions_most)})
    if facts.today > facts.extend_until:
        return Refusal(Why.EXTENSION_TOO_LATE, {"until": facts.extend_until.strftime("%d/%m/%Y")})
    return None


def no_extension_proposed(facts: Facts) -> Refusal | None:
    return Refusal(Why.EXTENSION_PROPOSED) if facts.extension is ExtensionState.PROPOSED else None


def extension_proposed(facts: Facts) -> Refusal | None:
    return None if facts.extension is ExtensionState.PROPOSED else Refusal(Why.NO_EXTENSION_PROPOSED)


def every_item_ticked(facts: Facts) -> Refusal | None:
    return Refusal(Why.ITEMS_NOT_TICKED, {"count": str(facts.items_open)}) if facts.items_open else None


def result_drafted(facts: Facts) -> Refusal | None:
    return None if facts.result else Refusal(Why.NO_RESULT)


def result_if_appraised(facts: Facts) -> Refusal | None:
    return result_drafted(facts) if facts.officer_step_reached else None


def result_approved(facts: Facts) -> Refusal | None:
    return None if facts.result is ResultState.APPROVED else Refusal(Why.RESULT_NOT_APPROVED)


def result_not_approved(facts: Facts) -> Refusal | None:
    approved = facts.result in (ResultState.APPROVED, ResultState.ISSUED)
    return Refusal(Why.RESULT_ALREADY_APPROVED) if approved else None


def correction_drafted(facts: Facts) -> Refusal | None:
    return None if facts.correction is ResultState.DRAFTED else Refusal(Why.NO_CORRECTION)


def correction_approved(facts: Facts) -> Refusal | None:
    approved = facts.correction is ResultState.APPROVED
    return None if approved else Refusal(Why.CORRECTION_NOT_APPROVED)


def correction_not_approved(facts: Facts) -> Refusal | None:
    return Refusal(Why.CORRECTION_APPROVED) if facts.correction is ResultState.APPROVED else None


def result_ready(facts: Facts) -> Refusal | None:
    return None if facts.result_ready else Refusal(Why.NOTHING_TO_HAND_OVER)


def consultation_open(facts: Facts) -> Refusal | None:
    return None if facts.consulted_open else Refusal(Why.NO_CONSULTATION)


def shares_done(facts: Facts) -> Refusal | None:
    return Refusal(Why.SHARE_OPEN, {"count": str(facts.shares_open)}) if facts.shares_open else None


def clock_runs(facts: Facts) -> Refusal | None:
    return Refusal(Why.CLOCK_PAUSED) if facts.paused else None


def transfer_needed(facts: Facts) -> Refusal | None:
    return None if facts.transfer is Transfer.NEEDED else Refusal(Why.NO_TRANSFER_NEEDED)


def transfer_waits(facts: Facts) -> Refusal | None:
    return None if facts.transfer is Transfer.WAITING else Refusal(Why.NO_TRANSFER_NEEDED)


def at_home(facts: Facts) -> Refusal | None:
    """Let a dossier filed elsewhere go on only from the counter of the competent agency."""
    reasons = {Transfer.NEEDED: Why.TRANSFER_FIRST, Transfer.WAITING: Why.TRANSFER_NOT_TAKEN}
    return Refusal(reasons[facts.transfer]) if facts.transfer in reasons else None


def next_step(facts: Facts) -> Refusal | None:
    return None if facts.has_next_step else Refusal(Why.NO_NEXT_STEP)


def step_before(facts: Facts) -> Refusal | None:
    return None if facts.has_step_before else Refusal(Why.NO_STEP_BEFORE)


def next_has_not_acted(facts: Facts) -> Refusal | None:
    return Refusal(Why.ALREADY_ACTED_ON) if facts.next_acted else None
