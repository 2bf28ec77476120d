"""The form every page builds on: our markup, and a cure in place of each of Django's complaints."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.template import TemplateDoesNotExist

TYPED = {
    "max_length": "Rút ngắn còn tối đa %(limit_value)d ký tự. Bạn đã nhập %(show_value)d.",
    "min_length": "Nhập ít nhất %(limit_value)d ký tự. Bạn đã nhập %(show_value)d.",
    "max_value": "Nhập số không lớn hơn %(limit_value)s.",
    "min_value": "Nhập số không nhỏ hơn %(limit_value)s.",
    "max_decimal_places": "Nhập tối đa %(max)s chữ số sau dấu phẩy.",
    "null_characters_not_allowed": "Gõ lại ô này, trong đó có ký tự không đọc được.",
}
CHOSEN = {
    "invalid_choice": "Chọn một mục trong danh sách.",
    "invalid_list": "Chọn các mục trong danh sách.",
    "invalid_pk_value": "Chọn một mục trong danh sách.",
}
FILES = {
    "invalid": "Chọn lại tệp. Trang chưa nhận được tệp nào.",
    "missing": "Chọn lại tệp. Trang chưa nhận được tệp nào.",
    "empty": "Tệp này rỗng. Chọn tệp khác.",
    "max_length": "Đặt lại tên tệp ngắn hơn %(max)d ký tự, rồi chọn lại.",
    "contradiction": "Chọn tệp mới hoặc đánh dấu bỏ tệp cũ, không làm cả hai.",
    "invalid_image": "Không mở được ảnh này. Chụp lại hoặc lưu thành JPG, rồi chọn lại.",
    "invalid_extension": "Chưa nhận loại tệp này. Lưu thành %(allowed_extensions)s, rồi chọn lại.",
}
INVALID: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.EmailField, "Nhập địa chỉ thư điện tử có dạng ten@example.vn."),
    (forms.URLField, "Nhập địa chỉ trang có dạng https://example.vn."),
    (forms.IntegerField, "Nhập số, chỉ gồm các chữ số từ 0 đến 9."),
    (forms.UUIDField, "Mở lại liên kết rồi thử lại."),
    (forms.Field, "Nhập lại ô này."),
)


class Option(str):
    """A choice label with a hint beneath it."""

    hint: str

    def __new__(cls, label: str, *, hint: str = "") -> Self:
        option = super().__new__(cls, label)
        option.hint = hint
        return option


class ShortLabel(str):
    """A label that stands under a heading: whole in the error summary, `short` beside its control."""

    short: str

    def __new__(cls, label: str, *, short: str) -> Self:
        """Make the label with the words beside the control."""
        made = super().__new__(cls, label)
        made.short = short
        return made


class Renderer(TemplatesSetting):
    """Finds templates in the project, then Django's own widget templates."""

    field_template_name = "ui/forms/field.html"
    form_template_name = "ui/forms/form.html"

    def get_template(self, template_name: str) -> Any:
        """Return the template of that name."""
        try:
            return super().get_template(template_name)
        except TemplateDoesNotExist:
            return _DJANGOS_OWN.get_template(template_name)


_DJANGOS_OWN = DjangoTemplates()  # one engine, not one for each control


class Form(forms.Form):
    """Base of all forms; `follow` puts fields under the choice that asks for them.

    `follow = {"place": {"hospital": ("clinic",)}}` shows the field `clinic` under the choice `hospital`.
    """

    follow: ClassVar[Mapping[str, Mapping[str, tuple[str, ...]]]] = {}
    use_required_attribute = False
    default_renderer = Renderer

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            say_cures(field, str(field.label or name))

    @property
    def leading(self) -> list[forms.BoundField]:
        """The visible fields that do not stand under a choice of another."""
        led = {name for groups in self.follow.values() for names in groups.values() for name in names}
        return [field for field in self.visible_fields() if field.name not in led]

    def full_clean(self) -> None:
        """Check the answers; fields under a choice that was not made are not asked and count as empty."""
        unasked = {name: self.fields[name] for name in self.unasked()} if self.is_bound else {}
        demanded = {name for name, field in unasked.items() if field.required}
        for name, field in unasked.items():
            field.required, field.disabled = False, True
            self.initial.pop(name, None)
        super().full_clean()
        for name, field in unasked.items():
            field.required, field.disabled = name in demanded, False

    def unasked(self) -> set[str]:
        """Return the names of fields that follow only from choices that were not made."""
        asked: set[str] = set()
        led: set[str] = set()
        for name, groups in self.follow.items():
            data = self[name].data
            made = {str(each) for each in data} if isinstance(data, list | tuple) else {str(data)}
            for choice, names in groups.items():
                led.update(names)
                asked.update(names if choice in made else ())
        return led - asked


def say_cures(field: forms.Field, label: str) -> None:
    """Replace Django's own messages of `field`; messages that the form gives itself stay."""
    own = default_messages(type(field))
    for code, sentence in cures(field, label).items():
        if field.error_messages.get(code) == own.get(code):
            field.error_messages[code] = sentence


def default_messages(kind: type[forms.Field]) -> dict[str, Any]:
    messages: dict[str, Any] = {}
    for ancestor in reversed(kind.__mro__):
        messages.update(getattr(ancestor, "default_error_messages", {}))
    return messages


def cures(field: forms.Field, label: str) -> dict[str, str]:
    """Return the sentence for each error code of `field`."""
    invalid = next(sentence for kind, sentence in INVALID if isinstance(field, kind))
    if isinstance(field, forms.FileField):
        return {"required": f"Chọn tệp {lower_first(label)}.", **FILES}
    if isinstance(field, forms.BooleanField):
        return {"required": f"Đánh dấu ô “{label}” để tiếp tục."}
    if isinstance(field, forms.ChoiceField):
        return {"required": f"Chọn {lower_first(label)}.", **CHOSEN}
    return {"required": f"Nhập {lower_first(label)}.", "invalid": invalid, **TYPED}


def lower_first(text: str) -> str:
    """Return `text` beginning small, unless it begins with an abbreviation such as UBND."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
