"""Two people, one after the other, at one browser."""

import pytest
from django.test import Client

from tests.doors import desk_scene as scene
from tests.doors.test_desk_counter import ADDRESS

pytestmark = pytest.mark.django_db

SESSION, LAST = "motcua_session", "motcua_last"
TYPED = {"full_name": "Hoàng Văn Páo", "personal_id": "008085000777"}


def next_sees(here: scene.Scene, who: str, *, forgotten: tuple[str, ...] = (SESSION,)) -> bool:
    """Let the session of "trang" run out over a half-filled page; tell whether who signs in next sees it."""
    client: Client = here.client("trang")
    client.get(ADDRESS)
    for name in forgotten:
        del client.cookies[name]
    assert client.post(ADDRESS, TYPED).status_code == 302
    if who != "trang":
        here.client(who)  # sets up the second factor
    client.force_login(here.staff[who].account, "allauth.account.auth_backends.AuthenticationBackend")
    return "Hoàng Văn Páo" in client.get(ADDRESS).content.decode()


def test_who_typed_finds_the_words_again() -> None:
    assert next_sees(scene.ward(), "trang")


def test_the_next_at_the_same_counter_does_not_see_them() -> None:
    assert not next_sees(scene.ward(), "mai")


def test_it_is_the_browser_s_memory_that_keeps_them_apart() -> None:
    assert next_sees(scene.ward(), "mai", forgotten=(SESSION, LAST))


def test_the_memory_names_nobody_and_no_script_reads_it() -> None:
    here = scene.ward()
    client = here.client("trang")
    client.get("/can-bo/")
    kept = client.cookies[LAST]
    assert str(here.staff["trang"].account_id) not in kept.value
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"
