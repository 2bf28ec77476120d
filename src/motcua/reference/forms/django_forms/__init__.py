"""One page of an e-form as a Django form of the house."""

from motcua.reference.forms.django_forms.answers import clean_answers
from motcua.reference.forms.django_forms.building import form_for
from motcua.reference.forms.django_forms.controls import TypedField
from motcua.reference.forms.django_forms.page import PageForm
from motcua.reference.forms.django_forms.rows import part_name

__all__ = ["PageForm", "TypedField", "clean_answers", "form_for", "part_name"]
