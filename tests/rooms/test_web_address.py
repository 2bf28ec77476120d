"""Counts belong to whoever asks, not to the proxy between, and not to whom they claim to be."""

import pytest
from allauth.account.adapter import get_adapter
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from motcua.base.web.address import client_address

PROXY = "10.0.0.1"


def asked(forwarded: str) -> tuple[str, str]:
    """Give the address as the house and as the log-in see it."""
    request = RequestFactory().get("/", REMOTE_ADDR=PROXY, headers={"x-forwarded-for": forwarded})
    return client_address(request), get_adapter().get_client_ip(request)


@pytest.mark.parametrize("forwarded", ["198.51.100.7", "203.0.113.9, 198.51.100.7"])
def test_behind_our_proxy_the_last_hop_that_it_saw_counts(settings: Settings, forwarded: str) -> None:
    settings.PROXIES = settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert asked(forwarded) == ("198.51.100.7", "198.51.100.7")


def test_without_a_proxy_a_claim_is_no_address(settings: Settings) -> None:
    settings.PROXIES = settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    assert asked("198.51.100.7") == (PROXY, PROXY)
