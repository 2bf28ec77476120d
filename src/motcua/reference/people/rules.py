"""Who is who, who may act for whom, which held paper serves again. Plain decisions."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from motcua.base.rooms import Refusal
from motcua.base.text import fold
from motcua.reference.people.words import (
    Basis,
    Described,
    IdentifierKind,
    Mandate,
    PaperState,
    Power,
    Why,
)

FORMS = {IdentifierKind.PERSONAL_ID: r"^\d{12}$", IdentifierKind.TAX_CODE: r"^\d{10}(-\d{3})?$"}
_FORM_MISSED = {
    IdentifierKind.PERSONAL_ID: Why.PERSONAL_ID_FORM,
    IdentifierKind.TAX_CODE: Why.TAX_CODE_FORM,
}
# Eight noughts in front, or one digit all the way: nobody was ever given such a number.
DUMMY = r"^(0{8}|(\d)\2{8})"
# Who has these rights stands for the owner in everything, not for the one dossier that they filed.
STANDING = frozenset({Basis.PARENT, Basis.GUARDIAN, Basis.LEGAL_REPRESENTATIVE})
# Who has these rights has them by a document that an official looks at.
BY_DOCUMENT = frozenset({Basis.AUTHORISED, Basis.GUARDIAN})


@dataclass(frozen=True)
class Kind:
    """A kind of paper as data knows it: words that its names have, words that they have not.

    `reusable` is false for papers that are new every time (an application, a drawing); `single` says that a
    newer one replaces the older one; `months` is how long one is good for.
    """

    code: str
    words: tuple[str, ...]
    without: tuple[str, ...] = ()
    reusable: bool = True
    single: bool = False
    months: int | None = None


def check_identifier(kind: IdentifierKind, identifier: str) -> Refusal | None:
    """Refuse an identifier that is misshapen, or that stands for having none."""
    if not re.fullmatch(FORMS[kind], identifier):
        return Refusal(_FORM_MISSED[kind], {"count": str(sum(one.isdigit() for one in identifier))})
    return Refusal(Why.DUMMY_IDENTIFIER) if re.match(DUMMY, identifier) else None


def check_mandate(
    mandate: Mandate, *, of_age_on: date | None, organisation: bool, on: date
) -> Refusal | None:
    """Say what a claim to act for somebody lacks; `of_age_on` is the day that ends a parent's right."""
    of_organisations = mandate.basis is Basis.LEGAL_REPRESENTATIVE
    if mandate.basis is not Basis.AUTHORISED and of_organisations != organisation:
        return Refusal(Why.ORGANISATION_NEEDED)
    if not mandate.powers:
        return Refusal(Why.NO_POWERS)
    if mandate.basis is Basis.AUTHORISED and not mandate.document.strip():
        return Refusal(Why.NO_DOCUMENT)
    if mandate.basis is Basis.PARENT and (of_age_on is None or of_age_on <= on):
        return Refusal(Why.NOT_A_MINOR)
    if mandate.valid_to is not None and mandate.valid_to < max(mandate.valid_from, on):
        return Refusal(Why.ENDS_BEFORE_START)
    return None


def stands(*, valid_from: date, valid_to: date | None, ended: bool, on: date) -> bool:
    """Tell whether a right to act for somebody holds on a day."""
    return not ended and valid_from <= on and (valid_to is None or on <= valid_to)


def powers_over(
    *, basis: Basis, powers: Collection[Power], confirmed: bool, filed_under: bool
) -> frozenset[Power]:
    """Give the powers of a standing right over one dossier.

    Over what was filed under it, always; over the owner's other dossiers only a confirmed right that stands
    for the owner in everything: nobody opens another's dossiers by merely saying so.
    """
    return frozenset(powers) if filed_under or (confirmed and basis in STANDING) else frozenset()


def standing(state: PaperState, valid_to: date | None, on: date) -> PaperState:
    """Give how a held paper stands on a day: what was valid expires by itself."""
    if state is PaperState.VALID and valid_to is not None and valid_to < on:
        return PaperState.EXPIRED
    return state


def check_described(said: Described, on: date) -> Refusal | None:
    """Refuse days that no paper can bear: issued after today, or ending before it was issued."""
    if said.issued_on is not None and said.issued_on > on:
        return Refusal(Why.PAPER_FROM_THE_FUTURE)
    if said.issued_on is not None and said.valid_to is not None and said.valid_to < said.issued_on:
        return Refusal(Why.PAPER_ENDS_BEFORE_ISSUE)
    return None


def kind_of(name: str, kinds: Iterable[Kind]) -> Kind | None:
    """Give the kind of paper that a name speaks of; the longest words found decide."""
    said = _words(name)
    best: tuple[int, Kind] | None = None
    for kind in kinds:
        if any(_words(word) in said for word in kind.without):
            continue
        length = max((len(word) for word in kind.words if _words(word) in said), default=0)
        if length and (best is None or length > best[0]):
            best = (length, kind)
    return best[1] if best else None


def _words(text: str) -> str:
    """Give the folded words of a text between single spaces, so that only whole words are found in it."""
    words = " ".join(re.findall(r"[^\W_]+", fold(text)))
    return f" {words} " if words else " "
