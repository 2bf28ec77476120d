"""Tells the stories of the demo, each with another citizen."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from demo.answers import answers
from demo.dossiers.outcomes import agency_of, done
from demo.dossiers.places import COMMUNES, QUARTER
from demo.dossiers.scans import document, photo
from demo.dossiers.story import Posts, Story
from demo.people import CITIZENS, Citizen
from motcua.base.access import Actor, system
from motcua.base.clock import local
from motcua.base.clock.minutes import add_working_minutes
from motcua.base.files.models import StoredFile
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.words import (
    PaperForm,
    ResultDelivery,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.forms import queries as forms
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency
from motcua.reference.org.words import Role
from motcua.reference.people import commands as people
from motcua.reference.people.models import Person
from motcua.reference.people.queries import actor_of
from motcua.reference.people.words import Identity


@dataclass
class Writer:
    """Tells the stories, each with another citizen."""

    now: datetime
    told: int = 0
    turns: Counter[str] = field(default_factory=Counter)
    welcomed: dict[str, Person] = field(default_factory=dict)
    posts: Posts = field(default_factory=Posts)
    scans: dict[UUID, StoredFile] = field(default_factory=dict)

    def online(
        self, procedure: str, agency: str, *, ago: int, delivery: str = "one_stop", citizen: str = ""
    ) -> Story:
        """Let a citizen file online, some working minutes ago."""
        story = self.draft(procedure, agency, ago=ago, citizen=citizen)
        return self._submitted(story, delivery)

    def filed(self, procedure: str, agency: str, citizen: Citizen, *, at: datetime, pace: timedelta) -> Story:
        """Let a citizen file online at a moment."""
        self.told += 1
        person = self._known(citizen)
        if person.pk not in self.scans:
            self.scans[person.pk] = document(actor_of(person), at)
        story = self._drafted(procedure, agency_of(agency), person, at, pace=pace, scan=self.scans[person.pk])
        return self._submitted(story, "one_stop")

    def draft(self, procedure: str, agency: str, *, ago: int, citizen: str = "") -> Story:
        """Let a citizen fill in a form and attach papers."""
        person = self._citizen(citizen, agency)
        there = agency_of(agency)
        at = add_working_minutes(self.now, -ago, org.calendar_for(there.pk))
        return self._drafted(procedure, there, person, at)

    def for_another(self, procedure: str, agency: str, person: Person, right: UUID, *, ago: int) -> Story:
        """Let somebody file online for whom they represent."""
        there = agency_of(agency)
        at = add_working_minutes(self.now, -ago, org.calendar_for(there.pk))
        return self._submitted(self._drafted(procedure, there, person, at, represents=right), "one_stop")

    def person(self, name: str) -> Person:
        """Give a citizen of the demo by name."""
        return self._known(next(one for one in CITIZENS if one.name == name))

    def _drafted(
        self,
        procedure: str,
        there: Agency,
        person: Person,
        at: datetime,
        *,
        pace: timedelta = QUARTER,
        scan: StoredFile | None = None,
        represents: UUID | None = None,
    ) -> Story:
        owner = actor_of(person)
        made = commands.create_draft(
            procedure=procedure,
            agency_id=there.pk,
            case_id=_first_case(procedure, at),
            representation_id=represents,
            by=owner,
            at=at,
        )
        story = Story(done(made), at, self.now, self.posts, pace)
        self._answer(story, owner)
        self._attach(story, owner, scan)
        return story

    def _submitted(self, story: Story, delivery: str) -> Story:
        owner = actor_of(story.dossier.submitter)
        story.do(
            commands.choose_delivery,
            owner,
            delivery=ResultDelivery(delivery),
            phone=story.dossier.submitter.phone,
            email="",
        )
        return story.do(commands.submit_online, owner)

    def at_counter(self, procedure: str, agency: str, *, ago: int, name: str, personal_id: str) -> Story:
        """Let somebody hand in papers at the counter."""
        at = add_working_minutes(self.now, -ago, org.calendar_for(agency_of(agency).pk))
        identity = Identity(
            full_name=name,
            personal_id=personal_id,
            phone="0912000399",
            province="tỉnh Tuyên Quang",
            commune="phường Minh Xuân",
            address_detail="Tổ dân phố 7",
        )
        return self._brought(procedure, agency_of(agency), identity, at)

    def brought(
        self, procedure: str, agency: str, citizen: Citizen, *, at: datetime, pace: timedelta
    ) -> Story:
        """Let a citizen hand in papers at a moment."""
        return self._brought(procedure, agency_of(agency), _identity(citizen), at, pace=pace)

    def _brought(
        self, procedure: str, there: Agency, identity: Identity, at: datetime, *, pace: timedelta = QUARTER
    ) -> Story:
        counter = org.counter_of(there.pk, at.date())
        version = catalogue.effective_version(procedure, at.date())
        assert counter is not None and version is not None, "the demo offers it"
        case = _first_case(procedure, at)
        wanted = catalogue.parts_of(version.pk).requirements(case)
        made = commands.receive_direct(
            procedure=procedure,
            agency_id=there.pk,
            case_id=case,
            identity=identity,
            papers=[commands.PaperHandedIn(one.pk, PaperForm.ORIGINAL) for one in wanted if one.required],
            by=self.posts.actor(counter.pk, Role.RECEPTION_OFFICER, at),
            at=at,
        )
        return Story(done(made), at, self.now, self.posts, pace)

    def _citizen(self, name: str, agency: str) -> Person:
        """Give the citizen of a name, or the next of those who live where the agency is."""
        those = [one for one in CITIZENS if COMMUNES.get(agency, one.commune) == one.commune]
        if name:
            citizen = next(one for one in CITIZENS if one.name == name)
        else:
            citizen = those[self.turns[agency] % len(those)]
            self.turns[agency] += 1
            self.told += 1
        return self._known(citizen)

    def _known(self, citizen: Citizen) -> Person:
        """Give the person of a citizen, welcomed once."""
        known = self.welcomed.get(citizen.subject)
        if known is None:
            account = people.welcome_first(
                login=f"vneid:{citizen.subject}", identity=_identity(citizen), by=system("demo"), at=self.now
            )
            known = self.welcomed[citizen.subject] = Person.objects.get(account_id=account.pk)
        return known

    def _answer(self, story: Story, owner: Actor) -> None:
        form_id = story.dossier.version.form_id
        if form_id is None:
            return
        schema = forms.schema_of(form_id)
        for page in schema.pages:
            # Fields that follow from an answer show only once it is given: so twice.
            for _ in range(2):
                story.dossier.refresh_from_db()
                found = answers(schema, page.code, story.dossier, self.told)
                if found:
                    story.do(commands.save_answers, owner, page=page.code, answers=found)

    def _attach(self, story: Story, owner: Actor, scan: StoredFile | None) -> None:
        """Attach what is wanted: the one scan given, or a new file for each."""
        wanted = catalogue.parts_of(story.dossier.version_id).requirements(story.dossier.case_id)
        for number, paper in enumerate(one for one in wanted if one.required):
            file = scan or (photo(owner, story.at) if number % 2 else document(owner, story.at))
            story.do(commands.attach, owner, requirement_id=paper.pk, file=file)


def _first_case(procedure: str, at: datetime) -> UUID | None:
    version = catalogue.effective_version(procedure, local(at).date())
    assert version is not None, f"{procedure} is in force"
    case = version.cases.order_by("order").first()
    return case.pk if case else None


def _identity(citizen: Citizen) -> Identity:
    return Identity(
        full_name=citizen.name,
        personal_id=citizen.personal_id,
        birth_date=citizen.birthdate,
        gender=citizen.gender,
        phone=citizen.phone,
        province=citizen.province,
        commune=citizen.commune,
        address_detail=citizen.detail,
    )
