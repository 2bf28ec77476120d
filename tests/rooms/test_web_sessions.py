"""What was typed into a session does not outlive it."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from motcua.base.clock import now
from motcua.base.web.jobs import clear_sessions

pytestmark = pytest.mark.django_db


def typed() -> Session:
    """Give the session of somebody who sent a page without being signed in."""
    client = Client()
    client.post("/can-bo/tiep-nhan/1.000656/", {"full_name": "Hoàng Văn Páo"})
    session = Session.objects.get(pk=client.cookies["motcua_session"].value)
    assert session.get_decoded()["stash"]["words"]
    return session


def test_a_session_that_ran_out_is_deleted_and_a_living_one_is_not() -> None:
    living, over = typed(), typed()
    Session.objects.filter(pk=over.pk).update(expire_date=now() - timedelta(seconds=1))
    assert Session.objects.count() == 2  # running out alone deletes nothing
    clear_sessions(timestamp=0)
    assert list(Session.objects.values_list("pk", flat=True)) == [living.pk]
