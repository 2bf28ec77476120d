"""The rights table: every address, everybody who might come, what they get. A new address needs its row."""

from collections.abc import Iterator

import pytest
from django.http import HttpResponseBase

from motcua.base.access.audience import Audience
from motcua.casework.dossiers import rules
from tests.doors.rights.addresses import routes
from tests.doors.rights.people import (
    ADMINISTRATOR,
    CONTROLLER,
    EVERYBODY,
    FAR,
    FORMER,
    NOBODY,
    OFFICIALS,
    OVERSEER,
    OWNER,
    STRANGER,
    UNPROVED,
)
from tests.doors.rights.scene import Scene, set_the_scene

pytestmark = pytest.mark.django_db

ALL = frozenset(EVERYBODY)
CITIZENS = frozenset({OWNER, STRANGER})
OWN = frozenset({OWNER})
# One dossier: its counter, its case officer, the head and the leader above. Nobody else, not even colleagues.
CONCERNED = frozenset({"counter", "officer", "head", "leader"})
TOOK_PART = CONCERNED | {"clerk"}
WORKING = frozenset(OFFICIALS) | {FAR, ADMINISTRATOR, OVERSEER}
AT_WORK = WORKING - {"auditor", CONTROLLER, ADMINISTRATOR, OVERSEER}
STAFF = WORKING | {UNPROVED}
CORRECTORS = frozenset({"counter", "officer", "head", "leader"})
COUNTER, AUDITOR = frozenset({"counter"}), frozenset({"auditor"})
CONTROLLERS = frozenset({CONTROLLER})
ADMINISTRATORS = frozenset({ADMINISTRATOR})
REFORMERS = frozenset({OVERSEER})
# Who has to do with scoring: heads and leaders of agencies, and the office for reform.
SCORED = REFORMERS | {"head", "leader", FAR}

# Figures of more than one desk: those of the committee alone are not for the leader of another.
LEADING = frozenset({"leader", FAR, "auditor", CONTROLLER, OVERSEER})
FIGURES = (
    *("leader", "leader-export", "agencies", "behind", "behind-save", "standing", "standing-save", "measure"),
    *("closings", "closing", "report-06", "report-06-save"),
)

