"""A sheet from its lock to a published and corrected result, by its pages alone; and who is kept out."""

import pytest

from motcua.reform.scoring.models import LeafVerdict, ResultDecision, SheetLock
from motcua.reform.scoring.words import SheetState
from tests.doors.scoring_desk import at, read, send, signed_in, text_of
from tests.support.moments import frozen
from tests.support.scoring_scene import FULL, Province, build

pytestmark = pytest.mark.django_db

DAY = {"decided_on_day": "25", "decided_on_month": "11", "decided_on_year": "2026"}
MET = {"minutes_on_day": "24", "minutes_on_month": "11", "minutes_on_year": "2026"}
SIGN = {"words": "Đã xem, đúng với tài liệu."}


@pytest.fixture
def province() -> Province:
    return build()


def judged_by_pages(province: Province, *, asks: str) -> None:
    """Let chị Ngọc judge every leaf on its page; about one the agency is asked."""
    client, sheet = signed_in(province, "ngoc"), province.sheet()
    for code, points in FULL.items():
        said = {"way": "give", "points": points.replace(".", ","), "note": "Đối chiếu tài liệu."}
        send(
            client, at("score-verdict", sheet.pk, code), {**said, **({"asks": "on"} if code == asks else {})}
        )
    send(client, at("score-verdict", sheet.pk, "9"), {"way": "out", "note": "Không có."})


def test_the_leader_sees_what_is_missing_and_locks_when_nothing_is(province: Province) -> None:
    province.declare("1.1", by=province.khanh, text="")
    here = at("score-lock", province.sheet().pk)
    leader, scorer = signed_in(province, "lan"), signed_in(province, "khanh")
    words = text_of(read(leader, here))
    assert "Còn 5 tiêu chí phải làm xong trước khi chốt." in words
    assert "1.1 Ban hành kế hoạch đúng hạn Chưa có tài liệu" in words
    assert "Khóa điểm tự chấm</button>" not in read(scorer, here).replace("\n", "").replace("  ", "")
    refused = send(leader, here, SIGN, 422)
    assert "5 tiêu chí" in text_of(refused)
    assert not SheetLock.objects.exists()
    province.filled()
    page = text_of(send(leader, here, SIGN))
    assert "Đã khóa điểm tự chấm." in page
    assert "Đơn vị khóa điểm tự chấm" in page
    assert SheetLock.objects.get().words == SIGN["words"]


def test_a_locked_sheet_is_changed_by_nobody_of_its_agency(province: Province) -> None:
    sheet = province.locked()
    scorer = signed_in(province, "khanh")
    page = read(scorer, at("score-leaf", sheet.pk, "1.1"))
    assert "Ghi tiêu chí này" not in page
    assert scorer.post(at("score-leaf", sheet.pk, "1.1"), {"way": "score", "step": "2"}).status_code == 403
    for route in ("score-lock", "score-explanation-lock", "score-take-over"):
        assert scorer.get(at(route, sheet.pk)).status_code == 403, route
    assert scorer.get(at("score-evidence-add", sheet.pk, "1.1")).status_code == 403


def test_an_appraiser_judges_only_what_is_theirs(province: Province) -> None:
    sheet = province.taken_up()
    here = at("score-verdict", sheet.pk, "1.1")
    assert {
        who: signed_in(province, who).get(here).status_code for who in ("ngoc", "huong", "lan", "quyet")
    } == {
        "ngoc": 200,
        "huong": 403,
        "lan": 403,
        "quyet": 403,
    }


def test_a_verdict_keeps_within_the_maximum_and_says_why_it_differs(province: Province) -> None:
    sheet = province.taken_up()
    client, here = signed_in(province, "ngoc"), at("score-verdict", sheet.pk, "1.2")
    above = send(client, here, {"way": "give", "points": "6,5", "note": "Vượt."}, 422)
    assert 'href="#id_points">' in above
    assert 'value="6,5"' in above
    silent = send(client, here, {"way": "give", "points": "3", "note": ""}, 422)
    assert 'href="#id_note">' in silent
    assert not LeafVerdict.objects.exists()


