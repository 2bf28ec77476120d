"""Who is told what: the rules by event, and one rule with its preview and history."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.access.audience import staff_with
from motcua.base.clock import now
from motcua.base.clock.sentences import full_moment
from motcua.base.database.ids import uuid7
from motcua.base.notices import commands, queries, senders
from motcua.base.notices import rules as notice_rules
from motcua.base.notices.models import NoticeRule
from motcua.base.notices.words import SHORT_MEDIA, Medium, Occasion, Wording
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.text import clean, clean_lines
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.notices.commands import missing_seeds, seed_rules
from motcua.casework.dossiers.notices.occasions import OCCASIONS
from motcua.casework.dossiers.notices.sentences import ADDRESSEES, MEDIA, after_told, media_told
from motcua.casework.dossiers.notices.words import ALARMS, Addressee, NoticeEvent
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role

ADMINISTRATORS = staff_with(Role.ADMINISTRATOR)
NO_WAY = "Chọn ít nhất một kênh. Muốn ngừng báo thì bỏ chọn “Đang dùng”."
SAVED, SEEDED = "Đã lưu. Từ bây giờ thông báo theo lời này.", "Đã nạp {} mẫu có sẵn."


class RuleForm(Form):
    """One rule: media, words, when, on what basis."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)
    on = forms.BooleanField(label="Đang dùng", required=False)
    ways = forms.MultipleChoiceField(
        label="Gửi qua",
        error_messages={"required": NO_WAY},
        widget=forms.CheckboxSelectMultiple,
        choices=[(medium.value, words) for medium, words in MEDIA.items()],
    )
    after_days = forms.IntegerField(
        label="Báo sau bao nhiêu ngày làm việc",
        min_value=0,
        max_value=60,
        help_text="Tính từ khi có cảnh báo. 0 là báo ngay.",
    )
    subject = forms.CharField(label="Tiêu đề", max_length=200)
    body = forms.CharField(label="Nội dung", max_length=4000, widget=forms.Textarea({"rows": "9"}))
    short = forms.CharField(
        label="Lời ngắn cho SMS, Zalo",
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": "2"}),
    )
    legal_basis = forms.CharField(label="Căn cứ", max_length=300)

    def __init__(self, event: NoticeEvent, *args: Any, **kwargs: Any) -> None:
        """Leave out what only alarms have."""
        super().__init__(*args, **kwargs)
        if event not in ALARMS:
            del self.fields["after_days"]

    def wording(self) -> Wording:
        """Give what it says."""
        said = self.cleaned_data
        return Wording(clean(said["subject"]), clean_lines(said["body"]), clean_lines(said["short"]))

    def media_chosen(self) -> list[Medium]:
        """Give the media that are ticked."""
        return [Medium(one) for one in self.cleaned_data["ways"]]


@dataclass(frozen=True)
class Line:
    """One rule in the list."""

    addressee: str
    href: str
    media: str
    after: str
    on: bool
    since: str


@dataclass(frozen=True)
class Group:
    """One event with its rules."""

    occasion: Occasion
    lines: list[Line]


@dataclass(frozen=True)
class Told:
    """What a wording says of the sample, for one kind of medium."""

    name: str
    subject: str
    parts: list[str]
    length: int = 0


@page(audience=ADMINISTRATORS, writes=True)
def listing(request: Request) -> HttpResponse:
    """List every event with who is told; a POST sets the starting rules that are missing.

    With `viec` and `cho` it leads to the rule of an event and an addressee, whether or not there is one.
    """
    if "viec" in request.GET:
        event, who = _named(request.GET["viec"], request.GET.get("cho", ""))
        return redirect("desk:notice-rule", event, who)
    if request.method == "POST":
        count = seed_rules(by=request.actor, at=now())
        messages.success(request, SEEDED.format(count))
        return redirect("desk:notice-rules")
    shown = {
        "groups": groups(),
        "addressees": ADDRESSEES.items(),
        "missing": len(missing_seeds(now())),
        "closed": [words for medium, words in MEDIA.items() if not senders.is_ready(medium)],
    }
    return render(request, "dossier_notices/rules.html", shown)


