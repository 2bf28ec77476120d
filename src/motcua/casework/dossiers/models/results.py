"""What the agency decided, and to whom it went."""

from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.base.files.models import StoredFile
from motcua.casework.dossiers.models.checks import pair
from motcua.casework.dossiers.models.dossier import Dossier
from motcua.casework.dossiers.words import ResultState
from motcua.reference.catalogue.models import ResultType
from motcua.reference.org.models import Staff


class Result(models.Model):
    """What the agency decided; once issued it is never edited, a later one may replace it."""

    THING = "result"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="results")
    seq = models.PositiveSmallIntegerField(db_default=1)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by", help_text="the one corrected"
    )
    error = models.TextField(db_default="", blank=True, help_text="what was wrong in the one replaced")
    state = models.TextField(choices=[(word.value, word.name) for word in ResultState])
    outcome = models.TextField(choices=[("granted", "granted"), ("refused", "refused")])
    result_type = models.ForeignKey(ResultType, null=True, on_delete=models.PROTECT)
    title = models.TextField()
    content = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    legal_ground = models.TextField(blank=True)
    attachment = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    number = models.TextField(blank=True)
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "dossiers_result"
        constraints = [
            models.UniqueConstraint(name="result_once", fields=["dossier", "seq"]),
            models.CheckConstraint(
                name="result_replaces_with_error",
                condition=Q(seq=1, replaces=None, error="")
                | (Q(seq__gt=1, replaces__isnull=False) & ~Q(error="")),
            ),
            models.CheckConstraint(name="result_approved_pair", condition=pair("approved_at", "approved_by")),
            models.CheckConstraint(name="result_issued_pair", condition=pair("issued_at", "issued_by")),
            models.CheckConstraint(
                name="result_issued_has_number",
                condition=~Q(state="issued") | (~Q(number="") & Q(issued_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="result_refused_has_ground",
                condition=Q(outcome="granted") | (~Q(reason="") & ~Q(legal_ground="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ResultReturn(models.Model):
    """To whom, when and by whom a result was handed over."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="result_returns")
    result = models.OneToOneField(Result, on_delete=models.PROTECT, related_name="returned")
    method = models.TextField()
    recipient = models.TextField()
    relation = models.TextField(help_text="owner, or by which authorisation")
    identity_checked = models.TextField(blank=True, help_text="which paper showed who they are")
    at = models.DateTimeField()
    by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="+", help_text="empty: by itself"
    )

    class Meta:
        db_table = "dossiers_result_return"

    def __str__(self) -> str:
        return self.recipient
