"""Where bytes lie, what may lie there, and with which keys: as this installation is set up."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages

from motcua.base.clock import today
from motcua.base.files.keyring import KeyRing
from motcua.base.files.rules import quota_on
from motcua.base.files.scan import ClamdScanner, NoScanner, Scanner
from motcua.base.files.storages import StorageStore
from motcua.base.files.store import DiskStore, Store
from motcua.base.files.words import Limits, Quota


def store() -> Store:
    """Give the place where sealed bytes lie."""
    return (
        StorageStore(storages["files"])
        if "files" in settings.STORAGES
        else DiskStore(Path(settings.FILES_DIR))
    )


def limits() -> Limits:
    """Give how much one file may hold."""
    return Limits(max_bytes=settings.FILE_MAX_BYTES)


def quota() -> Quota:
    """Give how much one person may send today."""
    return quota_on(settings.UPLOAD_QUOTAS, today())


def scanner() -> Scanner:
    """Give the virus scanner, or one that says that there is none."""
    return ClamdScanner(settings.CLAMD_ADDRESS) if settings.CLAMD_ADDRESS else NoScanner()


def key_ring() -> KeyRing:
    """Give the master keys. Raises KeyRingBroken."""
    return KeyRing(settings.FILE_KEYS)
