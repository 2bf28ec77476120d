"""The communes of a province, for the box that suggests them."""

from django.http import HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control

from motcua.base.access.audience import ANYONE
from motcua.base.web.page import Request, page
from motcua.reference.org.places import find_province

A_DAY = 24 * 60 * 60


@page(audience=ANYONE)
def communes(request: Request) -> HttpResponse:
    """Give the communes of the province `tinh`: each its name, then the names that it grew from."""
    province = find_province(request.GET.get("tinh", "")[:100])
    listed = [[one.name, *one.before] for one in province.communes] if province else []
    response = JsonResponse({"communes": listed}, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=A_DAY)
    return response
