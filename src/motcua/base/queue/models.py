"""What the machine keeps beside procrastinate's own tables: why work went wrong, who had it done again."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from motcua.base.database.ids import uuid7


class Failure(models.Model):
    """The last failure of a job: the kind of error and its place in the program, never what it said.

    What an error says may quote a person's data. A row lives as long as its job has not gone well.
    """

    job = models.BigIntegerField(primary_key=True)
    task = models.TextField()
    args = models.JSONField()
    error = models.TextField()
    place = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "queue_failure"
        indexes = [models.Index(name="queue_failure_task", fields=["task"])]

    def __str__(self) -> str:
        return f"{self.task} {self.error}"


class Rerun(models.Model):
    """Failed jobs of one kind that somebody put back into the queue."""

    THING = "rerun"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    task = models.TextField()
    jobs = ArrayField(models.BigIntegerField())
    at = models.DateTimeField()

    class Meta:
        db_table = "queue_rerun"

    def __str__(self) -> str:
        return f"{self.task} {len(self.jobs)}"
