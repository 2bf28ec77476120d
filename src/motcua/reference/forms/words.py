"""Words of e-forms: kinds of fields, parts of an address, known facts, and why something is refused."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeAlias

Answer: TypeAlias = str | int | float | bool | list[str] | dict[str, str] | list[dict[str, Any]]
"""A plain value as JSON keeps it.

Dates are ISO text, money whole đồng, an address its parts by name, a table its rows by column, files their
`id` and `name`.
"""

Answers: TypeAlias = Mapping[str, Answer | None]
"""Answers by field name; None was asked and left empty, an absent name was not asked yet."""

TODAY = "today"  # a limit of a date that moves with the day of answering


class FieldKind(StrEnum):
    """What a field asks for; it decides the control, the check and the stored form."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    PERSONAL_ID = "personal_id"
    TAX_CODE = "tax_code"
    PHONE = "phone"
    EMAIL = "email"
    PERSON_NAME = "person_name"
    ADDRESS = "address"
    FILE = "file"
    GROUP = "group"
    TABLE = "table"
    NOTE = "note"


class Comparison(StrEnum):
    """How a condition looks at an earlier answer."""

    IS = "is"
    IS_NOT = "is_not"
    FILLED = "filled"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Part(StrEnum):
    """The parts of an address, widest first."""

    PROVINCE = "province"
    COMMUNE = "commune"
    DETAIL = "detail"


class Fact(StrEnum):
    """What is known about the person who fills a form; an address is known by `Fact.ADDRESS.of(part)`."""

    FULL_NAME = "person.full_name"
    PERSONAL_ID = "person.personal_id"
    BIRTH_DATE = "person.birth_date"
    PHONE = "person.phone"
    EMAIL = "person.email"
    ADDRESS = "person.address"

    def of(self, part: Part) -> str:
        """Give the name under which one part of this fact is known."""
        return f"{self}.{part}"


class Why(StrEnum):
    """Why an answer was refused."""

    UNREADABLE = "form.unreadable"
    TOO_LONG = "form.too_long"
    PERSONAL_ID_SIGNS = "form.personal_id_signs"
    PERSONAL_ID_LENGTH = "form.personal_id_length"
    TAX_CODE_SIGNS = "form.tax_code_signs"
    TAX_CODE_LENGTH = "form.tax_code_length"
    TAX_CODE_DOUBT = "form.tax_code_doubt"
    PHONE_SIGNS = "form.phone_signs"
    PHONE_START = "form.phone_start"
    MOBILE_LENGTH = "form.mobile_length"
    LANDLINE_LENGTH = "form.landline_length"
    ABROAD_LENGTH = "form.abroad_length"
    EMAIL = "form.email"
    NAME_DIGITS = "form.name_digits"
    NAME_SIGNS = "form.name_signs"
    NUMBER = "form.number"
    FIGURE = "form.figure"
    PLACES = "form.places"
    TOO_SMALL = "form.too_small"
    TOO_LARGE = "form.too_large"
    AMOUNT = "form.amount"
    AMOUNT_TOO_SMALL = "form.amount_too_small"
    AMOUNT_TOO_LARGE = "form.amount_too_large"
    DATE = "form.date"
    DATE_EARLY = "form.date_early"
    DATE_LATE = "form.date_late"
    NOT_LISTED = "form.not_listed"
    NOT_YES_NO = "form.not_yes_no"
    NO_PROVINCE = "form.no_province"
    NO_COMMUNE = "form.no_commune"
    PROVINCE = "form.province"
    COMMUNE = "form.commune"
    COMMUNE_NEAR = "form.commune_near"
    COMMUNE_SEVERAL = "form.commune_several"
    COMMUNE_OLD = "form.commune_old"
    FILES_MANY = "form.files_many"
    ROW = "form.row"
    ROWS_FEW = "form.rows_few"
    ROWS_MANY = "form.rows_many"
    CODE = "form.code"
    CODE_TAKEN = "form.code_taken"
    DRAFT_CHANGED = "form.draft_changed"
    DRAFT_GONE = "form.draft_gone"
    DRAFT_FAULTY = "form.draft_faulty"
    DRAFT_SAME = "form.draft_same"
    DRAFT_THERE = "form.draft_there"
    NOT_JSON = "form.not_json"
    NOT_A_FORM = "form.not_a_form"
    NOTHING_THERE = "form.nothing_there"


class Fault(StrEnum):
    """What makes a schema unusable."""

    NOT_OBJECT = "not_object"
    KEY_MISSING = "key_missing"
    KEY_UNKNOWN = "key_unknown"
    KEY_TYPE = "key_type"
    KEY_MISPLACED = "key_misplaced"
    CODE = "code"
    TWICE = "twice"
    KIND = "kind"
    OPTIONS = "options"
    CONDITION_FIELD = "condition_field"
    CONDITION_VALUE = "condition_value"
    CONDITION_TEST = "condition_test"
    EMPTY_PAGE = "empty_page"
    EMPTY_INSIDE = "empty_inside"
    NESTED = "nested"
    LIMIT = "limit"
    LIMITS = "limits"
    FACT = "fact"
    AUTOCOMPLETE = "autocomplete"


class Change(StrEnum):
    """What differs between two versions of a form."""

    FORM_TITLE = "form_title"
    FORM_CODE = "form_code"
    PAGE_NEW = "page_new"
    PAGE_GONE = "page_gone"
    PAGE_TITLE = "page_title"
    PAGE_CAPTION = "page_caption"
    PAGES_MOVED = "pages_moved"
    FIELD_NEW = "field_new"
    FIELD_GONE = "field_gone"
    FIELDS_MOVED = "fields_moved"
    NEEDED = "needed"
    NOT_NEEDED = "not_needed"
    KEY = "key"
    OPTION_NEW = "option_new"
    OPTION_GONE = "option_gone"
    OPTION_LABEL = "option_label"
    OPTION_HINT = "option_hint"
    OPTIONS_MOVED = "options_moved"
