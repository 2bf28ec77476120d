"""Settings of the tests: those of the house, but quick where safety is not what is tested."""

import os
from pathlib import Path

_TESTED = Path(__file__).resolve().parents[2] / "var" / "test"

# The tests bring their own database and folders, whatever the environment names.
for _name in ("DATABASE_URL", "DATABASE_OWNER_URL", "MOTCUA_DATABASE_ROLE", "MOTCUA_DATABASE_POOL"):
    if os.environ.get("MOTCUA_TEST_DATABASE") != "given":
        os.environ.pop(_name, None)
os.environ.setdefault("MOTCUA_VAR_DIR", str(_TESTED))

from motcua.config.settings import *  # noqa: E402, F403 - the environment above comes first

# Pages in tests name their static files, nobody fetches them; an empty folder is enough.
STATIC_ROOT = _TESTED / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
PASSWORD_HASHERS = ["tests.support.hashers.QuickHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PROCRASTINATE_IMPORT_PATHS = [*PROCRASTINATE_IMPORT_PATHS, "tests.support.jobs"]  # noqa: F405 - from the house
