"""Work that goes wrong is noted without what it said, done again on a person's wish, and then forgotten."""

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.journal.delivery import told_to
from motcua.base.journal.models import Delivery
from motcua.base.journal.reading import rows_of
from motcua.base.queue import queries
from motcua.base.queue.commands import failing
from motcua.base.queue.commands.retrying import run_again
from motcua.base.queue.models import Failure, Rerun
from motcua.base.queue.words import RunState, Why
from motcua.base.rooms import Refusal
from tests.rooms.test_queue import wait_until, worker
from tests.support.acts import HOUSE
from tests.support.database import Database
from tests.support.jobs import leave_word
from tests.support.world import build

WORD = "tests.leave_word"
REGULAR = "notices.send_due"


def failed(task: str = WORD, *, regular: bool = False, **args: Any) -> int:
    """Give a job that a worker began and that went wrong for good."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, queueing_lock)"
            " VALUES ('default', %s, %s::jsonb, %s) RETURNING id",
            [task, json.dumps(args), task if regular else None],
        )
        (job,) = cursor.fetchone()
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job])
        cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [job])
    failing.note(job, task, args, error_of())
    return int(job)


def error_of() -> Exception:
    try:
        told_to([{"delivery": "Lý Thị Hoa, 008190004821"}])
    except ValueError as error:
        return error
    raise AssertionError("unreachable")


def statuses() -> Mapping[int, str]:
    return dict(ProcrastinateJob.objects.values_list("pk", "status"))


@pytest.mark.django_db
def test_a_failure_keeps_the_kind_and_the_place_and_nothing_that_was_said() -> None:
    job = failed(word="x")
    row = Failure.objects.get(pk=job)
    assert (row.error, row.place.partition(":")[0]) == ("ValueError", "base.journal.delivery")
    assert "Hoa" not in str(list(Failure.objects.values()))


@pytest.mark.django_db
def test_what_went_wrong_is_told_kind_by_kind_with_its_tries() -> None:
    for number in range(queries.SHOWN + 2):
        last = failed(word=str(number))
    failed(REGULAR, regular=True, timestamp=1)
    words, regular = queries.kinds_in_trouble()
    assert (words.task, words.failed, words.again, words.more) == (WORD, queries.SHOWN + 2, 0, 2)
    newest = words.troubles[0]
    assert (newest.job, newest.state, newest.args) == (last, RunState.FAILED, {"word": "21"})
    assert newest.first_at is not None and newest.first_at == newest.last_at
    assert (regular.task, regular.failed) == (REGULAR, 1)
    assert queries.count_failed() == queries.SHOWN + 3


@pytest.mark.django_db
def test_one_job_is_done_again_and_the_others_wait() -> None:
    first, second = failed(word="a"), failed(word="b")
    done = run_again(task=WORD, job=first, by=HOUSE, at=now(), key="k")
    assert isinstance(done, Rerun) and done.jobs == [first]
    assert statuses() == {first: "todo", second: "failed"}
    (row,) = rows_of(f"rerun:{done.pk}")
    assert (row.verb, row.payload["count"], row.payload["task"]) == ("job.run_again", 1, WORD)
    (kind,) = queries.kinds_in_trouble()
    assert (kind.failed, kind.again) == (1, 1)
    assert {one.job: one.state for one in kind.troubles} == {first: RunState.WAITING, second: RunState.FAILED}


@pytest.mark.django_db
def test_a_repeated_wish_acts_once() -> None:
    failed(word="a")
    first, again = (run_again(task=WORD, by=HOUSE, at=now(), key="k") for _ in range(2))
    assert isinstance(first, Rerun) and first == again
    assert Rerun.objects.count() == 1
    assert run_again(task=WORD, by=HOUSE, at=now(), key="other") == Refusal(Why.NOT_FAILED)


@pytest.mark.django_db
def test_a_job_of_another_kind_is_not_reached_by_its_number() -> None:
    job = failed(word="a")
    assert run_again(task="notices.send", job=job, by=HOUSE, at=now()) == Refusal(Why.NOT_FAILED)
    assert statuses() == {job: "failed"}


@pytest.mark.django_db
def test_of_regular_work_the_newest_alone_is_done_again() -> None:
    older, newest = (failed(REGULAR, regular=True, timestamp=at) for at in (1, 2))
    done = run_again(task=REGULAR, by=HOUSE, at=now())
    assert isinstance(done, Rerun) and done.jobs == [newest]
    assert statuses() == {older: "failed", newest: "todo"}


@pytest.mark.django_db
def test_regular_work_that_is_queued_anyway_is_not_queued_twice() -> None:
    older, newest = (failed(REGULAR, regular=True, timestamp=at) for at in (1, 2))
    run_again(task=REGULAR, by=HOUSE, at=now())
    assert run_again(task=REGULAR, by=HOUSE, at=now()) == Refusal(Why.QUEUED_ALREADY)
    assert statuses() == {older: "failed", newest: "todo"}


@pytest.mark.django_db
def test_success_settles_the_same_work_alone_and_of_regular_work_all_before() -> None:
    same, other = failed(word="a"), failed(word="b")
    regular = [failed(REGULAR, regular=True, timestamp=at) for at in (1, 2)]
    failing.settle(WORD, {"word": "a"}, regular=False)
    assert set(statuses()) == {other, *regular}
    failing.settle(REGULAR, {"timestamp": 3}, regular=True)
    assert set(statuses()) == {other} == set(Failure.objects.values_list("pk", flat=True))
    assert same not in statuses()


@pytest.mark.django_db
def test_a_delivery_says_which_act_it_tells_to_whom_and_nothing_of_what_the_act_says() -> None:
    dossier = build().submitted()
    row = Delivery.objects.filter(subscriber="dossier_notices.dossier.submitted").get()
    (said,) = told_to([{"delivery": str(row.pk)}])
    assert said.startswith("Việc “") and said.endswith("báo cho phần Thông báo về hồ sơ")
    assert "{" not in said and dossier.temporary_code not in said
    assert told_to([{"delivery": str(uuid7())}]) == [""]


@pytest.mark.django_db
def test_the_pulse_counts_what_is_due_and_since_when() -> None:
    quiet = queries.pulse(now())
    assert (quiet.waiting, quiet.waits_since, quiet.workers, quiet.beat_at) == (0, None, 0, None)
    leave_word.defer(file="x", word="a")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [now()])
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [now() - timedelta(hours=1)]
        )
    found = queries.pulse(now())
    assert (found.waiting, found.workers) == (1, 1)
    assert found.waits_since is not None and found.beat_at is not None


@pytest.mark.slow
def test_a_worker_notes_what_went_wrong_and_forgets_it_when_it_goes_well(
    committed: Database, tmp_path: Path
) -> None:
    file = tmp_path / "later" / "words"
    leave_word.defer(file=str(file), word="done")
    with worker(committed):
        wait_until(lambda: Failure.objects.exists() and queries.count_failed() == 1)
        assert Failure.objects.get().error == "FileNotFoundError"
        file.parent.mkdir()
        assert isinstance(run_again(task=WORD, by=HOUSE, at=now()), Rerun)
        wait_until(file.exists)
        wait_until(
            lambda: (
                not Failure.objects.exists() and not ProcrastinateJob.objects.filter(task_name=WORD).exists()
            )
        )
