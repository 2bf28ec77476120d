"""Is everything in the store as it was put there? Digests need no key, tags do."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from motcua.base.files.commands.sweeping import orphans
from motcua.base.files.keyring import MasterAway
from motcua.base.files.models import StoredFile
from motcua.base.files.opened import Shredded, open_file
from motcua.base.files.places import store
from motcua.base.files.sealing import CHUNK, Tampered


@dataclass
class Report:
    """What was found: how many files are whole, which are not and why, what lies there without a row."""

    files: int = 0
    whole: int = 0
    shredded: int = 0
    faults: dict[str, str] = field(default_factory=dict)
    orphans: list[str] = field(default_factory=list)

    @property
    def well(self) -> bool:
        """Tell whether every file that may be read can be read as it was put there."""
        return not self.faults


def inspect_store(at: datetime, *, with_keys: bool = True) -> Report:
    """Look at every stored file: its stored bytes against the digest, and its tags when keys are used."""
    report = Report()
    for file in StoredFile.objects.select_related("owner_key").order_by("pk").iterator():
        report.files += 1
        fault = _fault(file)
        if not fault and with_keys and file.owner_key.wrapped is None:
            report.shredded += 1
        elif fault := fault or (_fault_inside(file) if with_keys else ""):
            report.faults[str(file.pk)] = fault
        else:
            report.whole += 1
    report.orphans = list(orphans(at))
    return report


def _fault(file: StoredFile) -> str:
    digest, size = hashlib.sha256(), 0
    try:
        for chunk in _chunks(file):
            digest.update(chunk)
            size += len(chunk)
    except FileNotFoundError:
        return "missing"
    same = (size, digest.hexdigest()) == (file.stored_size, file.sha256)
    return "" if same else "changed"


def _fault_inside(file: StoredFile) -> str:
    try:
        with open_file(file) as plain:
            while plain.read(CHUNK):
                pass
    except Tampered:
        return "does not open"
    except (MasterAway, Shredded):
        return "no master key"
    return ""


def _chunks(file: StoredFile) -> Iterator[bytes]:
    with store().open(file.key) as stored:
        while chunk := stored.read(CHUNK):
            yield chunk
