"""Provinces and communes since 1 July 2025, and what old names became."""

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.text import fold
from motcua.reference.org import places

COMMUNES = [(province, commune) for province in places.provinces() for commune in province.communes]


def test_the_whole_country_is_listed() -> None:
    assert len(places.provinces()) == 34
    assert len(COMMUNES) == 3321
    assert len({commune.code for _, commune in COMMUNES}) == 3321


@given(st.sampled_from(COMMUNES))
def test_every_commune_is_found_by_its_own_name(where: tuple[places.Province, places.Commune]) -> None:
    province, commune = where
    assert places.find_commune(province, commune.name).commune == commune
    assert places.find_commune(province, commune.name.upper()).commune == commune
    plain = places.find_commune(province, fold(commune.name))
    assert plain.commune == commune or commune in plain.several


@given(st.sampled_from(COMMUNES), st.data())
def test_an_old_name_leads_to_what_took_it_in(
    where: tuple[places.Province, places.Commune], data: st.DataObject
) -> None:
    province, commune = where
    if commune.before:
        old = data.draw(st.sampled_from(commune.before))
        found = places.find_commune(province, old)
        assert found.commune or found.several or commune in found.heirs


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("08", "tỉnh Tuyên Quang"),
        ("Tuyên Quang", "tỉnh Tuyên Quang"),
        ("tinh tuyen quang", "tỉnh Tuyên Quang"),
        ("Tỉnh Hà Giang", "tỉnh Tuyên Quang"),
        ("TP. Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ("Bình Dương", "thành phố Hồ Chí Minh"),
    ],
)
def test_a_province_is_found_as_people_write_it(typed: str, name: str) -> None:
    found = places.find_province(typed)
    assert found and found.name == name


def test_no_province_is_made_up() -> None:
    assert places.find_province("Đông Đô") is None
    assert places.find_province("") is None


@pytest.mark.skipif("MOTCUA_SHARED" not in os.environ, reason="the national list is not at hand")
def test_the_list_agrees_with_the_national_one() -> None:
    path = Path(os.environ["MOTCUA_SHARED"]) / "data/admin-units/communes_2025.csv"
    with path.open(encoding="utf-8") as file:
        national = {(row["code"], row["name"].lower(), row["province_code"]) for row in csv.DictReader(file)}
    assert {(one.code, one.name.lower(), province.code) for province, one in COMMUNES} == national
