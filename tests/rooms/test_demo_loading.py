"""The demo province is built once, whole, and nobody real lives in it."""

import json
import stat
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from demo import belongings, people, procedures, province, register
from demo.load import Loaded, load
from demo.procedures.shared import COMMUNES
from django.conf import LazySettings
from django.contrib.auth import authenticate
from django.db.models import Count
from django.test import override_settings
from django.urls import include, path
from pytest_django.plugin import DjangoDbBlocker

from motcua.base.clock import ZONE
from motcua.base.journal.models import Delivery, Entry
from motcua.base.journal.roots import check
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries import shares
from motcua.exchange.identity.simulator.people import Book, read
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import Procedure, ProcedureVersion
from motcua.reference.catalogue.words import VersionState
from motcua.reference.forms.rules import parse
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff, Unit
from motcua.reference.org.sentences import REGULATION_UNITS, REGULATIONS
from motcua.reference.people.models import Correction, HeldPaper, Organisation, Person
from motcua.reference.people.words import PaperState
from tests.support.database import Database, Databases

AT = datetime(2026, 11, 25, 14, 20, tzinfo=ZONE)
ON = AT.date()
FINISHED = 40
urlpatterns = [path("", include("allauth.urls"))]


@pytest.fixture(scope="module")
def standing(
    databases: Databases,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Loaded]:
    """Build the province once for all tests here, in a clone of its own."""
    folder = tmp_path_factory.mktemp("var")
    with (
        django_db_blocker.unblock(),
        databases.fresh(),
        override_settings(VAR_DIR=folder, ROOT_URLCONF=__name__),
    ):
        yield load(at=AT, finished=FINISHED)


@pytest.fixture
def loaded(standing: Loaded, db: None) -> Loaded:
    """Give the province to a test whose changes are rolled back."""
    return standing


def test_a_second_run_changes_nothing_says_so_and_gives_the_same_passwords(loaded: Loaded) -> None:
    rows = Entry.objects.count()
    again = load(at=AT)
    assert (loaded.built, again.built) == (True, False)
    assert again.sentence != loaded.sentence
    assert again.entrances == loaded.entrances
    assert Entry.objects.count() == rows


def test_every_row_of_the_demo_is_marked(loaded: Loaded) -> None:
    assert list(Entry.objects.values_list("mark", flat=True).annotate(Count("id")).order_by("mark")) == [
        "demo"
    ]


