"""Reading the whole catalogue at once: lists, counts, namesakes, decisions."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.base.clock import ZONE
from motcua.reference.catalogue import commands, queries, sentences
from motcua.reference.catalogue.models import PublicationDecision
from motcua.reference.catalogue.words import Channel, DecisionKind, DecisionStep, Duty, Keeping, Level
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency
from tests.rooms.test_catalogue_life import HOA, NATIONAL, STARTS, decision, opened
from tests.rooms.test_catalogue_versions import AT, DRAFT, LAN, agency, offered, published

pytestmark = pytest.mark.django_db

ON = date(2026, 4, 2)


def test_the_list_tells_what_is_offered_and_what_can_be_filed() -> None:
    offered(published(), agency())
    published(replace(DRAFT, code="1.000002", title="Bình", field="Đất đai"))
    offered(published(replace(NATIONAL, code="1.000003", title="Anh")), agency_again())
    rows = {row.code: (row.offered, row.fileable) for row in queries.listing(ON)}
    assert rows == {"1.000001": (True, True), "1.000002": (False, False), "1.000003": (True, False)}
    assert [row.title for row in queries.listing(ON)] == ["Anh", "Bình", "Thử"]


def agency_again() -> Agency:
    return Agency.objects.get()


def test_counts_agree_with_what_they_leave() -> None:
    published()
    published(replace(DRAFT, code="1.000002", levels=(Level.PROVINCE, Level.COMMUNE), subjects=("Tổ chức",)))
    rows = queries.listing(ON)
    counted = queries.facets(rows)
    assert [(one.name, one.count) for one in counted.levels] == [("commune", 2), ("province", 1)]
    for one in counted.subjects:
        assert one.count == sum(one.name in row.subjects for row in rows)


def test_each_agency_that_decides_is_one_entry_with_all_its_procedures() -> None:
    published(replace(DRAFT, code="1.000002", deciding_agency="Sở Tư pháp, Bộ Xây dựng"))
    published(replace(DRAFT, code="1.000003", deciding_agency="Sở Tư Pháp; Sở Tư pháp"))
    rows = queries.listing(ON)
    counted = {one.name: one.count for one in queries.facets(rows).agencies}
    assert counted == {"Bộ Xây dựng": 1, "Sở Tư pháp": 2}
    for name, count in counted.items():
        assert count == sum(name in row.agencies for row in rows)


def test_the_list_is_kept_until_something_changes(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    version = published()
    queries.listing(ON)
    with django_assert_num_queries(1):
        assert queries.listing(ON)
    commands.classify(
        procedure_id=version.procedure_id,
        levels=[Level.OTHER],
        life_events=["Có con"],
        name_doubtful=True,
        by=LAN,
        at=AT,
    )
    assert [(row.levels, row.life_events, row.name_doubtful) for row in queries.listing(ON)] == [
        (("other",), ("Có con",), True)
    ]


def test_namesakes_are_told_apart_by_what_differs_alone() -> None:
    published()
    published(replace(DRAFT, code="1.000002", levels=(Level.PROVINCE,), subjects=("Doanh nghiệp",)))
    published(replace(DRAFT, code="1.000003", name="Tên khác"))
    found = queries.namesakes(ON)
    assert set(found) == {"1.000001", "1.000002"}
    one = found["1.000002"]
    said = sentences.apart(one.levels, one.subjects, one.agency, one.field, one.code)
    assert said == "Cấp tỉnh, cho Doanh nghiệp"
    assert one.others == ("1.000001",)


def test_a_page_shows_the_statutory_limit_beside_the_local_one() -> None:
    cut = replace(
        DRAFT.channels[0],
        value=3,
        statutory_value=5,
        statutory_unit=DRAFT.channels[0].unit,
        cut_decision_no="9/QĐ",
        cut_decided_on=date(2026, 1, 1),
    )
    [row] = queries.page_of(published(replace(DRAFT, channels=(cut,)))).channels
    assert (row.channel, row.cut_percent, row.cut_decision_no) == (Channel.DIRECT, 40, "9/QĐ")
    assert row.statutory.replace("\xa0", " ") == "5 ngày làm việc"


def test_two_versions_are_compared_in_words() -> None:
    first = published()
    second = published(replace(DRAFT, effective_from=STARTS, fees=()))
    [changed] = queries.compare(first, second)
    assert (changed.name, len(changed.changes)) == ("Phí, lệ phí", 1)
    assert queries.compare(first, first) == ()


def test_the_limits_of_a_decision_are_measured_by_the_law_of_its_day() -> None:
    org.set_regulation(
        code="load_record_province",
        value=5,
        unit="working_day",
        legal_basis="NĐ 63/2010/NĐ-CP",
        certainty="V",
        valid_from=date(2025, 7, 1),
        by=LAN,
        at=AT,
    )
    signed = decision()  # on a Monday, 2 March 2026
    by_duty = {one.duty: one for one in queries.measures_of(signed, date(2026, 3, 10))}
    assert (by_duty[Duty.LOAD].keeping, by_duty[Duty.LOAD].due_on) == (Keeping.LATE, date(2026, 3, 9))
    assert by_duty[Duty.SIGN].keeping is Keeping.NO_RULE
    at = datetime(2026, 3, 9, 17, tzinfo=ZONE)
    taken = commands.take_step(decision_id=signed.pk, step=DecisionStep.LOADED, moment=at, by=HOA, at=at)
    assert isinstance(taken, PublicationDecision)
    [row] = queries.register(date(2026, 3, 10))
    assert {one.duty: one.keeping for one in row.measures}[Duty.LOAD] is Keeping.ON_TIME


def test_an_unsigned_decision_waits_first_in_the_register() -> None:
    decision()
    commands.register_decision(
        kind=DecisionKind.ABOLISH, issuer="UBND tỉnh", summary="Đang soạn", by=HOA, at=AT
    )
    assert [row.decision.number for row in queries.register(ON)] == ["", "12/QĐ-UBND"]
    assert len(queries.waiting(ON)) == 2


def test_a_draft_is_no_part_of_the_list() -> None:
    opened()
    assert [row.code for row in queries.listing(date(2026, 7, 1))] == [DRAFT.code]
    assert len(queries.listing(date(2026, 3, 1))) == 0
