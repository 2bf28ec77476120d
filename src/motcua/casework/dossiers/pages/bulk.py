"""Acts on many dossiers at once, each confirmed on a page of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import Http404, QueryDict

from motcua.base.access import Actor
from motcua.base.clock import local, now
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.web.refused import AccessRefused
from motcua.casework.dossiers import commands, queries, rules
from motcua.casework.dossiers.commands.bulk import Act, Outcome
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import Line, Words
from motcua.casework.dossiers.pages.told import moment
from motcua.casework.dossiers.words import Move, Why
from motcua.reference.org.models import Staff
from motcua.reference.org.words import Role

MOST = 100


@dataclass(frozen=True)
class Chosen:
    """One chosen dossier, the revision that its official has seen, and why the act cannot be done to it."""

    dossier: Dossier
    seen: int
    refusal: Refusal | None

    @property
    def mark(self) -> str:
        """Give what stands for it in the form: its id, and the revision that was shown."""
        return f"{self.dossier.pk}_{self.seen}"

    @property
    def why_not(self) -> str:
        """Say why the act cannot be done to it."""
        return refusal_sentence(self.refusal) if self.refusal else ""


class BulkForm(Form):
    """What an act on many dossiers asks once for all of them."""

    slug: ClassVar[str]
    label: ClassVar[str]
    title: ClassVar[str]
    past: ClassVar[str]
    column: ClassVar[str] = "Người giữ"
    moves: ClassVar[tuple[Move, ...]]
    roles: ClassVar[tuple[Role, ...]]

    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, chosen: list[Chosen], actor: Actor, *, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"key": str(uuid7())})
        self.chosen, self.actor = chosen, actor
        self.able = [one for one in chosen if one.refusal is None]
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices from the dossiers that the act can be done to."""

    def tell(self, one: Chosen) -> str:
        """Say of one dossier, under `column`, what matters for the act."""
        return one.dossier.holder.full_name if one.dossier.holder else "Chưa có người giữ"

    @property
    def told(self) -> list[tuple[Chosen, str]]:
        """Give each dossier that the act can be done to, with what is said of it."""
        return [(one, self.tell(one)) for one in self.able]

    def do(self) -> list[Outcome]:
        """Do the act to each."""
        raise NotImplementedError

    def run(self, act: Act, said: Mapping[UUID, Mapping[str, Any]]) -> list[Outcome]:
        """Do one command to each chosen dossier."""
        seen = {one.dossier.pk: one.seen for one in self.chosen}
        return commands.one_by_one(act, seen, said, batch=self.cleaned_data["key"], by=self.actor, at=now())

    def everyone(self, **said: Any) -> dict[UUID, dict[str, Any]]:
        """Say the same about every dossier."""
        return {one.dossier.pk: dict(said) for one in self.chosen}


class ForwardMany(BulkForm):
    """Send on to the next step."""

    slug, label, title, past = "chuyen", "Chuyển bước", "Chuyển bước nhiều hồ sơ", "Đã chuyển"
    moves = (Move.FORWARD, Move.ADVANCE_STEP)
    roles = (Role.RECEPTION_OFFICER, Role.CASE_OFFICER, Role.UNIT_HEAD)
    column = "Bước sau"

    to = forms.ChoiceField(label="Người nhận", required=False)
    note = Words(label="Lời nhắn cho bước sau", rows=3, required=False)

    def prepare(self) -> None:
        """Offer whoever could take every one of them."""
        at = now()
        self.ways = {one.dossier.pk: queries.onward(one.dossier, at) for one in self.able}
        people = _in_all([[one for there in onward for one in there.people] for onward in self.ways.values()])
        _offer(self.fields, people, "Ai trong đơn vị cũng nhận được")

    def tell(self, one: Chosen) -> str:
        """Name the step to which it goes, or those between which it parts."""
        return " hoặc ".join(there.step.name for there in self.ways[one.dossier.pk])

    def do(self) -> list[Outcome]:
        """Send each on, by the way that is its own."""
        to = self.cleaned_data.get("to")
        said = self.everyone(to=UUID(to) if to else None, note=self.cleaned_data["note"])
        return self.run(self._send_on, said)

    def _send_on(self, *, dossier_id: UUID, by: Actor, **common: Any) -> Dossier | Refusal:
        counters = {
            one.dossier.pk: (one.dossier.receiving_unit_id, one.dossier.home_counter_id)
            for one in self.chosen
        }
        act = commands.forward if by.unit in counters[dossier_id] else commands.advance_step
        return act(dossier_id=dossier_id, by=by, **common)


