"""Storage of notices. Personal values stand in the outbox row alone, and are wiped in the end."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from motcua.base.database.ids import uuid7
from motcua.base.notices.words import Medium, NoticeState, Wording

_MEDIA = [(word.value, word.name) for word in Medium]


class Notice(models.Model):
    """One thing told to one recipient by one medium."""

    THING = "notice"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event_id = models.UUIDField(help_text="of the news or the alarm that it tells of")
    event = models.TextField()
    about = models.TextField(help_text="the thing, as the journal names it")
    happened_at = models.DateTimeField()
    recipient = models.TextField(help_text="who, by id; never an address")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="notices"
    )
    medium = models.TextField(choices=_MEDIA)
    address = models.TextField(blank=True)
    subject = models.TextField(blank=True)
    body = models.TextField(blank=True)
    state = models.TextField(choices=[(word.value, word.name) for word in NoticeState])
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True, help_text="code of the last refusal")
    problem_said = models.TextField(blank=True, help_text="what the other side answered, without addresses")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    wiped_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notices_notice"
        constraints = [
            # Whatever dies when, one event is told once to one recipient by one medium.
            models.UniqueConstraint(name="notice_once", fields=["event_id", "recipient", "medium"]),
            models.CheckConstraint(
                name="notice_state_known", condition=Q(state__in=[word.value for word in NoticeState])
            ),
            models.CheckConstraint(
                name="notice_medium_known", condition=Q(medium__in=[word.value for word in Medium])
            ),
            models.CheckConstraint(
                name="notice_sent_has_moment",
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at=None)),
            ),
            models.CheckConstraint(
                name="notice_failed_has_next",
                condition=Q(state="failed", next_at__isnull=False) | (~Q(state="failed") & Q(next_at=None)),
            ),
            models.CheckConstraint(
                name="notice_in_app_has_account",
                condition=~Q(medium="in_app") | Q(account__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_wiped_is_empty",
                condition=Q(wiped_at=None) | Q(address="", subject="", body=""),
            ),
        ]
        indexes = [
            models.Index(
                name="notice_inbox", fields=["account", "-happened_at", "-id"], condition=Q(medium="in_app")
            ),
            models.Index(
                name="notice_unread", fields=["account"], condition=Q(medium="in_app", read_at=None)
            ),
            models.Index(name="notice_failed", fields=["next_at"], condition=Q(state="failed")),
            models.Index(name="notice_unsent", fields=["made_at"], condition=~Q(state="sent")),
            models.Index(name="notice_unwiped", fields=["made_at"], condition=Q(wiped_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.medium}"


class NoticeRule(models.Model):
    """Who is told about an event, by which media, in which words, from a moment on. Append-only."""

    THING = "notice_rule"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.TextField()
    addressee = models.TextField()
    media = ArrayField(models.TextField(choices=_MEDIA))
    subject = models.TextField()
    body = models.TextField()
    short = models.TextField(blank=True, help_text="for SMS and Zalo")
    after_days = models.PositiveSmallIntegerField(
        default=0, help_text="working days after an alarm began; how it climbs"
    )
    on = models.BooleanField(default=True)
    legal_basis = models.TextField()
    valid_from = models.DateTimeField()
    made_by = models.TextField(help_text="who, as the journal names it")
    follows = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="+", help_text="the rule it takes over from"
    )

    class Meta:
        db_table = "notices_rule"
        constraints = [
            models.UniqueConstraint(name="notice_rule_once", fields=["event", "addressee", "valid_from"]),
            models.UniqueConstraint(
                name="notice_rule_one_first", fields=["event", "addressee"], condition=Q(follows=None)
            ),
            models.CheckConstraint(name="notice_rule_has_basis", condition=~Q(legal_basis="")),
            models.CheckConstraint(name="notice_rule_says", condition=~Q(subject="") & ~Q(body="")),
        ]

    def __str__(self) -> str:
        return f"{self.event} → {self.addressee}"

    @property
    def wording(self) -> Wording:
        """Give what it says."""
        return Wording(self.subject, self.body, self.short)


class Reach(models.Model):
    """How somebody wants to be reached by one medium, and where."""

    THING = "reach"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reaches")
    medium = models.TextField(choices=_MEDIA)
    address = models.TextField(blank=True)
    wanted = models.BooleanField()

    class Meta:
        db_table = "notices_reach"
        constraints = [
            models.UniqueConstraint(name="reach_once", fields=["account", "medium"]),
            models.CheckConstraint(
                name="reach_wanted_has_address", condition=Q(wanted=False) | ~Q(address="")
            ),
        ]

    def __str__(self) -> str:
        return self.medium
