"""Who comes in at the desk, and what stops them."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import get_resolver, reverse

from motcua.base.access.audience import ANYONE
from motcua.base.clock import now
from motcua.casework.dossiers import queries, rules
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org import commands as org
from tests.doors import desk_scene as scene

pytestmark = pytest.mark.django_db

SETTING_UP = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
        "mfa_download_recovery_codes",
    }
)


def addresses_of_work() -> list[str]:
    """Give one address for every page of officials that is not for setting up a second factor."""
    found = []
    for resolver in get_resolver().url_patterns:
        if str(resolver.pattern) not in ("can-bo/", "dieu-hanh/"):
            continue
        inner = [(one, "") for one in resolver.url_patterns]
        for pattern, before in inner:
            if hasattr(pattern, "url_patterns"):
                inner += [(one, before + str(pattern.pattern)) for one in pattern.url_patterns]
            elif pattern.callback.audience is not ANYONE and pattern.name not in SETTING_UP:
                found.append("/" + str(resolver.pattern) + before + str(pattern.pattern))
    any_id = "018f0000-0000-7000-8000-000000000000"
    samples = {r"<uuid:\w+>": any_id, r"<(?:str|slug):\w+>": "x", r"<int:\w+>": "1"}
    for pattern, sample in samples.items():
        found = [re.sub(pattern, sample, one) for one in found]
    return found


def test_without_a_second_factor_no_page_of_work_opens() -> None:
    here = scene.ward()
    unproved = here.client("trang", second_factor=False)
    addresses = addresses_of_work()
    assert len(addresses) > 20
    for address in addresses:
        for answer in (unproved.get(address), unproved.post(address)):
            assert (answer.status_code, answer["Location"]) == (302, "/can-bo/tai-khoan/"), address


def test_with_a_second_factor_the_same_pages_answer_otherwise() -> None:
    client = scene.ward().client("trang")
    for address in addresses_of_work():
        assert client.get(address).headers.get("Location") != "/can-bo/tai-khoan/", address


def test_password_and_code_lead_to_the_work() -> None:
    here = scene.ward()
    TOTP.activate(here.staff["trang"].account, scene.TOTP_SECRET)
    client = Client()
    words = {"login": "trang", "password": scene.PASSWORD}
    asked = client.post(reverse("account_login"), words)
    assert asked["Location"] == reverse("mfa_authenticate")
    assert client.get("/can-bo/")["Location"].startswith(reverse("account_login"))
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert wrong.status_code == 422
    assert "Mã không đúng hoặc đã hết hạn." in wrong.content.decode()
    code = scene.code_now()
    assert client.post(reverse("mfa_authenticate"), {"code": code})["Location"] == "/can-bo/"
    assert "Việc của tôi" in client.get("/can-bo/").content.decode()


def test_a_wrong_password_is_told_in_words_and_keeps_the_login() -> None:
    scene.ward()
    answer = Client().post(reverse("account_login"), {"login": "trang", "password": "sai"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in page
    assert 'value="trang"' in page


def test_whoever_leaves_is_out_with_the_next_request() -> None:
    here = scene.ward()
    client = here.client("trang")
    assert client.get("/can-bo/").status_code == 200
    org.leave(staff_id=here.staff["trang"].pk, last_day=now().date(), by=scene.HOUSE, at=now())
    assert client.get("/can-bo/")["Location"].startswith(reverse("account_login"))


def test_somebody_between_two_positions_is_told_so_and_not_sent_in_circles() -> None:
    here = scene.ward()
    client = here.client("trang")
    here.staff["trang"].appointments.update(valid_to=now().date() - timedelta(days=1))
    # What the log-in page does with somebody signed in is why it must not be asked.
    assert client.get(reverse("account_login"))["Location"] == "/can-bo/"
    answer = client.get("/can-bo/")
    assert answer.status_code == 403
    assert "không giữ vị trí nào" in answer.content.decode()


def test_somebody_without_the_dossier_is_told_who_holds_it() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    answer = here.client("bao").get(f"/can-bo/ho-so/{dossier.pk}/")
    assert answer.status_code == 403
    place = f"Phòng Tư pháp, {here.agency.name}"
    assert f"Bạn không phụ trách hồ sơ này. Nơi đang giữ: {place}." in answer.content.decode()


def test_an_unknown_dossier_is_not_found() -> None:
    client = scene.ward().client("trang")
    assert client.get("/can-bo/ho-so/018f0000-0000-7000-8000-000000000000/").status_code == 404


def test_the_auditor_starts_at_the_journal_and_not_at_work() -> None:
    here = scene.ward()
    auditor, dossier = here.client("ninh"), scene.submitted(here)
    assert auditor.get("/can-bo/")["Location"] == "/dieu-hanh/so-nhat-ky/"
    assert auditor.get(f"/can-bo/ho-so/{dossier.pk}/").status_code == 403
    assert here.client("trang").get("/dieu-hanh/").status_code == 403
    assert here.client("quan").get("/dieu-hanh/").status_code == 403


def test_the_search_finds_exactly_what_the_rules_let_one_read() -> None:
    here = scene.ward()
    for make in (scene.submitted, scene.accepted, scene.in_process, scene.drafted, scene.issued):
        make(here)
    for who in ("trang", "mai", "huy", "tuan", "hanh", "lan", "bao", "quan"):
        actor = here.actor(who)
        readable = {
            one.pk
            for one in Dossier.objects.all()
            if rules.may(queries.with_participants(one), actor, "read")
        }
        assert set(queries.within_rights(actor).values_list("pk", flat=True)) == readable, who


def test_the_search_needs_no_diacritics() -> None:
    here = scene.ward()
    scene.accepted(here)
    page = here.client("trang").get("/can-bo/tim/?q=ly+thi+hoa").content.decode()
    assert "1 hồ sơ trong phạm vi bạn được xem" in page
    assert "Không tìm thấy hồ sơ nào" in here.client("bao").get("/can-bo/tim/?q=ly+thi+hoa").content.decode()


def test_every_page_of_the_account_opens() -> None:
    here = scene.ward()
    client = here.client("trang")
    RecoveryCodes.activate(here.staff["trang"].account)
    for name in sorted(SETTING_UP | {"account_change_password", "mfa_generate_recovery_codes"}):
        arguments = [1] if name == "mfa_remove_webauthn" else []
        assert client.get(reverse(name, args=arguments)).status_code in (200, 302), name


def test_a_new_password_is_asked_for_in_words() -> None:
    client = scene.ward().client("trang")
    answer = client.post(
        reverse("account_change_password"), {"oldpassword": "sai", "password1": "", "password2": ""}
    )
    assert answer.status_code == 422
    assert "Mật khẩu hiện tại không đúng. Nhập lại." in answer.content.decode()
    assert "Nhập mật khẩu mới." in answer.content.decode()


def test_a_citizen_has_no_way_in_here() -> None:
    here = scene.ward()
    client = Client()
    client.force_login(here.citizen.account, "allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/can-bo/").status_code == 403
    assert client.get(reverse("mfa_index")).status_code == 403
