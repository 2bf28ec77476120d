"""Which addresses the house has, and how one is filled with the things of the scene."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.doors.rights.scoring import SCORING
from tests.doors.rights.things import FORM_CODE, ORGANISATION
from tests.support.world import CODE

if TYPE_CHECKING:
    from tests.doors.rights.scene import Scene

OF_A_FINISHED_DOSSIER = (
    "desk:paper",
    "desk:result",
    "desk:one-result",
    "desk:reply-file",
    "portal:file",
    "portal:result",
)
OF_THE_STORE = ("portal:held-file", "portal:held-uses")
KINDS = {"portal:open-data": "csv"}


def routes() -> dict[str, Callable[..., Any]]:
    """Give every address of the house by its whole name, with its view."""
    return dict(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns: Any, spaces: str, path: str) -> Any:
    for one in patterns:
        if isinstance(one, URLResolver):
            space = f"{spaces}{one.namespace}:" if one.namespace else spaces
            yield from _walk(one.url_patterns, space, path + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield f"{spaces}{one.name or path + str(one.pattern)}", one.callback


def address_of(route: str, scene: "Scene") -> str:
    """Give the address of a route with the things of the scene in it."""
    if route in ("healthz", "livez"):
        return f"/{route}"
    pattern = _parameters()[route]
    dossier = scene.things["finished"] if route in OF_A_FINISHED_DOSSIER else scene.dossier.pk
    dossier = scene.things["asked"] if route.startswith("portal:answer") else dossier
    known = {
        "dossier_id": scene.draft.pk if route.startswith("portal:draft") else dossier,
        "paper_id": scene.things["held" if route in OF_THE_STORE else "paper_id"],
        "slip_id": scene.things["slip_id"],
        "result_id": scene.things["result_id"],
        "consultation_id": scene.things["consultation_id"],
        "representation_id": scene.things["representation_id"],
        "correction_id": scene.things["correction_id"],
        "field_name": "child_name",
        "upload_id": scene.things["upload"],
        "notice_id": scene.things["notice_of_officer" if route == "desk:notice" else "notice"],
        "event": "accepted",
        "addressee": "applicant",
        "requirement_id": scene.things["requirement"],
        "photo_id": scene.things["photos"].get(route, scene.things["photo"]),
        **{name: scene.things[name] for name in ("item_id", "waiting_id", "document_id")},
        "code": CODE,
        "rest": "nothing",
        "sent_id": scene.things["sent_id"],
        "problem_id": scene.things["problem_id"],
        **{name: scene.things[name] for name in ("version_id", "decision_id", "offering_id", "part", "slug")},
        **{name: scene.things[name] for name in ORGANISATION},
        **{name: scene.things[name] for name in ("route_id", "step_key", "template_code", "set_id")},
        **{name: scene.things[name] for name in SCORING},
        "form_code": FORM_CODE,
        "row_id": "3.1",
        "indicator": 4,
        "year": scene.world.at.year,
        "number": 1,
        "page_code": "child",
        "kind": KINDS.get(route, "saying" if route.startswith("desk:") else "linh-vuc"),
        "act": "chuyen",
        "view_id": scene.draft.pk,  # of no view: nobody's is let go
        "outage_id": scene.things["outage"],
        **{name: scene.things[name] for name in ("closing_id", "measure_code")},
        "provider_id": "vneid",
        "pk": 1,
        "index": "par",
        **{name: scene.things[name] for name in ("figure_id", "batch_id")},
    }
    if route.startswith("desk:score-"):
        known |= {"code": "2", "decision_id": scene.things["result_decision"]}
    return reverse(route, kwargs={name: known[name] for name in pattern})


@cache
def _parameters() -> dict[str, tuple[str, ...]]:
    return dict(reversed(list(_named(get_resolver().url_patterns, "", ()))))


def _named(patterns: Any, spaces: str, before: tuple[str, ...]) -> Any:
    for one in patterns:
        names = (*before, *one.pattern.converters)
        if isinstance(one, URLResolver):
            space = f"{spaces}{one.namespace}:" if one.namespace else spaces
            yield from _named(one.url_patterns, space, names)
        else:
            yield f"{spaces}{one.name}", names
