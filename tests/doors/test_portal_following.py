"""One's own dossiers, and nobody else's."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.base.clock import now
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import RoundState, State
from tests.doors import portal_scene as scene
from tests.rooms import foreign_files as foreign
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db

UNKNOWN = UUID("0199f000-0000-7000-8000-00000000dead")


def asked_for_more(built: World) -> Dossier:
    """Give a dossier for which the counter asks two papers."""
    asked = [
        commands.Asked(name="Giấy chứng sinh", reason="Bản chụp mờ"),
        commands.Asked(name="Văn bản ủy quyền"),
    ]
    return ok(
        commands.request_supplement_at_intake(
            dossier_id=built.submitted().pk,
            items=asked,
            reason="Thiếu giấy tờ",
            legal_basis="",
            by=built.hoa,
            at=built.at,
        )
    )


@pytest.mark.parametrize("part", ["", "luot-xem/", "bo-sung/", "rut/", "ket-qua/"])
def test_somebody_elses_dossier_looks_like_none_at_all(part: str) -> None:
    built = build()
    stranger = scene.browser(built.stranger.account)
    theirs, none = f"/ho-so/{built.submitted().pk}/{part}", f"/ho-so/{UNKNOWN}/{part}"
    seen = [stranger.get(address) for address in (theirs, none)]
    assert [answer.status_code for answer in seen] == [404, 404]


def test_a_stranger_cannot_withdraw_a_dossier() -> None:
    built = build()
    dossier = built.submitted()
    answer = scene.browser(built.stranger.account).post(f"/ho-so/{dossier.pk}/rut/", {"key": scene.KEY})
    dossier.refresh_from_db()
    assert (answer.status_code, dossier.state) == (404, State.SUBMITTED)


def test_a_file_is_sent_to_its_owner_alone() -> None:
    built = scene.world()
    dossier = scene.filled(built)
    address = f"/ho-so/{dossier.pk}/tep/{dossier.papers.get().pk}/"
    answer = scene.as_pao(built).get(address)
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    for close in answer._resource_closers:  # not the answer itself: that would close the connection too
        close()
    assert scene.browser(built.stranger.account).get(address).status_code == 404


def test_a_paper_of_another_dossier_is_not_sent_through_ones_own() -> None:
    built = scene.world()
    mine, other = built.draft(), scene.filled(built)
    address = f"/ho-so/{mine.pk}/tep/{other.papers.get().pk}/"
    assert scene.as_pao(built).get(address).status_code == 404


def test_the_owner_reads_state_promise_and_steps_but_no_internal_act() -> None:
    built = build()
    dossier = built.drafted()
    shown = scene.as_pao(built).get(f"/ho-so/{dossier.pk}/").content.decode()
    assert "Đang xử lý" in shown
    assert "Hẹn trả, đến hết ngày" in shown
    for internal in ("soạn dự thảo", "kiểm tra giấy tờ", "lưu bản nháp"):
        assert internal not in shown


def test_a_supplement_lists_only_the_papers_asked_for() -> None:
    built = build()
    dossier = asked_for_more(built)
    shown = scene.as_pao(built).get(f"/ho-so/{dossier.pk}/bo-sung/").content.decode()
    assert shown.count('type="file"') == 2
    assert "Bản chụp mờ" in shown


def test_a_good_file_waits_while_the_bad_one_is_mended_and_both_are_sent_once() -> None:
    built = build()
    dossier, client = asked_for_more(built), scene.as_pao(built)
    first, second = (f"tep-{item.pk}" for item in dossier.rounds.get().items.all())
    address = f"/ho-so/{dossier.pk}/bo-sung/"
    sent = {first: SimpleUploadedFile("a.pdf", foreign.pdf()), second: SimpleUploadedFile("b.pdf", b"")}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Đã nhận" in refused.content.decode()
    assert dossier.rounds.get().state == RoundState.SENT
    assert client.post(address, {second: SimpleUploadedFile("b.pdf", foreign.pdf())}).status_code == 302
    assert dossier.rounds.get().state == RoundState.ANSWERED
    assert sorted(scene.attached(dossier)) == ["a.pdf", "b.pdf"]


def test_a_supplement_that_nobody_asked_for_leads_back() -> None:
    built = build()
    dossier = built.submitted()
    assert scene.as_pao(built).get(f"/ho-so/{dossier.pk}/bo-sung/")["Location"] == f"/ho-so/{dossier.pk}/"


def test_withdrawing_says_what_it_means_and_happens_once() -> None:
    built = build()
    dossier, client = built.submitted(), scene.as_pao(built)
    address = f"/ho-so/{dossier.pk}/rut/"
    assert "Không khôi phục được" in client.get(address).content.decode()
    answers = [client.post(address, {"key": scene.KEY, "reason": ""}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    dossier.refresh_from_db()
    assert dossier.state == State.WITHDRAWN


def test_a_withdrawn_dossier_promises_nothing() -> None:
    built = build()
    dossier, client = built.accepted(), scene.as_pao(built)
    client.post(f"/ho-so/{dossier.pk}/rut/", {"key": scene.KEY})
    shown = client.get(f"/ho-so/{dossier.pk}/").content.decode()
    assert "Bạn đã rút hồ sơ này." in shown
    assert "Hẹn trả kết quả" not in shown


def test_a_late_dossier_says_so_and_whom_to_ask() -> None:
    built = build()
    dossier = built.in_process()
    shown = scene.as_pao(built).get(f"/ho-so/{dossier.pk}/").content.decode()
    assert "Cơ quan đang giải quyết quá hạn." in shown
    assert "gọi 1022" in shown


def test_a_dossier_whose_result_is_signed_can_no_longer_be_withdrawn() -> None:
    built = build()
    dossier = built.approved()
    answer = scene.as_pao(built).post(f"/ho-so/{dossier.pk}/rut/", {"key": scene.KEY})
    assert answer.status_code == 422
    assert "Kết quả đã được duyệt, ký." in answer.content.decode()


def test_a_result_comes_home_only_once_it_is_issued() -> None:
    built = build()
    client = scene.as_pao(built)
    assert client.get(f"/ho-so/{built.approved().pk}/ket-qua/").status_code == 404
    issued = built.issued()
    assert client.get(f"/ho-so/{issued.pk}/ket-qua/")["Content-Type"] == "application/pdf"


def test_a_slip_is_printed_to_the_same_bytes_each_time() -> None:
    built = build()
    dossier, client = built.accepted(), scene.as_pao(built)
    address = f"/ho-so/{dossier.pk}/phieu/{dossier.slips.get().pk}/"
    first, again = (b"".join(client.get(address).streaming_content) for _ in range(2))
    assert first.startswith(b"%PDF")
    assert first == again


def test_who_looked_is_shown_to_the_owner() -> None:
    built = build()
    dossier = built.submitted()
    commands.note_look(dossier, "page", by=built.hoa, at=now() - timedelta(minutes=5))
    shown = scene.as_pao(built).get(f"/ho-so/{dossier.pk}/luot-xem/").content.decode()
    assert "Trần Thị Hoa" in shown
    assert "Mở trang hồ sơ" in shown


def test_the_list_holds_ones_own_drafts_and_dossiers() -> None:
    built = build()
    draft, filed = built.draft(), built.submitted()
    shown = scene.as_pao(built).get("/ho-so/").content.decode()
    assert f"/nop/{draft.pk}/" in shown
    assert f"/ho-so/{filed.pk}/" in shown
    assert "Chưa có hồ sơ nào" in scene.browser(built.stranger.account).get("/ho-so/").content.decode()


def test_the_list_says_where_a_result_is_to_be_had_once_it_is_there() -> None:
    built = build()
    client = scene.as_pao(built)
    built.approved()
    assert "Đã có kết quả." not in client.get("/ho-so/").content.decode()
    issued = built.issued()
    shown = client.get("/ho-so/").content.decode()
    assert shown.count("Đã có kết quả.") == 1
    where = "Bản điện tử trong kho" if issued.result_delivery == "electronic" else "Đến nhận tại"
    assert where in shown


def test_the_confirmation_leads_on_once_the_counter_has_answered() -> None:
    built = build()
    client, filed = scene.as_pao(built), built.submitted()
    assert client.get(f"/nop/{filed.pk}/da-nop/").status_code == 200
    taken = built.accepted()
    answer = client.get(f"/nop/{taken.pk}/da-nop/")
    assert (answer.status_code, answer["Location"]) == (302, f"/ho-so/{taken.pk}/")


def test_an_official_has_no_dossiers_here() -> None:
    built = build()
    answer = scene.browser(built.hoa.account).get("/ho-so/")
    assert answer.status_code == 403
