"""Why a procedure was found, and the words of the wordbook."""

from collections.abc import Mapping, Sequence

from motcua.base.text import bind
from motcua.reference.catalogue.search import Place, Reason
from motcua.reference.catalogue.words import Wording

PLACES = {Place.NAME: "Tên có “{}”.", Place.OTHER: "Còn gọi là “{}”."}
KINDS = {
    Wording.SAYING: "Cách gọi khác của giấy tờ, sự việc",
    Wording.INTENT: "Cách nói khác của việc cần làm",
    Wording.NAME: "Tên thường gọi của thủ tục",
    Wording.ABBREVIATION: "Chữ viết tắt",
    Wording.FILLER: "Từ đệm, không nói lên việc gì",
    Wording.ASIDE: "Hoàn cảnh ít gặp, chỉ khi hỏi đến mới nêu",
    Wording.FIELD: "Lĩnh vực nhiều người hỏi",
    Wording.DEMAND: "Thủ tục nhiều người hỏi",
}

KIND_TABS = {
    Wording.SAYING: "Cách gọi",
    Wording.INTENT: "Việc cần làm",
    Wording.NAME: "Tên thường gọi",
    Wording.ABBREVIATION: "Viết tắt",
    Wording.FILLER: "Từ đệm",
    Wording.ASIDE: "Hoàn cảnh",
    Wording.FIELD: "Lĩnh vực",
    Wording.DEMAND: "Nhiều người hỏi",
}


def why(reason: Reason, code: str, difference: str = "") -> str:
    """Say why a procedure was found, by its code alone when only that was typed."""
    told = [PLACES[reason.place].format(reason.shown)] if reason.shown else []
    if reason.said:
        told.append(f"“{reason.said}” là “{reason.meant}”.")
    if reason.read:
        told.append(f"Hiểu câu hỏi là “{reason.read}”.")
    if difference:
        told.append(f"{difference}.")
    return " ".join([*told, bind(f"Mã {code}.")])


def differing(named_alike: Sequence[Mapping[str, str]], at: int) -> str:
    """Give the first fact that sets one procedure apart from others of its name: level, agency, field."""
    for fact in ("level", "agency", "field", "decision"):
        if len({one[fact] for one in named_alike}) > 1 and named_alike[at][fact]:
            return named_alike[at][fact]
    return ""