ACTS = (
    *("judge", "reveal", "accept", "send-supplement", "receive-supplement", "decide-supplement", "approve"),
    *("issue", "hand-over", "forward", "draft", "ask", "propose-supplement", "assign", "return", "recall"),
    *("refuse", "propose-extension", "extend", "decline-extension", "stop", "close"),
    *("draft-correction", "approve-correction", "issue-correction"),
    *("transfer", "take-transfer"),
    *("consult", "shares", "answer", "withdraw-consultation"),
)
KIOSK = (
    *("kiosk", "kiosk-find", "kiosk-events", "kiosk-look-up", "kiosk-call", "kiosk-stay", "kiosk-wipe"),
    *("kiosk-procedure", "kiosk-guide"),
)
IMPORTING = ("import", "import-file", "import-problems", "import-problem")
CATALOGUE = (
    *("decisions", "decision-new", "decision", "procedure", "draft", "classify", "compare", "abolish"),
    *("offerings", "end-offering", "version", "edit", "step"),
)
ROUTES = (
    *("catalogue-routes", "catalogue-route-begin", "catalogue-route", "catalogue-route-approve"),
    *("catalogue-route-discard", "catalogue-route-arrange", "catalogue-route-add", "catalogue-route-step"),
    *("catalogue-route-ways", "route-templates", "route-template"),
)
DRAFT = (
    *("draft-delete", "draft-dispute-paper", "draft-dispute-fact"),
    *("draft", "draft-form", "draft-papers", "draft-remove", "draft-delivery", "draft-check", "draft-done"),
    *("draft-photo", "draft-renew"),
)
FORMS = (
    *("list", "new", "import", "form", "compare", "draft", "edit", "preview", "discard", "publish"),
    *("export-draft", "version", "export", "contract"),
)
ADMINISTRATION = (
    *("calendar", "calendar-new", "calendar-decision", "calendar-day", "calendar-week", "calendar-drop"),
    *("calendar-change", "regulations", "regulation", "agencies", "agency-new", "agency", "agency-end"),
    *("unit-new", "position-new", "people", "person-new", "person", "person-appoint", "person-move"),
    *("person-delegate", "person-leave", "delegations", "delegation-end", "jobs", "health"),
    "regulation-change",
)
QUALITY = ("quality", "quality-save", "quality-units", "quality-row", "quality-things")
ABOVE = frozenset({OVERSEER})  # the province; the sheet of the commune is open, not yet locked
OF_A_ROUND = ("round", "round-deadline", "round-allocate", "round-month", "round-move", "decision")
OF_A_SHEET = ("sheet", "sheet-save", "ways", "leaf", "evidence")
NOT_NOW = (
    *("take-over", "leaf-give", "evidence-add", "evidence-drop", "begin", "appraisal-close"),
    *("explanation-lock", "council-close", "verdict", "explain", "approve", "publish", "correct"),
)
PUBLISHED = (
    "published",
    *(f"published-{page}" for page in ("index", "figure", "batch", "checks", "progress")),
)
TABLE: dict[str, frozenset[str]] = {
    **dict.fromkeys(("healthz", "livez"), ALL),
    **dict.fromkeys(("api:openapi", "api:dictionary", "api:procedures", "api:procedure"), ALL),
    **dict.fromkeys(("api:procedures-csv", "api:procedures-json", "api:nothing"), ALL),
    **dict.fromkeys(("openid_connect_login", "openid_connect_callback"), ALL),
    **dict.fromkeys(("account_login", "mfa_authenticate", "mfa_login_webauthn"), ALL),
    **dict.fromkeys(("account_logout", "account_inactive"), ALL),
    **dict.fromkeys(("mfa_index", "mfa_activate_totp", "mfa_list_webauthn", "mfa_add_webauthn"), STAFF),
    **dict.fromkeys(("mfa_view_recovery_codes", "mfa_download_recovery_codes"), STAFF),
    **dict.fromkeys(("mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_remove_webauthn"), WORKING),
    **dict.fromkeys(("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"), WORKING),
    "account_change_password": WORKING,
    "desk:work": WORKING,
    "desk:search": AT_WORK,
    **dict.fromkeys(("desk:view-keep", "desk:view-let-go"), AT_WORK),
    "desk:outages": COUNTER | ADMINISTRATORS,
    **dict.fromkeys(("desk:late-counter", "desk:late-take-in"), COUNTER),
    "desk:board": frozenset({"head", "leader", FAR}),
    "desk:bulk": frozenset({"counter", "officer", "head", FAR}),
    "desk:consultations": AT_WORK,
    "desk:reply-file": TOOK_PART,
    "desk:counter": COUNTER,
    "desk:take-in": COUNTER,
    "desk:dossier": CONCERNED,
    "desk:slip": CONCERNED,
    **dict.fromkeys(("desk:control-slip", "desk:control-slip-print"), CONCERNED),
    **dict.fromkeys(("desk:register", "desk:register-print", "desk:register-save"), COUNTER),
    # A year is opened to the head of the counter alone; nobody in the scene is one.
    **dict.fromkeys(("desk:register-volume", "desk:register-close"), frozenset()),
    "desk:paper": TOOK_PART,
    "desk:result": TOOK_PART,
    "desk:one-result": TOOK_PART,
    **{f"desk:{act}": CONCERNED for act in ACTS},
    **{f"desk:catalogue-{page}": CONTROLLERS for page in IMPORTING},
    "desk:catalogue": CONTROLLERS,
    **{f"desk:catalogue-{page}": CONTROLLERS for page in CATALOGUE},
    **{f"desk:{page}": CONTROLLERS for page in ROUTES},
    **{f"forms:{page}": CONTROLLERS for page in FORMS},
    **dict.fromkeys(("desk:wording", "desk:wording-kind", "desk:wording-line"), CONTROLLERS),
    **dict.fromkeys(("desk:notices", "desk:notices-reach"), WORKING),
    "desk:notice": frozenset({"officer"}),
    **dict.fromkeys(("desk:notice-rules", "desk:notice-rule"), ADMINISTRATORS),
    **dict.fromkeys(("desk:unsent", "desk:unsent-again"), ADMINISTRATORS),
    **dict.fromkeys(("portal:notices", "portal:notices-reach"), CITIZENS),
    "portal:notice": OWN,
    "desk:admin": ADMINISTRATORS,
    **{f"desk:admin-{page}": ADMINISTRATORS for page in ADMINISTRATION},
    **dict.fromkeys(("desk:criteria-sets", "desk:criteria-set", "desk:criteria-export"), SCORED),
    "desk:criteria-import": REFORMERS,
    **dict.fromkeys(("desk:scoring", "desk:score-results", "desk:score-history"), SCORED),
    "desk:score-rounds": REFORMERS | {"leader", FAR},
    "desk:score-round-open": REFORMERS,
    **{f"desk:score-{page}": ABOVE for page in OF_A_ROUND},
    **{f"desk:score-{page}": ABOVE | {"head", "leader"} for page in OF_A_SHEET},
    **dict.fromkeys(("desk:score-queue", "desk:score-survey"), ABOVE),
    "desk:score-lock": frozenset({"leader"}),
    **{f"desk:score-{page}": frozenset() for page in NOT_NOW},
    "desk:standing-in": WORKING,
    "desk:corrections": CORRECTORS | {FAR},
    "desk:correction": CORRECTORS,
    **{f"command:{page}": LEADING for page in FIGURES},
    **dict.fromkeys(("command:agency", "command:officer"), LEADING - {FAR}),
    "command:closing-compare": AUDITOR | CONTROLLERS | REFORMERS,
    "command:close-period": CONTROLLERS | REFORMERS,
    "command:indices": LEADING,
    **{f"command:{page}": LEADING for page in QUALITY},
    "command:rating": LEADING,
    "command:rating-unit": LEADING - {FAR},
    # The head of a one-stop unit declares; nobody in the scene is one.
    "command:rating-declare": frozenset(),
    "command:home": AUDITOR,
    "command:journal": AUDITOR,
    "command:dossier-journal": AUDITOR,
    **{f"command:{page}": frozenset({"leader", FAR}) | AUDITOR | REFORMERS for page in PUBLISHED},
    **dict.fromkeys(("command:published-import", "command:published-breaks"), REFORMERS),
    **dict.fromkeys(("portal:home", "portal:results", "portal:procedure", "portal:look-up"), ALL),
    **dict.fromkeys(("portal:suggestions", "portal:browse", "portal:check"), ALL),
    "portal:communes": ALL,
    **dict.fromkeys(("portal:help", "portal:accessibility", "portal:personal-data"), ALL),
    **dict.fromkeys(("portal:sign-in", "portal:sign-out"), ALL),
    **dict.fromkeys(("portal:start", "portal:mine", "portal:held", "portal:uploads"), CITIZENS),
    **dict.fromkeys(("portal:represented", "portal:represent"), CITIZENS),
    **{f"portal:{page}": OWN for page in DRAFT},
    **dict.fromkeys(("portal:dossier", "portal:looks", "portal:supplement", "portal:withdraw"), OWN),
    **dict.fromkeys(("portal:sent", "portal:held-uses"), OWN),
    **dict.fromkeys(("portal:confirm-representation", "portal:end-representation"), OWN),
    **dict.fromkeys(("portal:answer-file", "portal:answer-photo"), OWN),
    **{f"portal:representation-{page}": OWN for page in ("document", "file", "photo")},
    "portal:calendar": OWN,
    "portal:all-looks": CITIZENS,
    **{f"portal:{page}": ALL for page in KIOSK},
    **dict.fromkeys(("portal:openness", "portal:open-data"), ALL),
    **dict.fromkeys(("portal:file", "portal:slip", "portal:result", "portal:held-file"), OWN),
    "portal:upload": OWN,
}
# Who may send what a page shows them, where that is fewer: a unit's figures are declared by its scorer.
SENDING = {"desk:score-leaf": frozenset()}
GROUPS = [sorted(TABLE)[start : start + 8] for start in range(0, len(TABLE), 8)]
SIGN_IN = ("/dang-nhap/", "/can-bo/dang-nhap/")
SECOND_FACTOR = "/can-bo/tai-khoan/"
# There are no recovery codes in the scene, and log-in pages send on whoever is in already.
NOTHING_THERE = ("api:nothing", "mfa_view_recovery_codes", "mfa_download_recovery_codes")
ABOUT_LOG_IN = ("openid_connect_login", "openid_connect_callback", "mfa_authenticate", "mfa_login_webauthn")

