"""The program as text and tree, for the tests of the house."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.database import SOURCE

HOUSE = SOURCE / "motcua"


@cache
def tree_of(path: Path) -> ast.Module:
    """Give the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def files() -> list[Path]:
    """Give every Python file of the program but migrations."""
    return sorted(path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)


def name(path: Path) -> str:
    """Give a file's path within the program."""
    return path.relative_to(HOUSE).as_posix()


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Give every call with the dotted text of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node
