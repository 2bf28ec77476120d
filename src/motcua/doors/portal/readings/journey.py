"""The way through a draft: its pages in order, and which of them are done."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.urls import reverse

from motcua.base.clock import local, today
from motcua.base.clock.sentences import clock_time, short_date
from motcua.base.journal.writing import thing_of
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries import papers_of
from motcua.casework.dossiers.queries.drafts import component_of_document
from motcua.doors.portal.documents import document_url
from motcua.doors.portal.readings.limits import draft_kept
from motcua.doors.portal.readings.overtaken import Overtaken, overtaken
from motcua.doors.portal.readings.representing import Behind, behind
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.forms import queries as forms
from motcua.reference.forms import rules as form_rules
from motcua.reference.forms.rules import Field, Group, Page, Schema
from motcua.reference.people import queries as people
from motcua.reference.people.models import Correction

PAPERS, DELIVERY, CHECK = "giay-to/", "nhan-ket-qua/", "kiem-tra/"
FROM_VNEID = "Điền sẵn từ VNeID"


@dataclass(frozen=True)
class Part:
    """One page of the way; `missing` names what is not answered there yet."""

    code: str
    title: str
    url: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """One paper to upload, with what is there already."""

    requirement: ComponentRequirement
    papers: tuple[Paper, ...]

    @property
    def field(self) -> str:
        """Give the name of its file control."""
        return f"tep-{self.requirement.pk}"


@dataclass(frozen=True)
class Known:
    """One paper that need not be filed, where it comes from, and the paper of the store when it is one."""

    requirement: ComponentRequirement
    origin: str
    paper: Paper | None = None
    reported: bool = False


class Journey:
    """A draft with its pages."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        form_id = dossier.version.form_id
        self.schema: Schema | None = forms.schema_of(form_id) if form_id else None

    @cached_property
    def requirements(self) -> tuple[ComponentRequirement, ...]:
        """The papers of the case."""
        return catalogue.parts_of(self.dossier.version_id).requirements(self.dossier.case_id)

    @cached_property
    def known(self) -> list[Known]:
        """The papers that need not be filed: a database has them, or the owner's store."""
        found = [
            Known(
                one,
                f"Cơ quan tra cứu trong {one.data_source}, không cần bản chụp.",
                reported=one.name in {ticket.subject for ticket in self.reported},
            )
            for one in self.requirements
            if one.data_source and not self._there.get(one.pk)
        ]
        return found + [Known(one, origin_of(self._drawn[one.pk]), self._drawn[one.pk]) for one in self._held]

    @property
    def ended(self) -> list[str]:
        """The names of papers drawn from the store that are not valid any more."""
        return [one.name for one in self.requirements if one.pk in self._drawn and one not in self._held]

    @cached_property
    def document(self) -> Behind | None:
        """The document behind the right by which somebody files for another."""
        return behind(self.dossier, people.actor_of(self.dossier.submitter))

    @cached_property
    def document_url(self) -> str:
        """The address where the document is sent, which leads back here."""
        right = self.dossier.representation
        return document_url(right, draft=self.dossier.pk) if right else ""

    @cached_property
    def overtaken(self) -> Overtaken | None:
        """What changed about the procedure since the draft was begun."""
        return overtaken(self.dossier, today())

    @cached_property
    def reported(self) -> list[Correction]:
        """What was reported as wrong in this draft."""
        return people.disputed_in(thing_of(self.dossier))

    @cached_property
    def wanted(self) -> list[Wanted]:
        """The papers that can be uploaded: those for everybody first."""
        there, held = self._there, {one.pk for one in self._held}
        document = component_of_document(self.dossier)
        asked = [
            one
            for one in self.requirements
            if there.get(one.pk) or (not one.data_source and one != document)
            if one.pk not in held
        ]
        asked.sort(key=lambda one: (bool(one.condition), not one.required, one.order))
        return [Wanted(one, tuple(there.get(one.pk, ()))) for one in asked]

    @property
    def lacking(self) -> list[Wanted]:
        """The required papers that are not there yet."""
        return [one for one in self.wanted if one.requirement.required and not one.papers]

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the e-form that have something to ask."""
        return form_rules.open_pages(self.schema, self.dossier.answers) if self.schema else ()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every page of the way, the check last."""
        parts = [self._form_part(page) for page in self.pages]
        if self.wanted or self.known or self.document:
            lacking = tuple(one.requirement.name for one in self.lacking)
            parts.append(Part(PAPERS, "Giấy tờ", self._url("draft-papers"), lacking))
        phone = () if self.dossier.applicant.get("phone") else ("Số điện thoại",)
        parts.append(Part(DELIVERY, "Nhận kết quả", self._url("draft-delivery"), phone))
        parts.append(Part(CHECK, "Kiểm tra trước khi nộp", self._url("draft-check"), ()))
        return tuple(parts)

    @property
    def unfinished(self) -> list[Part]:
        """The pages where something is missing."""
        return [part for part in self.parts if part.missing]

    @property
    def first_open(self) -> str:
        """The address of the first unfinished page, of the check when all are done."""
        return self.unfinished[0].url if self.unfinished else self.parts[-1].url

    def number(self, code: str) -> int:
        """Give the place of a page on the way, from one on."""
        return next(place for place, part in enumerate(self.parts, start=1) if part.code == code)

    def after(self, code: str) -> str:
        """Give the address of the page after one; the answers may just have opened or closed pages."""
        return self.parts[min(self.number(code), len(self.parts) - 1)].url

    def before(self, code: str) -> str:
        """Give the address of the page before one, of the procedure before the first."""
        place = self.number(code) - 1
        return self.parts[place - 1].url if place else self.procedure_url

    @property
    def procedure_url(self) -> str:
        """The address of the procedure's own page."""
        return reverse("portal:procedure", args=[self.dossier.version.procedure.code])

    @cached_property
    def prefilled(self) -> frozenset[str]:
        """The names of the fields that still hold what national e-identity said."""
        if self.schema is None:
            return frozenset()
        facts = forms.facts_about(self.dossier.submitter)
        known = form_rules.prefilled(self.schema, facts, today=today())
        answers = self.dossier.answers
        return frozenset(name for name, value in known.items() if answers.get(name) == value)

    def prefilled_on(self, page: Page) -> list[Field]:
        """Give a page's fields that were filled in by e-identity."""
        return [field for field in page.flat if field.name in self.prefilled]

    def asked(self, name: str) -> tuple[Page | None, Field | None]:
        """Give a field by its name, with its page."""
        found = ((page, field) for page in self.pages for field in page.flat if field.name == name)
        return next(found, (None, None))

    def told(self, field: Field) -> str:
        """Give the answer of a field as people read it."""
        return form_rules.value_text(field, self.dossier.answers.get(field.name))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The answers by page, each with where it came from."""
        if self.schema is None:
            return ()
        origins = dict.fromkeys(self.prefilled, FROM_VNEID)
        return form_rules.as_rows(self.schema, self.dossier.answers, origins=origins)

    @property
    def saved(self) -> str:
        """When the draft was saved, and how long it is kept."""
        kept = draft_kept(today())
        return f"Bản nháp đã lưu lúc {saved_at(self.dossier.saved_at, today())}." + (
            f" Giữ trong {kept}." if kept else ""
        )

    @cached_property
    def _papers(self) -> list[Paper]:
        return papers_of(self.dossier)

    @cached_property
    def _there(self) -> dict[object, list[Paper]]:
        """What was uploaded, by component."""
        there: dict[object, list[Paper]] = {}
        for paper in self._papers:
            if paper.held_id is None:
                there.setdefault(paper.requirement_id, []).append(paper)
        return there

    @cached_property
    def _drawn(self) -> dict[object, Paper]:
        """What was drawn from the store, by component."""
        return {paper.requirement_id: paper for paper in self._papers if paper.held_id}

    @cached_property
    def _held(self) -> list[ComponentRequirement]:
        """The components that a valid paper of the store serves."""
        if not self._drawn:
            return []
        drawn = {one.held_id for one in self._drawn.values() if one.held_id}
        valid = people.still_valid(drawn, today())
        return [
            one for one in self.requirements if one.pk in self._drawn and self._drawn[one.pk].held_id in valid
        ]

    def _form_part(self, page: Page) -> Part:
        assert self.schema is not None, "a page belongs to a form"
        lacking = form_rules.missing(self.schema, self.dossier.answers)
        labels = tuple(field.full_label for at, field in lacking if at.code == page.code)
        url = self._url("draft-form", page.code)
        return Part(page.code, page.caption or page.title, url, labels)

    def _url(self, name: str, *more: str) -> str:
        return reverse(f"portal:{name}", args=[self.dossier.pk, *more])


def journey_of(dossier: Dossier) -> Journey:
    """Give the way through a draft."""
    return Journey(dossier)


def origin_of(paper: Paper) -> str:
    """Say from where a paper of the store is, from when, until when it is good."""
    parts = [
        f"Số {paper.number}" if paper.number else "",
        f"{paper.issuer} cấp" if paper.issuer else "",
        f"ngày {short_date(paper.issued_on)}" if paper.issued_on else "",
    ]
    said = " ".join(part for part in parts if part)
    until = f" Có giá trị đến {short_date(paper.valid_to)}." if paper.valid_to else ""
    return f"Đã có trong kho giấy tờ.{f' {said}.' if said else ''}{until}"


def saved_at(moment: datetime, on: date) -> str:
    """Give `14:06`, with the date when it was not today."""
    day = local(moment).date()
    return clock_time(moment) if day == on else f"{clock_time(moment)}, {short_date(day)}"