PULSE = ("healthz", "livez")  # says the same to any question


@pytest.fixture
def scene() -> Iterator[Scene]:
    return set_the_scene()


def test_every_address_has_an_audience_and_a_row() -> None:
    assert {name: view for name, view in routes().items() if not isinstance(view.audience, Audience)} == {}
    assert set(TABLE) == set(routes())


@pytest.mark.parametrize("routes_here", GROUPS, ids=[group[0] for group in GROUPS])
def test_who_gets_in(scene: Scene, routes_here: list[str]) -> None:
    wrong = {
        (route, who, "POST" if post else "GET"): (answer.status_code, answer.get("Location"))
        for route in routes_here
        for who in EVERYBODY
        for post in ((False, True) if takes_post(route) else (False,))
        if not as_told(answer := scene.answer(who, route, post=post), who, route, post=post)
    }
    assert wrong == {}


def takes_post(route: str) -> bool:
    """Tell whether a POST could do anything: a page that only reads refuses it whoever asks."""
    return getattr(routes()[route], "writes", True)


def test_a_page_that_only_reads_takes_no_post_from_anybody(scene: Scene) -> None:
    taken = {
        route: answer.status_code
        for route in TABLE
        if not takes_post(route)
        and route not in PULSE
        and (answer := scene.answer("officer", route, post=True)).status_code != 405
    }
    assert taken == {}


