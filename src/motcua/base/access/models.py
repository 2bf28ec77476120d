"""The account: how somebody proves who they are. What they are stands in the rooms above."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from motcua.base.access.actor import Kind
from motcua.base.database.ids import uuid7


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by login."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(login=username)


class Account(AbstractBaseUser):
    """One person's way in.

    Members come by national e-identity and have no password; staff have one and a second factor.
    """

    THING = "account"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    login = models.CharField(max_length=150, unique=True)
    kind = models.CharField(
        max_length=16, choices=[(Kind.MEMBER.value, "Người dân"), (Kind.STAFF.value, "Cán bộ")]
    )
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "access_account"
        constraints = [
            models.CheckConstraint(
                name="account_kind_known", condition=Q(kind__in=[Kind.MEMBER.value, Kind.STAFF.value])
            ),
            models.CheckConstraint(name="account_login_present", condition=~Q(login="")),
        ]

    def __str__(self) -> str:
        return self.login
