"""E-9: a controller publishes a new version with another e-form and a shorter time while dossiers run."""

from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

import pytest

from motcua.base.clock import today
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
CODE, FORM, ASKED = "1.001612", "ho-kinh-doanh", "Tên biển hiệu"
STATUTORY, CUT = 10, 7


def test_a_new_version_while_dossiers_run(visit: Callable[..., Visitor], house: House) -> None:
    drafter, checker = (visit(1280, scripted=True, name="new-version") for _ in range(2))
    sessions = house.sessions("minh.vanphong", "yen.vanphong")
    drafter.enter(sessions["minh.vanphong"])
    checker.enter(sessions["yen.vanphong"])
    old = house.officials("in_process", CODE)
    _changes_the_form(drafter)
    version = _drafts(drafter)
    _next(drafter, version, "Trình kiểm soát", "Trình kiểm soát")
    assert "một cán bộ khác sẽ kiểm soát" in drafter.main()
    checker.go(version)
    _next(checker, version, "Kiểm soát xong", "Xác nhận đạt")
    drafter.go(version)
    drafter.press("Ghi quyết định đã ký")
    _signs(drafter)
    _next(drafter, version, "Công khai", "Công khai phiên bản")
    told = drafter.main()
    assert f"từ 3 ngày làm việc còn {CUT}" not in told
    assert "giảm 30" in told and ASKED in told, told
    assert house.officials("rules_of", old) == "1 3"
