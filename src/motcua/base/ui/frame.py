"""What stands around every page: office, menu, person, footer. A door puts one on `request.ui`."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One way to go; `post` makes it a button that sends a form, `count` stands beside the label.

    `language` names the language of the label where it is not that of the frame.
    """

    label: str
    href: str
    current: bool = False
    count: int | None = None
    post: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in; `entries` open under the name, else the name links to `href`."""

    name: str
    href: str = ""
    entries: tuple[MenuEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the footer."""

    title: str
    text: str = ""
    entries: tuple[MenuEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Kiosk:
    """What stands around every screen of a kiosk.

    `stay` asks whether somebody is there, `wipe` ends; `again` names the way back to the beginning, where
    there is one. `clear` draws everything larger and in ink.
    """

    stay: str
    wipe: str
    clock: str
    entries: tuple[tuple[str, MenuEntry], ...] = ()
    resting: bool = False
    clear: bool = False
    again: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Neutral facts of the frame; empty ones are left out of the page.

    `words` holds the page's own texts in its `language`, by their Vietnamese.
    """

    office: str = ""
    menu: tuple[MenuEntry, ...] = ()
    person: Person | None = None
    today: str = ""
    search_url: str = ""
    notice: str = ""
    place: str = ""
    home: str = "/"
    sign_in: MenuEntry | None = None
    languages: tuple[MenuEntry, ...] = ()
    footer: tuple[Column, ...] = ()
    search_label: str = "Tìm"
    language: str = "vi"
    kiosk: Kiosk | None = None
    words: Mapping[str, str] = field(default_factory=dict)
