"""The main pages by keyboard alone: Tab comes to every control, the focus is seen, and nothing holds it."""

from collections.abc import Callable

import pytest

from tests.journeys.running import House
from tests.journeys.visitor import Visitor, sign_in_citizen

pytestmark = pytest.mark.slow
PUBLIC = ("/", "/thu-tuc/?q=khai+sinh", "/thu-tuc/1.001193/", "/thu-tuc/1.001193/kiem-tra/", "/tra-cuu/")
COUNTER = ("/can-bo/", "/can-bo/tiep-nhan/1.001193/")
CONTROLLER = ("/can-bo/danh-muc/", "/can-bo/danh-muc/thu-tuc/1.001193/", "/can-bo/bieu-mau/khai-sinh/")
# What can be come to and was not yet: of a group of radios one.
CONTROLS = """() => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const groups = new Set();
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex='0']";
  return [...document.querySelectorAll(all)].filter((one) => {
    if (one.disabled || one.tabIndex < 0 || !seen(one) || window.come?.has(one)) return false;
    if (one.type !== "radio") return true;
    const group = [...document.getElementsByName(one.name)];
    return group[0] === one && !group.some((other) => window.come?.has(other));
  }).map((one) => one.outerHTML.slice(0, 120));
}"""
# What has the focus, whether it came before, and how it and what stands for it on the page looks now.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  window.come ??= new Map();
  const again = window.come.has(one);
  if (!again) window.come.set(one, window.come.size);
  return { place: window.come.get(one), again, told: one.outerHTML.slice(0, 120) };
}"""
# Where a page puts the caret into a field, Tab would begin there.
TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}"""
LOOKS = """(place) => {
  const one = [...window.come.keys()][place];
  const label = one.labels?.[0] || one.closest("label") || one;
  const looks = (each, part) => {
    const style = getComputedStyle(each, part);
    return [style.outline, style.boxShadow, style.backgroundColor, style.borderColor].join();
  };
  const parts = [undefined, "::before", "::after"];
  return [one, label].flatMap((each) => parts.map((part) => looks(each, part))).join(" ");
}"""


def test_citizens_pages(visit: Callable[..., Visitor], house: House) -> None:
    citizen = visit(1280, scripted=True, name="keyboard")
    for path in PUBLIC:
        _walk(citizen, path)
    citizen.quietly("/thu-tuc/1.001193/nop/")
    sign_in_citizen(citizen, house.newcomer())
    citizen.choose("Ủy ban nhân dân phường Minh Xuân")
    with citizen.page.expect_navigation():
        citizen.page.get_by_role("button", name="Lập hồ sơ").click()
    form = citizen.page.url.removeprefix(house.address)
    _walk(citizen, form)
    _walk(citizen, f"{form.partition('phan/')[0]}giay-to/")


@pytest.mark.parametrize(
    ("login", "paths"),
    [("hoa.minhxuan", COUNTER), ("minh.vanphong", CONTROLLER)],
    ids=["counter", "controller"],
)
def test_officials_pages(
    visit: Callable[..., Visitor], house: House, login: str, paths: tuple[str, ...]
) -> None:
    official = visit(1280, scripted=True, name="keyboard")
    official.enter(house.sessions(login)[login])
    for path in paths:
        _walk(official, path)


def test_a_focus_that_nobody_sees_is_noticed(visit: Callable[..., Visitor]) -> None:
    anyone = visit(1280, scripted=True, name="keyboard")
    with pytest.raises(AssertionError, match="no focus is seen"):
        _walk(
            anyone,
            "/tra-cuu/",
            style="* { outline: 0; box-shadow: none; background: none; border-color: red }",
        )


def test_a_control_that_tab_passes_by_is_noticed(visit: Callable[..., Visitor]) -> None:
    anyone = visit(1280, scripted=True, name="keyboard")
    trap = "document.querySelector('main a, main input').onfocus = () => document.querySelector('a').focus()"
    with pytest.raises(AssertionError, match="Tab did not come here"):
        _walk(anyone, "/tra-cuu/", trap=trap)


def _walk(visitor: Visitor, path: str, *, style: str = "", trap: str = "") -> None:
    """Press Tab from the top of a page to its end; `style` and `trap` spoil it first."""
    visitor.quietly(path)
    page = visitor.page
    if style:
        spoilt = style.replace(";", " !important;").replace(" }", " !important }")
        page.evaluate(
            "(words) => { const one = new CSSStyleSheet(); one.replaceSync(words);"
            " document.adoptedStyleSheets = [one]; }",
            spoilt,
        )
    if trap:
        page.evaluate(f"() => {{ {trap} }}")
    page.evaluate(TOP)
    many = len(page.evaluate(CONTROLS))
    assert many > 0, path
    before = None
    for _ in range(many + 3):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if before is not None:
            after = page.evaluate(LOOKS, before["place"])
            assert after != before["looks"], f"{path}: no focus is seen on {before['told']}"
        if now is None or now["again"]:
            break
        before = {**now, "looks": page.evaluate(LOOKS, now["place"])}
    assert page.evaluate(CONTROLS) == [], f"{path}: Tab did not come here"
