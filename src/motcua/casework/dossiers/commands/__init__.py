"""The only hands on dossiers: one function for each move."""

from motcua.casework.dossiers.commands.disputing import dispute_fact, dispute_paper
from motcua.casework.dossiers.commands.filing import (
    attach,
    choose_delivery,
    create_draft,
    delete_draft,
    detach,
    save_answers,
    submit_online,
    withdraw,
)
from motcua.casework.dossiers.commands.intake import (
    Judgement,
    PaperHandedIn,
    accept,
    forward,
    judge_papers,
    receive_direct,
    refuse_intake,
)
from motcua.casework.dossiers.commands.keeping import keep_result, keep_slip, note_look
from motcua.casework.dossiers.commands.process import advance_step, assign, recall, return_step
from motcua.casework.dossiers.commands.results import (
    approve_result,
    draft_result,
    hand_over_result,
    issue_result,
)
from motcua.casework.dossiers.commands.supplements import (
    answer_supplement,
    approve_supplement,
    decline_supplement,
    propose_supplement,
    request_supplement,
    request_supplement_at_intake,
    supplement_received_complete,
    supplement_received_partial,
)
from motcua.casework.dossiers.words import Asked

__all__ = [
    "Asked",
    "Judgement",
    "PaperHandedIn",
    "accept",
    "advance_step",
    "answer_supplement",
    "approve_result",
    "approve_supplement",
    "assign",
    "attach",
    "choose_delivery",
    "create_draft",
    "decline_supplement",
    "delete_draft",
    "detach",
    "dispute_fact",
    "dispute_paper",
    "draft_result",
    "forward",
    "hand_over_result",
    "issue_result",
    "judge_papers",
    "keep_result",
    "keep_slip",
    "note_look",
    "propose_supplement",
    "recall",
    "receive_direct",
    "refuse_intake",
    "request_supplement",
    "request_supplement_at_intake",
    "return_step",
    "save_answers",
    "submit_online",
    "supplement_received_complete",
    "supplement_received_partial",
    "withdraw",
]
