"""What the program can record or refuse, it can also say."""

import ast
import inspect
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module

from motcua.base.rooms.registry import cards, task_words, verb_sentence
from tests.support import source


def verbs_written(tree: ast.AST) -> Iterator[str]:
    for called, call in source.calls(tree):
        if called in ("journal.write", "journal.write_read"):
            assert call.args, f"a verb that is not the first argument: {ast.unparse(call)}"
            yield from verbs_in(call.args[0])


def verbs_in(node: ast.expr) -> Iterator[str]:
    """Give the literal verbs of an argument; a choice gives both."""
    match node:
        case ast.Constant(value=str(verb)):
            yield verb
        case ast.IfExp(body=body, orelse=orelse):
            yield from verbs_in(body)
            yield from verbs_in(orelse)


def refusals() -> Iterator[StrEnum]:
    for path in source.files():
        if "words" in (path.stem, path.parent.name):
            module = import_module("motcua." + source.name(path).removesuffix(".py").replace("/", "."))
            for _, kind in inspect.getmembers(module, inspect.isclass):
                if issubclass(kind, StrEnum) and kind.__name__.startswith("Why"):
                    yield from kind


def test_every_verb_in_code_has_a_sentence() -> None:
    written = {verb for path in source.files() for verb in verbs_written(source.tree_of(path))}
    assert written
    assert {verb for verb in written if not verb_sentence(verb)} == set()


def test_a_verb_without_a_sentence_would_be_found() -> None:
    tree = ast.parse('journal.write("a.b" if x else "c.d", about=y)')
    assert list(verbs_written(tree)) == ["a.b", "c.d"]
    assert verb_sentence("a.b") is None


def works_declared(tree: ast.AST) -> Iterator[str]:
    """Give the names of background work that a file declares."""
    for called, call in source.calls(tree):
        if called == "task" and call.args:
            yield ast.literal_eval(call.args[0])
        elif called == "app.task" and (name := next(one.value for one in call.keywords if one.arg == "name")):
            yield from [name.value] if isinstance(name, ast.Constant) else []


def test_all_background_work_has_words() -> None:
    declared = {name for path in source.files() for name in works_declared(source.tree_of(path))}
    assert {"journal.deliver", "queue.rescue"} <= declared
    assert {name for name in declared if not task_words(name)} == set()
    assert {name for card in cards() for name in (*card.tasks, *card.subjects)} == declared


def test_background_work_without_words_would_be_found() -> None:
    tree = ast.parse(
        '@task("a.b", every="* * * * *")\ndef work(): ...\n@app.task(name="c.d")\ndef other(): ...'
    )
    assert list(works_declared(tree)) == ["a.b", "c.d"]
    assert task_words("a.b") is None


def test_every_refusal_has_a_sentence_and_a_next_step() -> None:
    said = {code: sentence for card in cards() for code, sentence in card.refusals.items()}
    codes = list(refusals())
    assert codes
    assert [code for code in codes if code not in said] == []
    # What is wrong with one answer is said as what to do about it: "Nhập ngày từ … trở đi."
    cured = {code for code in codes if said[code].cure or code.startswith("form.")}
    assert [code for code in codes if not said[code].problem or code not in cured] == []


def test_no_verb_and_no_refusal_has_two_owners() -> None:
    owned = [key for card in cards() for key in (*card.verbs, *card.refusals)]
    assert sorted(owned) == sorted(set(owned))


def test_every_listener_hears_a_verb_that_somebody_writes() -> None:
    known = {verb for card in cards() for verb in card.verbs}
    assert {verb for card in cards() for verb in card.listens} <= known