def test_a_failure_half_way_leaves_nothing(
    committed: Database, settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VAR_DIR, settings.ROOT_URLCONF = tmp_path, __name__
    broken = (*procedures.PLANS[:2], procedures.Plan(procedures.PLANS[2].draft, {}, ()))
    monkeypatch.setattr(procedures, "PLANS", broken)
    with pytest.raises(ValueError, match="Mẫu"):
        load(at=AT)
    assert not Staff.objects.exists()
    assert not Entry.objects.exists()


def test_the_simulator_reads_the_people_file_which_is_private(loaded: Loaded) -> None:
    assert stat.S_IMODE(loaded.people_file.stat().st_mode) == 0o600
    book = read(loaded.people_file)
    assert isinstance(book, Book), book
    assert len(book.people) == len(people.CITIZENS)
    assert len(book.officials) == len(people.OFFICIALS)


def test_officials_come_in_with_the_password_and_the_second_factor_they_were_told(loaded: Loaded) -> None:
    told = {one.login: one.password for one in loaded.entrances if one.password}
    secrets = {
        one["login"]: one["totp_secret"] for one in json.loads(loaded.people_file.read_text())["officials"]
    }
    assert len(set(told.values())) == len(told) == len(people.OFFICIALS)
    account = authenticate(username="hoa.minhxuan", password=told["hoa.minhxuan"])
    assert account is not None
    kept = Authenticator.objects.get(user=account, type=Authenticator.Type.TOTP)
    assert decrypt(kept.data["secret"]) == secrets["hoa.minhxuan"]
    assert Authenticator.objects.count() == len(people.OFFICIALS)


def test_where_the_keys_were_lost_officials_get_new_ones(
    loaded: Loaded, settings: LazySettings, tmp_path: Path
) -> None:
    settings.VAR_DIR = tmp_path
    again = load(at=AT)
    told = {one.login: one.password for one in again.entrances}
    assert told["hoa.minhxuan"] not in {one.password for one in loaded.entrances}
    assert authenticate(username="hoa.minhxuan", password=told["hoa.minhxuan"])


@pytest.mark.parametrize("plan", procedures.PLANS, ids=lambda plan: plan.draft.code)
def test_every_step_of_every_offered_procedure_has_somebody(loaded: Loaded, plan: procedures.Plan) -> None:
    version = catalogue.effective_version(plan.draft.code, ON)
    if plan.draft.code == register.OLD_EXCHANGE:
        assert version is None, "abolished"
        return
    assert version and version.form_id
    agencies = catalogue.offering_agencies(version.procedure, ON)
    assert {agency.code for agency in agencies} == set(plan.agencies)
    for agency in agencies:
        counter = org.counter_of(agency.pk, ON)
        assert counter and org.colleagues(counter.pk, role="reception_officer", on=ON)
        assert org.colleagues(counter.pk, role="one_stop_head", on=ON)
        for step in plan.draft.route[1:]:
            assert org.unit_for(agency.pk, kind=step.unit_kind, role=step.role, on=ON), (agency, step.name)


@pytest.mark.parametrize("query", ["dang ky khai sinh", "làm giấy khai sinh", "giay khai sinh"])
def test_a_citizen_finds_birth_registration_first(loaded: Loaded, query: str) -> None:
    assert catalogue.search(query, limit=5, on=ON)[0].code == "1.001193"


def test_everyday_words_find_their_procedure_among_the_first(loaded: Loaded) -> None:
    for plan in procedures.PLANS:
        for words in plan.draft.other_words:
            found = [one.code for one in catalogue.search(words, limit=3, on=ON)]
            assert plan.draft.code in found, (words, found)


def test_there_are_sixty_procedures_of_many_fields(loaded: Loaded) -> None:
    assert len({plan.draft.code for plan in procedures.PLANS}) == 60
    assert len({plan.draft.field for plan in procedures.PLANS}) >= 20
    assert sum(any(terms.cut_decision_no for terms in plan.draft.channels) for plan in procedures.PLANS) >= 12


def test_an_abolished_procedure_names_its_successor(loaded: Loaded) -> None:
    old = Procedure.objects.get(code=register.OLD_EXCHANGE)
    assert old.replaced_by is not None
    assert old.replaced_by.code == register.NEW_EXCHANGE
    assert catalogue.effective_version(register.NEW_EXCHANGE, ON) is not None


def test_a_version_of_the_new_civil_status_law_is_signed_but_not_in_force(loaded: Loaded) -> None:
    to_come = ProcedureVersion.objects.get(procedure__code=register.BIRTH, state=VersionState.SIGNED)
    assert to_come.effective_from == register.NEW_CIVIL_STATUS
    now_in_force = catalogue.effective_version(register.BIRTH, ON)
    assert now_in_force is not None
    assert now_in_force.pk != to_come.pk


def test_what_the_police_do_is_told_but_not_filed_here(loaded: Loaded) -> None:
    version = catalogue.effective_version("1.004222", ON)
    assert version is not None
    assert "Công an" in version.receiving_address
    assert not catalogue.offering_agencies(version.procedure, ON)


@pytest.mark.parametrize("plan", procedures.PLANS, ids=lambda plan: plan.draft.code)
def test_every_form_is_sound_and_knows_who_files(plan: procedures.Plan) -> None:
    schema = parse(plan.form)
    assert {field.prefill for _, field in schema.asked()} >= {"person.full_name", "person.personal_id"}


def test_the_past_is_over_and_most_of_it_was_in_time(loaded: Loaded) -> None:
    tallies = shares.counted(date(2026, 8, 1), ON.replace(day=1))
    early, on_time, late = (
        sum(getattr(one, name) for one in tallies) for name in ("early", "on_time", "late")
    )
    assert early + on_time + late > FINISHED / 2
    assert early > 0 and on_time > 0 and (early + on_time) > 5 * late
    assert len({one.code for one in tallies}) >= 5


def test_the_past_prints_nothing_by_itself(loaded: Loaded) -> None:
    waiting = Delivery.objects.filter(delivered_at=None).values("entry_id")
    about = set(
        Entry.objects.filter(id__in=waiting, verb__startswith="dossier.").values_list("about", flat=True)
    )
    assert 0 < len(about) <= Dossier.objects.count() - FINISHED


def test_chains_of_the_demo_hold(loaded: Loaded) -> None:
    assert not check().faults


def test_a_company_and_a_mother_have_somebody_who_files_for_them(loaded: Loaded) -> None:
    company = Organisation.objects.get(identifier=belongings.TEA.tax_code)
    assert Dossier.objects.filter(owner_id=company.pk).count() == 2
    mother = Person.objects.get(identifier=belongings.MOTHER.personal_id)
    story = Dossier.objects.get(owner_id=mother.pk)
    assert story.submitter.full_name == belongings.SON
    assert story.representation is not None and story.representation.confirmed_at is not None


def test_papers_of_the_store_stand_in_every_way(loaded: Loaded) -> None:
    papers = HeldPaper.objects.filter(owner__full_name=belongings.OWNER)
    assert {paper.standing(ON) for paper in papers} == set(PaperState)


def test_somebody_reports_that_known_data_is_wrong(loaded: Loaded) -> None:
    assert Correction.objects.get(owner__full_name=belongings.DISPUTES).fact == "person.address"


def test_limits_of_law_carry_their_basis_and_certainty(loaded: Loaded) -> None:
    limit = org.regulation("supplement_after_reception", ON)
    assert limit and (limit.value, limit.unit, limit.certainty) == (3, "working_day", "V-old")
    answer = org.regulation("online_reception_answer", ON)
    assert answer and (answer.value, answer.unit) == (8, "working_hour")


def test_the_people_are_plainly_invented() -> None:
    assert all(one.personal_id.startswith("0080000000") for one in people.CITIZENS)
    assert all(one.phone.startswith("0912000") for one in people.CITIZENS)
    assert len({one.subject for one in people.CITIZENS}) == len(people.CITIZENS)


def test_counters_carry_the_codes_of_dossiers(loaded: Loaded) -> None:
    assert set(Unit.objects.filter(kind="counter").values_list("code", flat=True)) == {
        "H60.01",
        *COMMUNES,
    }


def test_the_demo_does_not_begin_before_its_catalogue() -> None:
    with pytest.raises(ValueError, match="begins"):
        load(at=datetime(2026, 1, 1, tzinfo=ZONE))


def test_every_limit_is_set_once_and_said_in_words() -> None:
    codes = [one.code for one in province.LIMITS]
    assert len(codes) == len(set(codes))
    assert not {*codes} - REGULATIONS.keys()
    assert not {one.unit for one in province.LIMITS} - REGULATION_UNITS.keys()
