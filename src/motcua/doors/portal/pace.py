"""How often one address may ask for the progress behind codes: enough for a family, too little to guess."""

from django.core.cache import cache
from django.http import HttpRequest

from motcua.base.clock import now
from motcua.base.web.address import client_address

A_MINUTE = 60
MOST = 30


def too_often(request: HttpRequest) -> bool:
    """Count the questions of one address in this minute, in the cache that all processes share."""
    key = f"look-up:{client_address(request)}:{int(now().timestamp()) // A_MINUTE}"
    cache.add(key, 0, timeout=2 * A_MINUTE)
    try:
        return cache.incr(key) > MOST
    except ValueError:  # the count ran out between the two calls
        return False
