"""Who still needs a file: every column of the house that names one.

A column counts when it is a foreign key to a stored file, or a UUID column called `file_id` or `…_file_id`.
"""

from functools import cache
from uuid import UUID

from django.apps import apps
from django.db import models

from motcua.base.files.models import StoredFile


@cache
def columns() -> tuple[tuple[type[models.Model], str], ...]:
    """Give every model and column that may name a stored file."""
    return tuple(
        (model, field.attname)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if _names_a_file(field)
    )


def is_used(file_id: UUID) -> bool:
    """Tell whether anything names a file."""
    return any(model._default_manager.filter(**{column: file_id}).exists() for model, column in columns())


def is_used_outside(file_id: UUID) -> bool:
    """Tell whether a room above names a file; the way in (uploads, albums) does not count."""
    return any(
        model._default_manager.filter(**{column: file_id}).exists()
        for model, column in columns()
        if model._meta.app_label != StoredFile._meta.app_label
    )


def _names_a_file(field: "models.Field[object, object]") -> bool:
    if isinstance(field, models.ForeignKey):
        return field.related_model is StoredFile
    return isinstance(field, models.UUIDField) and (
        field.name == "file_id" or field.name.endswith("_file_id")
    )
