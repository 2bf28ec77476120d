"""A column that keeps the place of a name in the Vietnamese alphabet."""

from typing import TYPE_CHECKING, Any

from django.db import models

from motcua.base.text import sort_key

if TYPE_CHECKING:
    Text = models.TextField[str, str]  # the class takes no parameters when the program runs
else:
    Text = models.TextField


class SortKey(Text):
    """The Vietnamese sort key of another column, worked out whenever a row is written.

    The embedded database compares bytes, so ă â đ ê ô ơ ư would stand behind z.
    """

    def __init__(self, *args: Any, of: str, **kwargs: Any) -> None:
        self.of = of
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Give what a migration needs to make the column again."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["editable"]
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Work out the key from the column as it is written; bulk inserts come through here too."""
        key = sort_key(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, key)
        return key