def as_told(answer: HttpResponseBase, who: str, route: str, *, post: bool) -> bool:
    """Tell whether an answer is what the table says; a page that only reads takes no POST from anybody."""
    if answer.status_code == 405:
        return True
    allowed = SENDING.get(route, TABLE[route]) if post else TABLE[route]
    return answer.status_code < 500 and refused(answer, who, route) is (who not in allowed)


def refused(answer: HttpResponseBase, who: str, route: str) -> bool:
    """Tell whether somebody was kept out: told so, shown nothing, or sent to prove who they are."""
    if answer.status_code in (301, 302):
        to = str(answer["Location"]).partition("?")[0]
        kept_out = to in SIGN_IN and route not in ABOUT_LOG_IN
        return kept_out or (who == UNPROVED and to == SECOND_FACTOR)
    return answer.status_code == 403 or (answer.status_code == 404 and route not in NOTHING_THERE)


def test_the_table_is_replayed_with_teeth(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """With relations off, a stranger reads the dossier: so the table sees what it must see."""
    monkeypatch.setattr(rules, "may", lambda facts, actor, verb: True)
    assert not refused(scene.answer(FAR, "desk:dossier"), FAR, "desk:dossier")


def test_who_left_is_out_with_the_next_request(scene: Scene) -> None:
    assert refused(scene.answer(FORMER, "desk:work"), FORMER, "desk:work")
    assert refused(scene.answer(NOBODY, "desk:work"), NOBODY, "desk:work")
