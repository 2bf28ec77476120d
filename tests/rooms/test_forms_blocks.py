"""What holds several controls of an e-form: rows of a table, groups, files, fields that hang on others."""

import re

import pytest

from motcua.base.ui.forms import problems
from motcua.reference.forms import django_forms
from tests.rooms.forms_sample import HELD, PEOPLE, SCHEMA, people, sent, taken

pytestmark = pytest.mark.usefixtures("on_a_wednesday", "unbuilt_assets")


def test_rows_become_a_list_and_a_row_that_nobody_began_is_left_out() -> None:
    assert taken(people()) == {
        "business": "0100109106",
        "rooms": 2.5,
        "rents": False,
        "members": [
            {"full_name": "Lý Thị Hoa", "born_on": "1990-11-05", "works": True, "job": "Dạy học"},
        ],
        "paper": None,
    }


def test_a_row_once_begun_must_be_whole_and_says_which_row_it_is() -> None:
    form = people(members__1__full_name="Lý Gia Bảo")
    assert [(problem.text, problem.href) for problem in problems(form)] == [
        ("Nhập thành viên 2: ngày sinh.", "#id_members-1-born_on_day"),
        ("Trả lời câu hỏi “Thành viên 2: đi làm?”.", "#id_members-1-works_0"),
    ]


def test_a_cell_under_a_choice_of_its_row_is_asked_with_that_choice_alone() -> None:
    assert people(members__0__job="").errors.keys() == {"members-0-job"}
    rows = taken(people(members__0__works="false"))["members"]
    assert isinstance(rows, list) and "job" not in rows[0]


def test_a_table_with_too_few_rows_says_so_at_its_head() -> None:
    form = people(members__rows="0")
    assert [(problem.text, problem.href) for problem in problems(form)] == [
        ("Những người cùng ở: cần ít nhất 1 thành viên. Bấm nút thêm rồi điền.", "#id_members")
    ]


def test_a_row_comes_and_goes_without_script_and_nothing_typed_is_lost() -> None:
    more = people(add_row="members", rooms="hai")
    assert (more.reshaped, more.is_valid(), dict(more.errors)) == (True, False, {})
    assert "members-2-full_name" in more.fields
    assert (more["rooms"].value(), more["members-0-full_name"].value()) == ("hai", "Lý Thị Hoa")
    less = people(drop_row="members-0", members__1__full_name="Lý Gia Bảo")
    assert less["members-0-full_name"].value() == "Lý Gia Bảo"
    assert "members-1-full_name" not in less.fields


@pytest.mark.parametrize("rows", ["99999999999", "4"])
def test_no_more_rows_come_than_a_table_takes(rows: str) -> None:
    assert len(people(members__rows=rows).fields["members"].rows) == 3  # type: ignore[attr-defined]  # a block
    full = people(members__rows="3", add_row="members")
    assert "members-3-full_name" not in full.fields and "Thêm thành viên" not in full.render()


@pytest.mark.parametrize("act", [{"add_row": "odd"}, {"drop_row": "members"}, {"drop_row": "odd-1"}])
def test_an_act_on_no_table_of_the_page_changes_nothing(act: dict[str, str]) -> None:
    assert not people(**act).reshaped


def test_a_group_stands_under_the_choice_that_calls_for_it() -> None:
    form = people(rents="true", owner_name="Ma Đức Long", owner_home_commune="Minh Xuân")
    assert taken(form)["owner_home"] == {
        "province": "tỉnh Tuyên Quang",
        "commune": "phường Minh Xuân",
        "detail": "",
    }
    assert people(rents="true").errors.keys() == {"owner_name", "owner_home_commune"}
    hidden = taken(people(owner_name="Ma Đức Long"))
    assert "owner_name" not in hidden and "owner_home" not in hidden


def test_a_field_that_hangs_on_a_figure_is_demanded_by_the_server() -> None:
    assert people(rooms="5").errors.keys() == {"why"}
    assert taken(people(rooms="5", why="Ba thế hệ"))["why"] == "Ba thế hệ"
    assert "why" not in taken(people(rooms="4,5", why="Ba thế hệ"))
    assert "data-show-if" in people().render()


def test_files_that_were_taken_stay_and_those_refused_are_told() -> None:
    form = django_forms.form_for(
        SCHEMA,
        "people",
        data=sent(PEOPLE),
        answers={"paper": [HELD]},
        refused={"paper": ["anh.exe: loại tệp này không nhận."]},
    )
    assert form.errors == {"paper": ["anh.exe: loại tệp này không nhận."]}
    assert "chung-sinh.pdf" in form.render()
    form = django_forms.form_for(SCHEMA, "people", data=sent(PEOPLE), answers={"paper": [HELD]})
    assert taken(form)["paper"] == [HELD]


def test_an_id_of_a_file_typed_by_hand_is_not_taken() -> None:
    assert taken(people(paper=HELD["id"]))["paper"] is None


def test_a_page_opens_with_the_rows_so_far_or_as_many_as_are_needed() -> None:
    fresh = django_forms.form_for(SCHEMA, "people")
    assert "members-0-full_name" in fresh.fields and "members-1-full_name" not in fresh.fields
    rows = [{"full_name": "Lý Thị Hoa"}, {"full_name": "Lý Gia Bảo", "born_on": "2026-11-05"}]
    form = django_forms.form_for(SCHEMA, "people", answers={"members": rows})
    assert form["members-1-full_name"].value() == "Lý Gia Bảo"
    assert 'value="2026"' in form["members-1-born_on"].as_field_group()


def test_what_is_wrong_within_a_group_is_told_with_the_name_of_the_group() -> None:
    form = people(rents="true", owner_name="", owner_home_commune="Minh Xuân")
    assert [problem.text for problem in problems(form)] == ["Nhập chủ nhà: họ tên."]
    assert ">Họ tên" in re.sub(r">\s+", ">", form["owner_name"].as_field_group())
