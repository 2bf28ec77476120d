"""Commands are the only hands: nothing else writes."""

import ast
from collections.abc import Iterator

import pytest

from tests.support import source

WRITING = {
    *("save", "create", "get_or_create", "update_or_create", "bulk_create", "bulk_update"),
    *("update", "delete", "aupdate", "adelete", "asave", "acreate"),
}
# The ground under the commands: what the wrapper itself keeps, the machine, the tables of log-in.
FRAMEWORK = (
    "base/journal/command.py",
    "base/journal/delivery.py",
    "base/database/",
    "base/files/",
    "base/print/",
    "base/files/storages.py",
    "exchange/identity/",
)
# Receivers whose methods merely share these names.
NO_TABLE = ("hashlib", "digest", "whole", "hasher", "session", "context", "facts", "found", "seen")
STATEMENT = ("INSERT ", "UPDATE ", "DELETE ", "TRUNCATE ", "MERGE ")


def is_allowed(name: str) -> bool:
    return name.endswith("commands.py") or "/commands/" in name or name.startswith(FRAMEWORK)


def writings(tree: ast.AST) -> Iterator[str]:
    for called, call in source.calls(tree):
        receiver, _, method = called.rpartition(".")
        on_a_model = "objects" in receiver or method in ("save", "bulk_create") or "filter(" in receiver
        plain = method in ("update", "delete") and receiver.split(".")[-1] in NO_TABLE
        if method in WRITING and (on_a_model or method == "delete") and not plain:
            yield f"{called} in line {call.lineno}"
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if text.lstrip().startswith(STATEMENT):
                yield f"SQL in line {node.lineno}"


def test_nothing_writes_outside_commands() -> None:
    found = {
        source.name(path): written
        for path in source.files()
        if not is_allowed(source.name(path)) and (written := list(writings(source.tree_of(path))))
    }
    found.pop("base/journal/writing.py", None)
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "Account.objects.create(login='a')",
        "account.save(update_fields=['a'])",
        "Account.objects.filter(pk=1).update(a=1)",
        "row.delete()",
        "cursor.execute('UPDATE a SET b = 1')",
    ],
)
def test_a_writing_line_is_found(line: str) -> None:
    assert list(writings(ast.parse(line)))


@pytest.mark.parametrize("line", ["whole.update(b'')", "seen.update(more)", "queries.update_of(x)"])
def test_a_harmless_line_is_not(line: str) -> None:
    assert not list(writings(ast.parse(line)))
