"""What the words of a search mean: a code, a number of a person, or a name."""

import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.text import fold
from motcua.casework.dossiers.models import Dossier
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.people.models import Applicant
from motcua.reference.people.words import IdentifierKind

CODE = re.compile(r"[A-Z][0-9]{2}[0-9A-Z.]*-[0-9]{6}-[0-9]{4,}|T-[0-9A-Z]{4}-[0-9A-Z]{4}")
IDENTITY = re.compile(r"[0-9]{12}|[0-9]{10}(-?[0-9]{3})?")
PHONE = re.compile(r"(\+84|0)[0-9]{9}")
MOST_PEOPLE = 100  # one telephone may stand for a whole hamlet
MOST_NAMESAKES = 1000  # beyond these a name narrows so little that the dossiers are read instead
CODED = re.compile(r"[0-9]|^T-")  # a part of a code has a figure in it, or begins as those before reception
SPACING = re.compile(r"[\s.]")


class By(StrEnum):
    """What a search goes by."""

    NOTHING = "nothing"
    CODE = "code"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True)
class Meaning:
    """What was typed, understood; `last` are the last digits of a person's number, to be shown masked."""

    by: By
    where: Q
    last: str = ""


def meaning_of(typed: str) -> Meaning:
    """Understand what was typed to be found: a whole code goes before a number, a number before words."""
    code = "".join(typed.split()).upper()
    if CODE.fullmatch(code):
        return Meaning(By.CODE, Q(code=code) | Q(temporary_code=code))
    digits = SPACING.sub("", typed)
    if PHONE.fullmatch(digits) or IDENTITY.fullmatch(digits):
        return Meaning(By.NUMBER, _of_person(digits), digits[-4:])
    words = fold(typed)
    if not words:
        return Meaning(By.NOTHING, Q())
    where = _of_name(words) | Q(version_id__in=_procedures_called(words))
    if CODED.search(code):
        where |= Q(code__contains=code) | Q(temporary_code__contains=code)
    return Meaning(By.WORDS, where)


def searched(dossiers: QuerySet[Dossier], typed: str) -> QuerySet[Dossier]:
    """Keep what answers the words (diacritics do not matter); no words keep everything."""
    meaning = meaning_of(typed)
    return dossiers if meaning.by is By.NOTHING else dossiers.filter(meaning.where)


def _of_person(digits: str) -> Q:
    phones = {digits, digits.replace("+84", "0", 1)}
    phones |= {f"+84{one[1:]}" for one in phones if one.startswith("0")}
    number = Q(identifier_kind__in=[one.value for one in IdentifierKind], identifier=digits)
    known = Applicant.objects.filter(number | Q(phone__in=phones)).order_by()
    # A list of ids, so that the database goes by its indexes of owners and submitters.
    people = list(known.values_list("pk", flat=True)[:MOST_PEOPLE])
    return Q(owner_id__in=people) | Q(submitter_id__in=people)


def _of_name(words: str) -> Q:
    named = Applicant.objects.filter(folded_name__contains=words).order_by()
    people = list(named.values_list("pk", flat=True)[: MOST_NAMESAKES + 1])
    return Q(owner__folded_name__contains=words) if len(people) > MOST_NAMESAKES else Q(owner_id__in=people)


def _procedures_called(words: str) -> list[UUID]:
    called = ProcedureVersion.objects.filter(folded__contains=words).order_by()
    return list(called.values_list("pk", flat=True))
