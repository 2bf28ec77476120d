"""A month of scoring: a commune scores itself, others appraise, the council closes, the chairman decides.

axe looks at every page that is passed (`Visitor.look`).
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from motcua.base.clock import today
from tests.journeys.running import House
from tests.journeys.visitor import Visitor, paper

pytestmark = pytest.mark.slow
SCORER, LEADER, APPRAISER = "khanh.minhxuan", "lan.minhxuan", "ngoc.noivu"
COUNCIL, CHAIRMAN = "quyet.noivu", "duc.tinh"
ASKED = "Báo cáo chưa ghi rõ việc nào đã xong."
REPLY = "Một việc chuyển sang quý sau theo văn bản của tỉnh."


def test_a_month_from_the_first_figure_to_a_corrected_result(
    visit: Callable[..., Visitor], house: House, tmp_path: Path
) -> None:
    told: dict[str, Any] = json.loads(house.run("scoring_days", "last_to_come"))
    sessions = house.sessions(SCORER, LEADER, APPRAISER, COUNCIL, CHAIRMAN)

    def desk(login: str, width: int = 1280) -> Visitor:
        visitor = visit(width, scripted=True, name="scoring")
        visitor.enter(sessions[login])
        return visitor

    scorer, leader, appraiser = desk(SCORER), desk(LEADER), desk(APPRAISER)
    _scores_itself(scorer, told, tmp_path)
    _locks(leader, told, "Khóa điểm tự chấm")
    _appraises(appraiser, told)
    _explains(desk(SCORER, 360), told)
    _locks(leader, told, "Khóa giải trình")
    _appraises_again(appraiser, told)
    _council_closes(desk(COUNCIL), told)
    _is_decided(desk(CHAIRMAN), told)
    assert json.loads(house.run("scoring_days", "points_of_minh_xuan", told["round"])) == ["5", "6"]
    _reads_results(scorer, told)


def _into(visitor: Visitor, name: str, value: str) -> None:
    """Write into a field of the page; some labels are parts of others."""
    visitor.page.locator(f"main [name={name}]").fill(value)


def _scores_itself(scorer: Visitor, told: dict[str, Any], folder: Path) -> None:
    """Find the month from the entrance, declare two leaves, prove one; a wrong figure is kept and told."""
    scorer.go("/can-bo/cham-diem/")
    scorer.go(told["page"])
    assert "chưa phải bản chính thức" in scorer.main()
    scorer.press("Kế hoạch năm ban hành sớm, rõ việc, rõ người")
    scorer.press("Chấm tiêu chí này")
    scorer.page.get_by_label("Trước 31/01, đủ nội dung").check()
    scorer.press("Ghi tiêu chí này")
    assert "Chưa có tài liệu" in scorer.main()
    scorer.quietly(f"{told['page']}1.1/")
    scorer.press("Thêm tài liệu")
    scorer.page.locator("main input[type=file]").set_input_files(paper(folder, "ke-hoach.pdf"))
    _into(scorer, "issuer", "UBND phường Minh Xuân")
    _into(scorer, "number", "12/KH-UBND")
    scorer.date("issued_on", 15, 1, today().year)
    scorer.press("Thêm tài liệu")
    assert "Nhập mục." in scorer.main(), "section and page are asked for"
    scorer.page.locator("main input[type=file]").set_input_files(paper(folder, "ke-hoach.pdf"))
    _into(scorer, "section", "II")
    _into(scorer, "page", "3")
    scorer.press("Thêm tài liệu")
    assert "1 tài liệu" in scorer.main()
    scorer.quietly(f"{told['page']}1.2/")
    _into(scorer, "numerator", "1,800")
    _into(scorer, "denominator", "2.000")
    scorer.press("Ghi tiêu chí này")
    assert "đọc được hai cách" in scorer.main()
    _into(scorer, "numerator", "1.800")
    _into(scorer, "explanation", "Còn hai trăm việc của quý sau.")
    scorer.press("Ghi tiêu chí này")
    assert "1.800 việc đã xong : 2.000 việc trong kế hoạch = 90 %" in " ".join(scorer.main().split())


def _locks(leader: Visitor, told: dict[str, Any], words: str) -> None:
    """See that nothing is missing, and sign."""
    leader.go(told["page"])
    leader.press(words)
    assert "phải làm xong trước khi chốt" not in leader.main()
    leader.press(words)
    assert "Đã khóa" in leader.main()


def _appraises(appraiser: Visitor, told: dict[str, Any]) -> None:
    """Take the sheet from the queue, judge every leaf as the ward did, ask about one."""
    appraiser.go("/can-bo/cham-diem/tham-dinh/")
    appraiser.go(told["page"])
    appraiser.press("Bắt đầu thẩm định")
    appraiser.press("Bắt đầu thẩm định")
    appraiser.go(f"{told['page']}?linh-vuc=1&tieu-chi=1.1")
    appraiser.press("Thẩm định tiêu chí này")
    appraiser.press("Ghi điểm thẩm định")
    assert "Thẩm định tiêu chí này" in appraiser.main(), "the next leaf stands open"
    appraiser.quietly(f"{told['page']}1.2/tham-dinh/")
    _into(appraiser, "points", "4,5")
    appraiser.press("Ghi điểm thẩm định")
    assert "nhận xét" in appraiser.main().lower(), "who gives less says why"
    _into(appraiser, "note", ASKED)
    appraiser.choose("Yêu cầu đơn vị giải trình")
    appraiser.press("Ghi điểm thẩm định")
    _judges_the_rest(appraiser, told)
    appraiser.press("Chốt thẩm định")
    assert "Chờ đơn vị giải trình" in appraiser.main()


def _judges_the_rest(appraiser: Visitor, told: dict[str, Any]) -> None:
    """Agree with every leaf that still waits, as the page before the closing lists them."""
    while True:
        appraiser.quietly(f"{told['page']}chot/")
        waiting = appraiser.page.locator("main table a")
        if not waiting.count():
            return
        codes = [cell.inner_text() for cell in appraiser.page.locator("main tbody td:first-child").all()]
        for code in codes:
            appraiser.quietly(f"{told['page']}{code}/tham-dinh/")
            with appraiser.page.expect_navigation():
                appraiser.page.get_by_role("button", name="Ghi điểm thẩm định").click()


def _explains(scorer: Visitor, told: dict[str, Any]) -> None:
    """Answer on a telephone what was asked."""
    scorer.go(f"{told['page']}?loc=hoi&tieu-chi=1.2")
    scorer.press("Giải trình")
    assert ASKED in scorer.main()
    scorer.page.locator("main textarea").fill(REPLY)
    scorer.press("Ghi giải trình")


def _appraises_again(appraiser: Visitor, told: dict[str, Any]) -> None:
    appraiser.go(f"{told['page']}1.2/tham-dinh/")
    assert REPLY in appraiser.main()
    _into(appraiser, "points", "5")
    _into(appraiser, "note", "Nhận một phần giải trình.")
    appraiser.press("Ghi điểm thẩm định")
    appraiser.press("Chốt thẩm định")
    appraiser.press("Chốt thẩm định")
    assert "Hội đồng thẩm định" in appraiser.main()


def _council_closes(member: Visitor, told: dict[str, Any]) -> None:
    member.go(told["page"])
    member.press("Chốt điểm hội đồng")
    _into(member, "minutes_number", "06/BB-HĐTĐ")
    on = today()
    member.date("minutes_on", on.day, on.month, on.year)
    member.press("Chốt điểm hội đồng")
    assert "Hội đồng chốt điểm" in member.main()


def _is_decided(chairman: Visitor, told: dict[str, Any]) -> None:
    """Approve, publish, and correct by a new decision beside the old one."""
    on = today()
    chairman.go(f"/can-bo/cham-diem/dot/{told['round']}/")
    chairman.press("Phê duyệt kết quả")
    _into(chairman, "number", "123/QĐ-UBND")
    chairman.date("decided_on", on.day, on.month, on.year)
    chairman.press("Phê duyệt kết quả")
    chairman.press("Quyết định 123/QĐ-UBND")
    chairman.press("Công bố kết quả")
    chairman.press("Công bố kết quả")
    assert "Đã công bố kết quả." in chairman.main()
    chairman.press("Đính chính")
    chairman.page.locator("[name=score]").select_option(label=told["agency"])
    chairman.page.locator("[name=code]").select_option(value="1.2")
    _into(chairman, "points", "6")
    _into(chairman, "reason", "Cộng nhầm.")
    _into(chairman, "number", "130/QĐ-UBND")
    chairman.date("decided_on", on.day, on.month, on.year)
    chairman.press("Ra quyết định đính chính")
    chairman.press("Quyết định 130/QĐ-UBND")
    assert "5,00" in chairman.main() and "6,00" in chairman.main()
    chairman.press("Công bố kết quả")
    chairman.press("Công bố kết quả")


def _reads_results(scorer: Visitor, told: dict[str, Any]) -> None:
    scorer.go("/can-bo/cham-diem/ket-qua/")
    scorer.go(f"/can-bo/cham-diem/ket-qua/?dot={told['round']}")
    assert "130/QĐ-UBND" in scorer.main()
    assert scorer.inspect(told["page"]) == []
    assert scorer.inspect(f"{told['page']}len-loai/") == []
