"""The only hands on dossiers: one function for each move."""

from motcua.casework.dossiers.commands.answering import lay_by, let_unsent_go, take_back
from motcua.casework.dossiers.commands.bulk import Outcome, one_by_one
from motcua.casework.dossiers.commands.calendar import change_calendar, move_calendar
from motcua.casework.dossiers.commands.consulting import (
    answer_consultation,
    flag_consultee_late,
    open_consultation,
    withdraw_consultation,
)
from motcua.casework.dossiers.commands.correcting import (
    approve_correction,
    draft_correction,
    issue_correction,
)
from motcua.casework.dossiers.commands.disputing import dispute_fact, dispute_paper
from motcua.casework.dossiers.commands.extending import (
    Delay,
    apologise_and_extend,
    decline_extension,
    propose_extension,
)
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
from motcua.casework.dossiers.commands.held import acting
from motcua.casework.dossiers.commands.intake.accepting import accept
from motcua.casework.dossiers.commands.intake.leaving import forward, refuse_intake
from motcua.casework.dossiers.commands.intake.taking_in import HandedIn, PaperHandedIn, receive_direct
from motcua.casework.dossiers.commands.judging import Judgement, judge_papers
from motcua.casework.dossiers.commands.keeping import keep_result, keep_slip, note_look
from motcua.casework.dossiers.commands.late_entry import enter_late, open_outage
from motcua.casework.dossiers.commands.limits import change_limit
from motcua.casework.dossiers.commands.process import advance_step, assign, recall, return_step
from motcua.casework.dossiers.commands.reassign import reassign
from motcua.casework.dossiers.commands.register import close_register, note_register, open_volume
from motcua.casework.dossiers.commands.renewing import renew_draft
from motcua.casework.dossiers.commands.results import (
    approve_result,
    draft_result,
    hand_over_result,
    issue_result,
)
from motcua.casework.dossiers.commands.seeking import note_found
from motcua.casework.dossiers.commands.sharing import Part, open_shares
from motcua.casework.dossiers.commands.stopping import SETTLEMENTS, Stop, close_not_supplemented, stop
from motcua.casework.dossiers.commands.supplements.asking import (
    approve_supplement,
    decline_supplement,
    propose_supplement,
    request_supplement,
    request_supplement_at_intake,
)
from motcua.casework.dossiers.commands.supplements.receiving import (
    answer_supplement,
    supplement_received_complete,
    supplement_received_partial,
)
from motcua.casework.dossiers.commands.transferring import take_transfer, transfer_non_boundary
from motcua.casework.dossiers.commands.views import keep_view, let_view_go
from motcua.casework.dossiers.words import Asked

__all__ = [
    "SETTLEMENTS",
    "Asked",
    "Delay",
    "HandedIn",
    "Judgement",
    "Outcome",
    "PaperHandedIn",
    "Part",
    "Stop",
    "accept",
    "acting",
    "advance_step",
    "answer_consultation",
    "answer_supplement",
    "apologise_and_extend",
    "approve_correction",
    "approve_result",
    "approve_supplement",
    "assign",
    "attach",
    "change_calendar",
    "change_limit",
    "choose_delivery",
    "close_not_supplemented",
    "close_register",
    "create_draft",
    "decline_extension",
    "decline_supplement",
    "delete_draft",
    "detach",
    "dispute_fact",
    "dispute_paper",
    "draft_correction",
    "draft_result",
    "enter_late",
    "flag_consultee_late",
    "forward",
    "hand_over_result",
    "issue_correction",
    "issue_result",
    "judge_papers",
    "keep_result",
    "keep_slip",
    "keep_view",
    "lay_by",
    "let_unsent_go",
    "let_view_go",
    "move_calendar",
    "note_found",
    "note_look",
    "note_register",
    "one_by_one",
    "open_consultation",
    "open_outage",
    "open_shares",
    "open_volume",
    "propose_extension",
    "propose_supplement",
    "reassign",
    "recall",
    "receive_direct",
    "refuse_intake",
    "renew_draft",
    "request_supplement",
    "request_supplement_at_intake",
    "return_step",
    "save_answers",
    "stop",
    "submit_online",
    "supplement_received_complete",
    "supplement_received_partial",
    "take_back",
    "take_transfer",
    "transfer_non_boundary",
    "withdraw",
    "withdraw_consultation",
]
