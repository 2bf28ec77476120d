"""The journal can be checked without this program: by a file, in plain Python."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from motcua.base.journal import roots, verifier
from motcua.base.journal.models import Entry
from motcua.base.journal.reading import exported
from tests.support.acts import Thing, noted
from tests.support.database import Database

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


def check_outside(*paths: Path) -> "subprocess.CompletedProcess[str]":
    """Run the verifier where neither Django nor this program can be imported."""
    return subprocess.run(
        [sys.executable, "-I", "-S", verifier.__file__, *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )


def export(path: Path, *options: str) -> Path:
    call_command("journal", "export", str(path), *options)
    return path


def test_an_export_is_checked_without_django(
    committed: Database, tmp_path: Path, take_root: Callable[[], Path | None]
) -> None:
    for words in ("Lò Thị Mai", "a\nb", "😀", 'say "no"'):
        noted(noted(Thing()), words)
    root = take_root()
    assert root is not None
    done = check_outside(export(tmp_path / "all.jsonl"), root)
    assert (done.returncode, done.stdout) == (0, "8 rows in 4 chains, 0 faults\n")


@pytest.mark.django_db
def test_a_changed_export_is_found_without_django(tmp_path: Path) -> None:
    noted(noted(Thing()), "five")
    path = export(tmp_path / "all.jsonl")
    path.write_text(path.read_text().replace("five", "nine"))
    done = check_outside(path)
    assert done.returncode == 1
    assert "row 2: was altered" in done.stdout


@pytest.mark.parametrize("content", ["no json", "{}", "[1]", None])
def test_what_is_no_export_gets_a_sentence(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "export.jsonl"
    if content is not None:
        path.write_text(content)
    done = check_outside(path)
    assert done.returncode == 2
    assert done.stderr.startswith("not a journal export") and "Traceback" not in done.stderr


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(words=texts, name=texts)
@example(words="Ngu\u0303yê\u0303n", name="Nguyễn")
@example(words="😀 \u2028 \" ' \\ \r\n \t \x7f", name=":,12:")
@pytest.mark.django_db
def test_python_and_the_database_agree_on_every_digest(words: str, name: str) -> None:
    thing = noted(Thing(THING=name), words)
    entry = Entry.objects.get(thing=f"{name}:{thing.pk}")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(journal_digest(e), 'hex') FROM journal_entry e WHERE id = %s", [entry.pk]
        )
        row = cursor.fetchone()
    (out,) = exported(iter([entry]))
    through_a_file = json.loads(json.dumps(out, ensure_ascii=False))
    assert row is not None
    assert verifier.digest(through_a_file) == row[0] == out["hash"]


@given(st.lists(texts, min_size=3, max_size=3), st.lists(texts, min_size=3, max_size=3))
def test_different_rows_never_share_a_digest(one: list[str], other: list[str]) -> None:
    def row(parts: list[str]) -> dict[str, str]:
        fields = dict.fromkeys(verifier._FIELDS, "")
        return {**fields, **dict(zip(("about", "verb", "actor"), parts, strict=True))}

    assert (verifier.digest(row(one)) == verifier.digest(row(other))) == (one == other)


@pytest.mark.django_db
def test_verify_answers_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    thing = noted(noted(Thing()))
    call_command("journal", "verify", "--json", "--thing", f"thing:{thing.pk}")
    assert json.loads(capsys.readouterr().out) == {"whole": True, "rows": 2, "chains": 1, "faults": []}


@pytest.mark.django_db
def test_verify_of_an_unknown_chain_is_bad_input() -> None:
    with pytest.raises(CommandError, match="không có chuỗi") as refused:
        call_command("journal", "verify", "--thing", "thing:none")
    assert refused.value.returncode == 2


@pytest.mark.slow
def test_the_command_line_says_whole_broken_or_bad_by_its_exit(committed: Database, tmp_path: Path) -> None:
    def motcua(*words: str) -> "subprocess.CompletedProcess[str]":
        environment = {**committed.environment(), "MOTCUA_JOURNAL_ROOTS_DIR": str(tmp_path)}
        command = [sys.executable, "-m", "motcua.config.cli", "journal", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    noted(noted(Thing()))
    assert motcua("verify", "--json").returncode == 0
    assert motcua("export", "/nowhere/at/all").returncode == 2
    committed.as_owner("ALTER TABLE journal_entry DISABLE TRIGGER journal_refuse_change")
    committed.as_owner("UPDATE journal_entry SET verb = 'x' WHERE seq = 1")
    broken = motcua("verify", "--json")
    assert broken.returncode == 1
    assert [fault["seq"] for fault in json.loads(broken.stdout)["faults"]] == [1]
    assert not roots.check().whole
