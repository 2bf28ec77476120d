"""A dossier filed at another counter, through the pages."""

import pytest

from motcua.base.clock import now
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from tests.doors import desk_scene as scene
from tests.doors.test_desk_counter import ADDRESS, words
from tests.doors.test_desk_path import act, fields_of

pytestmark = pytest.mark.django_db


def other_counter(here: scene.Scene) -> None:
    """Found another commune with a counter, and let every counter take in for the province."""
    do = {"by": scene.HOUSE, "at": now()}
    since = {"valid_from": scene.SINCE, **do}
    agency = org.found_agency(
        name="UBND xã Lũng Cú",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.COMMUNE,
        code="H60.31",
        province="tỉnh Tuyên Quang",
        place="Lũng Cú",
        **since,
    )
    unit = org.set_up_unit(agency=agency, name="Quầy Lũng Cú", kind=UnitKind.COUNTER, code="H60.31", **since)
    org.serve(counter=unit, agency=agency, **since)
    position = org.make_position(unit=unit, title="Công chức", roles=[Role.RECEPTION_OFFICER], **do)
    staff = org.join(full_name="Vàng Mí Sính", login="sinh", password=scene.PASSWORD, **do)
    org.appoint(staff=staff, position=position, **since)
    here.staff["sinh"] = staff
    org.set_regulation(
        code="non_boundary", value=1, unit="switch", legal_basis="NĐ 118/2025", certainty="V", **since
    )


@pytest.mark.covers("E-2")
def test_another_counter_takes_in_sends_home_and_hands_over() -> None:
    here = scene.ward()
    other_counter(here)
    sinh, trang = here.client("sinh"), here.client("trang")
    sinh.post(ADDRESS, words(here), follow=True)
    dossier = Dossier.objects.get()
    assert dossier.code is not None and dossier.code.startswith("H60.31-")
    home = f"/can-bo/ho-so/{dossier.pk}/"
    assert trang.get(home).status_code == 403
    assert "Chuyển về nơi có thẩm quyền" in sinh.get("/can-bo/").content.decode()
    said = act(sinh, f"{home}chuyen-quay/", note="Giấy tờ đã đối chiếu.")
    assert f"Đã chuyển hồ sơ {dossier.code}. Mã hồ sơ giữ nguyên" in said
    assert "Nhận hồ sơ chuyển đến" in trang.get("/can-bo/").content.decode()
    assert "Quầy Lũng Cú" in trang.get(f"{home}nhan-chuyen/").content.decode()
    act(trang, f"{home}nhan-chuyen/")
    many = f"/can-bo/nhieu/chuyen/?chon={dossier.pk}"
    asked = {**fields_of(trang.get(many).content.decode()), "chon": str(dossier.pk)}
    assert "Đã chuyển 1 hồ sơ." in trang.post(many, asked, follow=True).content.decode()
    page = sinh.get(home).content.decode()
    assert "Chuyển hồ sơ về quầy của cơ quan có thẩm quyền" in page
