"""The office for reform brings criteria sets in, reads them, and takes them out again."""

import copy
import json
import re
from datetime import date
from decimal import Decimal

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from motcua.base.access.models import Account
from motcua.base.database.ids import uuid7
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reform.scoring.models import CriteriaSet
from motcua.reform.scoring.pages.sets_shown import EXAMPLES
from motcua.reform.scoring.queries import criteria_of
from motcua.reform.scoring.reading import read_set
from motcua.reform.scoring.rules.kinds import rule_of
from motcua.reform.scoring.words import NOT_OFFICIAL, RuleKind
from tests.rules.test_scoring_checking import GOOD
from tests.support.kept import kept
from tests.support.world import BEGAN, MAKER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unbuilt_assets")]

SETS, IMPORT = "/can-bo/bo-tieu-chi/", "/can-bo/bo-tieu-chi/nap/"
CSV = 'Mã,Tên tiêu chí,Điểm tối đa,Quy tắc chấm\n1,Một,100,"{""type"": ""manual""}"\n'


@kept
def accounts() -> dict[str, Account]:
    """Give the account of an officer for reform and of a scorer, by login."""
    agency = org.found_agency(
        name="Sở Nội vụ",
        short_name="Sở Nội vụ",
        kind=AgencyKind.DEPARTMENT,
        tier=Tier.PROVINCE,
        code="H60.04",
        province="tỉnh Tuyên Quang",
        place="Tuyên Quang",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    unit = org.set_up_unit(
        agency=agency, name="Phòng", kind=UnitKind.OFFICE, valid_from=BEGAN.date(), by=MAKER, at=BEGAN
    )
    made = {}
    for login, role in (("thinh", Role.REFORM_OFFICER), ("chi", Role.SCORER)):
        position = org.make_position(unit=unit, title="Chuyên viên", roles=[role], by=MAKER, at=BEGAN)
        staff = org.join(full_name=login.title(), login=login, password=None, by=MAKER, at=BEGAN)
        org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
        Authenticator.objects.create(user=staff.account, type=Authenticator.Type.TOTP, data={"secret": "x"})
        made[login] = staff.account
    return made


def browser(account: Account) -> Client:
    client = Client()
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def people() -> dict[str, Client]:
    return {login: browser(account) for login, account in accounts().items()}


@pytest.fixture
def thinh(people: dict[str, Client]) -> Client:
    return people["thinh"]


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\xa0", " ")


def send(client: Client, file_name: str, content: bytes, **said: object) -> HttpResponse:
    file = SimpleUploadedFile(file_name, content)
    return client.post(IMPORT, {"file": file, "key": uuid7().hex, **said})


def good() -> bytes:
    return json.dumps(GOOD, ensure_ascii=False).encode()


def test_a_set_is_sent_shown_and_taken_out_as_it_came(thinh: Client) -> None:
    answer = send(thinh, "bo.json", good())
    stored = CriteriaSet.objects.get()
    page = thinh.get(answer["Location"])
    book = thinh.get(reverse("desk:criteria-export", args=[stored.pk]))

    assert answer["Location"] == f"{SETS}{stored.pk}/"
    assert "Đã nạp bộ tiêu chí." in text(page)
    assert "95 % trở lên 3 điểm" in text(page)
    assert NOT_OFFICIAL in text(page)
    assert "Bộ thử" in text(thinh.get(SETS))
    read = read_set("bo.xlsx", b"".join(book.streaming_content)).criteria
    assert read is not None
    assert read.meta == criteria_of(stored).meta
    assert [(node.code, node.max, node.rule) for node in read.nodes] == [
        (node.code, node.max, node.rule) for node in criteria_of(stored).nodes
    ]


def test_every_problem_stands_on_the_page_and_nothing_is_stored(thinh: Client) -> None:
    told = copy.deepcopy(GOOD)
    told["rows"][0]["max_points"] = 7
    told["rows"][1]["rule"]["floor"] = 2

    answer = send(thinh, "bo.json", json.dumps(told).encode(), name="Tên đã gõ")

    assert answer.status_code == 422
    said = text(answer)
    assert "Lỗi: Nạp bộ tiêu chí" in said
    assert "1 max_points Các mục con của 1 cộng lại 6 điểm, thiếu 1 điểm" in said
    assert "2 rule.floor 2 nằm ngoài khoảng. Ghi từ 0 đến 1." in said
    assert 'value="Tên đã gõ"' in answer.content.decode()
    assert not CriteriaSet.objects.exists()


def test_a_table_takes_what_it_is_from_the_form(thinh: Client) -> None:
    alone = send(thinh, "bo.csv", CSV.encode())
    half = send(thinh, "bo.csv", CSV.encode(), level="commune")
    whole = send(thinh, "bo.csv", CSV.encode(), level="commune", year="2026", decision="5/QĐ-UBND")

    assert (alone.status_code, half.status_code, whole.status_code) == (422, 422, 302)
    assert "level Chưa ghi. Điền vào ô này." in text(alone)
    assert "Ghi cả cấp và năm" in text(half)
    stored = CriteriaSet.objects.get()
    assert (stored.level, stored.year, stored.decision, stored.official) == (
        "commune",
        2026,
        "5/QĐ-UBND",
        False,
    )


def test_the_same_file_again_is_refused_on_its_page(thinh: Client) -> None:
    send(thinh, "bo.json", good())

    again = send(thinh, "bo.json", good())

    assert again.status_code == 422
    assert "Tệp này đã được nạp: Bộ thử, phiên bản 1." in text(again)


def test_what_cannot_be_read_or_is_not_sent_gets_a_sentence(thinh: Client, settings: Settings) -> None:
    nothing = thinh.post(IMPORT, {"key": "a"})
    strange = send(thinh, "bo.pdf", b"%PDF")
    settings.FILE_MAX_BYTES = 10
    large = send(thinh, "bo.json", good())

    assert [one.status_code for one in (nothing, strange, large)] == [422] * 3
    assert "Chọn tệp bộ tiêu chí." in text(nothing)
    assert "Chỉ đọc được tệp .json, .csv hoặc .xlsx." in text(strange)
    assert "Chọn tệp nhỏ hơn 10 MB." in text(large)


def test_who_is_scored_reads_sets_and_brings_none_in(people: dict[str, Client]) -> None:
    send(people["thinh"], "bo.json", good())
    scorer = people["chi"]

    assert "Bộ thử" in text(scorer.get(SETS))
    assert "Nạp bộ tiêu chí" not in text(scorer.get(SETS))
    assert scorer.get(IMPORT).status_code == 403
    assert send(scorer, "bo.csv", CSV.encode()).status_code == 403
    assert scorer.get(reverse("desk:criteria-set", args=[uuid7()])).status_code == 404


def test_without_sets_the_page_says_what_to_do(thinh: Client) -> None:
    assert "Chưa có bộ tiêu chí nào" in text(thinh.get(SETS))


def test_an_official_set_says_by_which_decision(thinh: Client) -> None:
    told = copy.deepcopy(GOOD)
    told["meta"].update(
        official=True, decision="1187/QĐ-BNV", valid_from=date(2026, 1, 1).isoformat(), bonus_cap=2
    )

    page = thinh.get(send(thinh, "bo.json", json.dumps(told).encode())["Location"])

    assert NOT_OFFICIAL not in text(page)
    assert "1187/QĐ-BNV" in text(page)
    assert "01/01/2026" in text(page)
    assert "2 điểm" in text(page)


def test_the_rules_that_the_page_shows_are_sound_and_of_every_kind() -> None:
    rules = [rule_of(json.loads(written)) for _, written, _ in EXAMPLES]

    assert [rule.kind for rule in rules if not rule.flaws(Decimal(2))] == [*RuleKind]
