"""What somebody may do on a sheet now, as buttons and links."""

from dataclasses import dataclass

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.web.page import Request
from motcua.reform.scoring.models import Sheet
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sheets import LeafReading, SheetReading, proposals
from motcua.reform.scoring.rules.rounds import open_for
from motcua.reform.scoring.words import LeafSource, LeafState, ScoringAct, SheetState

LOCKING = {
    ScoringAct.LOCK: ("Khóa điểm tự chấm", "desk:score-lock"),
    ScoringAct.LOCK_EXPLANATION: ("Khóa giải trình", "desk:score-explanation-lock"),
    ScoringAct.APPRAISE: ("Chốt thẩm định", "desk:score-appraisal-close"),
    ScoringAct.COUNCIL: ("Chốt điểm hội đồng", "desk:score-council-close"),
}


@dataclass(frozen=True)
class Link:
    """One way to act: its words, where it leads, whether it is the main one of the page."""

    words: str
    href: str
    main: bool = False


class Rights:
    """What somebody may do on one sheet now, each asked once."""

    def __init__(self, request: Request, sheet: Sheet) -> None:
        self.request, self.sheet = request, sheet
        self._known: dict[tuple[ScoringAct, str], bool] = {}

    @property
    def reader(self) -> Actor:
        """Give whose rights they are."""
        return self.request.actor

    def may(self, act: ScoringAct, domain: str = "") -> bool:
        """Tell whether they may do an act on the sheet, or on one domain of it."""
        if not open_for(act, SheetState(self.sheet.state)):
            return False
        if (act, domain) not in self._known:
            allowed = relations.may(self.request.actor, act, self.sheet, domain=domain, at=now())
            self._known[act, domain] = allowed
        return self._known[act, domain]

    def opens(self, domain: str) -> bool:
        """Tell whether they may open the evidence of a domain."""
        return self.may(ScoringAct.READ_EVIDENCE, domain)


def acts_of(rights: Rights) -> list[Link]:
    """Give the acts on the whole sheet, the main one last."""
    sheet = rights.sheet
    if sheet.state == SheetState.LOCKED and rights.may(ScoringAct.APPRAISE):
        return [Link("Bắt đầu thẩm định", reverse("desk:score-begin", args=[sheet.pk]), main=True)]
    found = [
        Link(words, reverse(route, args=[sheet.pk]), main=True)
        for act, (words, route) in LOCKING.items()
        if rights.may(act)
    ]
    if rights.may(ScoringAct.SCORE) and not rights.may(ScoringAct.LOCK):
        found.append(Link("Trình lãnh đạo khóa điểm", reverse("desk:score-lock", args=[sheet.pk]), main=True))
    if rights.may(ScoringAct.SCORE) and proposals(sheet):
        found.insert(0, Link("Lấy lại của tháng trước", reverse("desk:score-take-over", args=[sheet.pk])))
    return found


def leaf_act(rights: Rights, read: SheetReading, leaf: LeafReading) -> Link | None:
    """Give what somebody may do on one leaf."""
    code, sheet = leaf.node.code, read.sheet
    domain = read.criteria.domain(code).code
    if leaf.source is LeafSource.DECLARED and rights.may(ScoringAct.SCORE):
        return Link("Chấm tiêu chí này", reverse("desk:score-leaf", args=[sheet.pk, code]))
    if leaf.asked is not None and rights.may(ScoringAct.EXPLAIN):
        return Link("Giải trình", reverse("desk:score-explain", args=[sheet.pk, code]))
    judged = leaf.source is LeafSource.DECLARED and sheet.state != SheetState.LOCKED
    judged = judged and (sheet.state != SheetState.APPRAISAL_2 or leaf.asked is not None)
    if judged and rights.may(ScoringAct.APPRAISE, domain):
        return Link("Thẩm định tiêu chí này", reverse("desk:score-verdict", args=[sheet.pk, code]))
    if _open_to_council(leaf) and rights.may(ScoringAct.COUNCIL):
        return Link("Ghi điểm hội đồng", reverse("desk:score-verdict", args=[sheet.pk, code]))
    if leaf.source is LeafSource.SURVEYED and rights.may(ScoringAct.SURVEY):
        return Link("Ghi kết quả khảo sát", reverse("desk:score-survey", args=[sheet.pk, code]))
    return None


def _open_to_council(leaf: LeafReading) -> bool:
    """Tell whether the council may give a leaf points: what the agency declared, or nobody could count."""
    if leaf.source is LeafSource.COMPUTED:
        return leaf.own.state is LeafState.PENDING
    return leaf.source is LeafSource.DECLARED
