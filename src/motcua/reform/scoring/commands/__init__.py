"""Writing of scoring."""

from motcua.reform.scoring.commands.appraising import appraise, begin_appraisal, close_appraisal
from motcua.reform.scoring.commands.council import close_council, enter_survey, record_council
from motcua.reform.scoring.commands.evidence import add_evidence, withdraw_evidence
from motcua.reform.scoring.commands.locking import explain, lock_explanation, lock_sheet
from motcua.reform.scoring.commands.moving import move_round
from motcua.reform.scoring.commands.past import PastResult, enter_past_results
from motcua.reform.scoring.commands.publishing import Correction, approve_round, correct, publish
from motcua.reform.scoring.commands.rounds import allocate, open_month, open_round, set_deadline, start_sheet
from motcua.reform.scoring.commands.sets import import_set
from motcua.reform.scoring.commands.sheets import declare, give_leaf, rule_out, take_over

__all__ = [
    "Correction",
    "PastResult",
    "add_evidence",
    "allocate",
    "appraise",
    "approve_round",
    "begin_appraisal",
    "close_appraisal",
    "close_council",
    "correct",
    "declare",
    "enter_past_results",
    "enter_survey",
    "explain",
    "give_leaf",
    "import_set",
    "lock_explanation",
    "lock_sheet",
    "move_round",
    "open_month",
    "open_round",
    "publish",
    "record_council",
    "rule_out",
    "set_deadline",
    "start_sheet",
    "take_over",
    "withdraw_evidence",
]