@page(audience=ADMINISTRATORS, writes=True)
def rule(request: Request, event: str, addressee: str) -> HttpResponse:
    """Show one rule, try its words on a sample, and take its change."""
    which, who = _named(event, addressee)
    present = queries.rule_at(which, who, now())
    form = RuleForm(which, request.POST or None, initial=_initial(present))
    trying = "try" in request.POST
    if form.is_valid() and (_tried(form, which) if trying else _saved(request, form, which, who)):
        return redirect("desk:notice-rules")
    shown = {
        "form": form,
        "occasion": OCCASIONS[which],
        "who": ADDRESSEES[who],
        "fields": OCCASIONS[which].fields.items(),
        "needed": OCCASIONS[which].needed,
        "told": list(_preview(form, present, OCCASIONS[which])),
        "history": _history(queries.history_of(which, who)),
    }
    wrong = request.method == "POST" and (form.errors or not trying)
    return render(request, "dossier_notices/rule.html", shown, status=422 if wrong else 200)


def groups() -> list[Group]:
    """Give every event in the order of the life, with its rules in force."""
    standing: dict[str, list[NoticeRule]] = {}
    for one in queries.rules_at(now()):
        standing.setdefault(one.event, []).append(one)
    order = list(Addressee)
    found = []
    for event, occasion in OCCASIONS.items():
        lines = sorted(standing.get(event, []), key=lambda one: order.index(Addressee(one.addressee)))
        found.append(Group(occasion, [_line(one, event) for one in lines]))
    return found


def _line(one: NoticeRule, event: NoticeEvent) -> Line:
    return Line(
        ADDRESSEES[Addressee(one.addressee)],
        _href(event, one.addressee),
        media_told(one.media),
        after_told(one.after_days) if event in ALARMS else "",
        one.on,
        full_moment(one.valid_from),
    )


def _href(event: str, addressee: str) -> str:
    return reverse("desk:notice-rule", args=[str(event), str(addressee)])


def _named(event: str, addressee: str) -> tuple[NoticeEvent, Addressee]:
    try:
        return NoticeEvent(event), Addressee(addressee)
    except ValueError:
        raise Http404 from None


def _initial(present: NoticeRule | None) -> dict[str, Any]:
    if present is None:
        return {"key": uuid7().hex, "on": True, "ways": [Medium.IN_APP.value], "after_days": 0}
    names = ("on", "after_days", "subject", "body", "short", "legal_basis")
    return {"key": uuid7().hex, "seen": present.pk, "ways": present.media} | {
        name: getattr(present, name) for name in names
    }


def _saved(request: Request, form: RuleForm, event: NoticeEvent, who: Addressee) -> bool:
    said = form.cleaned_data
    done = commands.set_rule(
        occasion=OCCASIONS[event],
        addressee=who.value,
        media=form.media_chosen(),
        wording=form.wording(),
        legal_basis=clean(said["legal_basis"]),
        after_days=said.get("after_days", 0),
        on=said["on"],
        seen=said["seen"],
        by=request.actor,
        at=now(),
        key=said["key"],
    )
    if isinstance(done, Refusal):
        form.add_error(None, refusal_sentence(done))
        return False
    messages.success(request, SAVED)
    return True


def _tried(form: RuleForm, event: NoticeEvent) -> bool:
    """Say what is wrong with words that are tried; nothing is saved."""
    wrong = notice_rules.check_wording(form.wording(), OCCASIONS[event], form.media_chosen())
    if wrong is not None:
        form.add_error(None, refusal_sentence(wrong))
    return False


def _preview(form: RuleForm, present: NoticeRule | None, occasion: Occasion) -> Iterable[Told]:
    """Give how the words read on the sample: those typed, else those in force."""
    if form.is_bound and not form.errors:
        wording, media = form.wording(), form.media_chosen()
    elif not form.is_bound and present is not None:
        wording, media = present.wording, [Medium(one) for one in present.media]
    else:
        return
    for medium in media:
        subject, body = notice_rules.words_for(medium, wording, occasion.sample)
        short = medium in SHORT_MEDIA
        yield Told(MEDIA[medium], "" if short else subject, body.split("\n\n"), len(body) if short else 0)


def _history(rules: list[NoticeRule]) -> list[tuple[NoticeRule, str, str, str]]:
    ids = {UUID(one.made_by.partition(":")[2]) for one in rules if one.made_by.startswith("staff:")}
    names = {f"staff:{key}": name for key, name in org.names_of_staff(ids).items()}
    return [
        (one, full_moment(one.valid_from), names.get(one.made_by, "Một Cửa"), media_told(one.media))
        for one in rules
    ]