class HandOverMany(BulkForm):
    """Hand results over, each to its owner or all to one person who fetches them."""

    slug, label, title, past = "tra-ket-qua", "Trả kết quả", "Trả nhiều kết quả", "Đã trả"
    moves = (Move.HAND_OVER_RESULT,)
    roles = (Role.RECEPTION_OFFICER,)
    column = "Có kết quả lúc"
    follow: ClassVar[dict[str, dict[str, tuple[str, ...]]]] = {
        "relation": {"other": ("recipient", "authority")}
    }

    relation = forms.ChoiceField(
        label="Người nhận là",
        choices=[("owner", "Chủ từng hồ sơ"), ("other", "Một người nhận thay tất cả")],
        initial="owner",
        widget=forms.RadioSelect,
    )
    recipient = Line(label="Họ tên người nhận")
    authority = Line(label="Giấy ủy quyền", help_text="Số, ngày và nơi chứng thực.")
    identity = Line(
        label="Giấy tờ đã xem để nhận ra người nhận",
        initial="Căn cước",
        help_text="Tên giấy tờ thôi, ví dụ Căn cước. Không ghi số.",
    )

    def tell(self, one: Chosen) -> str:
        """Say since when its result waits."""
        return moment(one.dossier.resolved_at, now())

    def do(self) -> list[Outcome]:
        """Hand each over."""
        said = self.cleaned_data
        own = said["relation"] == "owner"
        relation = "Chủ hồ sơ" if own else f"Được ủy quyền: {said['authority']}"
        about = {
            one.dossier.pk: {
                "recipient": one.dossier.applicant.get("name", "") if own else said["recipient"],
                "relation": relation,
                "identity_checked": said["identity"],
            }
            for one in self.chosen
        }
        return self.run(commands.hand_over_result, about)


class ReassignMany(BulkForm):
    """Give dossiers of the unit to another person."""

    slug, label, title, past = "giao-lai", "Giao lại", "Giao lại nhiều hồ sơ", "Đã giao"
    moves = (Move.ASSIGN,)
    roles = (Role.UNIT_HEAD,)

    to = forms.ChoiceField(label="Người xử lý")

    def prepare(self) -> None:
        """Offer whoever could hold every one of them."""
        on = local(now()).date()
        _offer(
            self.fields,
            _in_all([queries.colleagues_at(one.dossier, on) for one in self.able]),
            "Chọn một người",
        )

    def do(self) -> list[Outcome]:
        """Give each."""
        return self.run(commands.reassign, self.everyone(to=UUID(self.cleaned_data["to"])))


ACTS: tuple[type[BulkForm], ...] = (ForwardMany, HandOverMany, ReassignMany)


def acts_for(actor: Actor) -> list[type[BulkForm]]:
    """Give the acts on many dossiers that somebody's roles allow."""
    return [one for one in ACTS if actor.has(*one.roles)]


def act_for(actor: Actor, slug: str) -> type[BulkForm]:
    """Give an act on many dossiers by its address. Raises Http404, or AccessRefused without a role for it."""
    act = next((one for one in ACTS if one.slug == slug), None)
    if act is None:
        raise Http404
    if not actor.has(*act.roles):
        raise AccessRefused("Vị trí của bạn không làm việc này.")
    return act


def chosen_of(marks: Iterable[str], act: type[BulkForm], actor: Actor) -> list[Chosen]:
    """Give the chosen dossiers, each with what hinders the act; those of nobody's list are left out."""
    wanted = dict(_read(mark) for mark in list(marks)[:MOST])
    wanted.pop(None, None)
    found = []
    for dossier in queries.rows_of(actor, [pk for pk in wanted if pk], at=now()):
        facts = queries.with_participants(dossier)
        reasons = [rules.decide(facts, move, actor) for move in act.moves]
        refusals = [one for one in reasons if isinstance(one, Refusal)]
        refusal = _telling(refusals) if len(refusals) == len(reasons) else None
        found.append(Chosen(dossier, wanted[dossier.pk] or dossier.revision, refusal))
    return found


def _telling(refusals: list[Refusal]) -> Refusal:
    """Give the refusal that says most: that of a move which is this person's own."""
    return min(refusals, key=lambda one: one.why in (Why.NOT_OPEN, Why.NOT_YOURS))


def _read(mark: str) -> tuple[UUID | None, int | None]:
    pk, _, seen = mark.partition("_")
    try:
        return UUID(pk), int(seen) if seen else None
    except ValueError:
        return None, None


def _in_all(groups: list[list[Staff]]) -> list[Staff]:
    """Give the people who stand in every group, in the order of the first."""
    if not groups:
        return []
    common = set.intersection(*({one.pk for one in group} for group in groups))
    return [one for one in groups[0] if one.pk in common]


def _offer(fields: dict[str, forms.Field], people: list[Staff], nobody: str) -> None:
    field = fields["to"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", nobody), *((str(one.pk), one.full_name) for one in people)]
