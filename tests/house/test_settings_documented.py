"""Operators find every setting in one place."""

import re

from tests.support.database import ROOT

SETTINGS = ROOT / "src" / "motcua" / "config" / "settings.py"
DOCUMENT = ROOT / "docs" / "operate" / "settings.md"


def test_every_setting_is_documented_and_no_other() -> None:
    read = set(re.findall(r'env\.\w+\("([A-Z_0-9]+)"', SETTINGS.read_text()))
    told = set(re.findall(r"`((?:MOTCUA|DATABASE)_[A-Z_0-9]+)`", DOCUMENT.read_text()))
    assert told - {"DATABASE_URL", "DATABASE_OWNER_URL"} == read
