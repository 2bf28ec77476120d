"""What the register notes on a dossier."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date
from motcua.casework.dossiers.sentences.filling import filled
from motcua.casework.dossiers.words import Outcome

ENTERED_LATE = "Ghi muộn: sổ của năm tiếp nhận đã khóa"
RETURNED_ELECTRONICALLY = "Bản điện tử vào kho giấy tờ"

REGISTER_NOTES: Mapping[str, str] = {
    "dossier.supplement_requested": "Yêu cầu bổ sung lần {round} ngày {on}",
    "dossier.extended": "Gia hạn ngày {on}, hẹn trước {old_due}",
    "dossier.result_corrected": "Đính chính ngày {on}: số {number} thay số {replaces}",
    "dossier.withdrawn": "Người nộp rút hồ sơ ngày {on}",
    "dossier.stopped": "Dừng giải quyết ngày {on}",
}
REFUSED_NOTE = "Từ chối giải quyết, văn bản số {number}"


def register_note(verb: str, at: datetime, facts: Mapping[str, Any]) -> str:
    """Say in the register what happened to a dossier besides being received and returned."""
    refused = verb == "dossier.result_issued" and facts.get("outcome") == Outcome.REFUSED
    template = REFUSED_NOTE if refused else REGISTER_NOTES.get(verb, "")
    return filled(template, {"on": short_date(local(at).date()), **facts})