def test_a_sheet_goes_by_its_pages_from_the_lock_to_a_corrected_result(province: Province) -> None:
    with frozen("2026-11-25 14:20"):
        sheet = province.locked()
        ngoc, khanh, lan = (signed_in(province, who) for who in ("ngoc", "khanh", "lan"))
        assert "UBND phường Minh Xuân" in text_of(read(ngoc, at("score-queue")))
        assert "Đã bắt đầu thẩm định lần 1." in send(ngoc, at("score-begin", sheet.pk), {})
        judged_by_pages(province, asks="1.2")
        assert "Đã chốt thẩm định." in send(ngoc, at("score-appraisal-close", sheet.pk), SIGN)

        assert "Thẩm định lần 1 hỏi: Đối chiếu tài liệu." in text_of(
            read(khanh, at("score-explain", sheet.pk, "1.2"))
        )
        waits = text_of(read(lan, at("score-explanation-lock", sheet.pk)))
        assert "Hoàn thành nhiệm vụ của kế hoạch Chưa giải trình" in waits
        send(khanh, at("score-explain", sheet.pk, "1.2"), {"text": "Một việc chuyển sang năm 2027."})
        send(lan, at("score-explanation-lock", sheet.pk), SIGN)
        assert province.sheet().state == SheetState.APPRAISAL_2

        page = read(ngoc, at("score-verdict", sheet.pk, "1.2"))
        assert "Một việc chuyển sang năm 2027." in page
        said = {"way": "give", "points": "5", "note": "Nhận một phần giải trình."}
        send(ngoc, at("score-verdict", sheet.pk, "1.2"), said)
        send(ngoc, at("score-appraisal-close", sheet.pk), SIGN)
        concluded_and_decided(province)


def concluded_and_decided(province: Province) -> None:
    """Carry a sheet before the council, with its neighbour, through the council and the decisions."""
    quyet, duc = signed_in(province, "quyet"), signed_in(province, "duc")
    sheet, other = province.sheet(), province.in_council("lungcu", "chu", "pao")
    behind = send(duc, at("score-approve", province.round.pk), {"number": "9/QĐ", **DAY}, 422)
    assert "Phê duyệt được khi hội đồng đã chốt" in text_of(behind) or "chưa" in text_of(behind)
    said = {"way": "give", "points": "5,4", "note": "Hội đồng nhận giải trình."}
    send(quyet, at("score-verdict", sheet.pk, "1.2"), said)
    for one in (sheet, other):
        send(quyet, at("score-council-close", one.pk), {"minutes_number": "05/BB", **MET, **SIGN})
    send(duc, at("score-approve", province.round.pk), {"number": "123/QĐ-UBND", **DAY})
    first = ResultDecision.objects.get()
    assert "Chưa có kết quả nào được công bố" in read(signed_in(province, "khanh"), at("score-results"))
    send(duc, at("score-publish", first.pk), {})
    ranked = text_of(read(signed_in(province, "khanh"), at("score-results")))
    assert "1 trên 2 đồng hạng" in ranked
    corrected = {"score": str(sheet.pk), "code": "1.2", "points": "6", "reason": "Cộng nhầm.", **DAY}
    send(duc, at("score-correct", first.pk), {**corrected, "number": "130/QĐ-UBND"})
    second = ResultDecision.objects.get(replaces=first)
    told = text_of(read(duc, at("score-decision", second.pk)))
    assert "UBND phường Minh Xuân 1.2 5,40 6,00" in told
    assert "Đã có quyết định đính chính 130/QĐ-UBND" in text_of(read(duc, at("score-decision", first.pk)))
    assert "1 trên 2 đồng hạng" in text_of(read(duc, at("score-decision", first.pk)))


def test_results_are_decided_by_nobody_but_the_head_of_the_province(province: Province) -> None:
    for who in ("lan", "tuyet", "thinh", "quyet"):
        assert signed_in(province, who).get(at("score-approve", province.round.pk)).status_code == 403, who
