"""Who stands behind an addressee of a dossier today, and how they are reached."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from motcua.base.notices import queries as notices
from motcua.base.notices.words import Medium, Recipient
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices.words import LADDER, Addressee
from motcua.casework.dossiers.words import State
from motcua.reference.org import queries as org
from motcua.reference.org.models import Delegation, Staff
from motcua.reference.org.queries.valid import valid
from motcua.reference.org.words import Role, UnitKind
from motcua.reference.people.models import Person

_AT_COUNTER = frozenset({State.SUBMITTED, State.ACCEPTED, State.RESOLVED})
_TELEPHONE = frozenset({Medium.SMS, Medium.ZALO})


class Directory:
    """Looks people up for many dossiers of one day, each unit once."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._holding: dict[tuple[UUID, Role], list[Staff]] = {}
        self._reached: dict[UUID, Recipient] = {}

    def recipients(
        self, dossier: Dossier, addressee: Addressee, payload: Mapping[str, Any]
    ) -> list[Recipient]:
        """Give whom to tell. Where nobody stands at a rung, whoever stands above is told instead."""
        if addressee is Addressee.APPLICANT:
            return _applicants(dossier)
        if addressee is Addressee.FORMER_HOLDER:
            before = payload.get("from")
            return self._officials(Staff.objects.filter(pk=before, left_on=None)) if before else []
        if addressee is Addressee.COUNTER:
            rungs: tuple[Addressee, ...] = (Addressee.COUNTER, Addressee.ONE_STOP_HEAD)
        else:
            rungs = LADDER[LADDER.index(addressee) :]
        found = next((staff for rung in rungs if (staff := self._staff(dossier, rung))), [])
        return self._officials([*found, *self._standing_in(found)])

    def _standing_in(self, staff: Iterable[Staff]) -> list[Staff]:
        """Give who stands in today for any of these: whoever is away is not the only one told."""
        absent = [one.pk for one in staff]
        lent = Delegation.objects.filter(valid(self._on), giver_id__in=absent, ended_at=None)
        return [one.taker for one in lent.select_related("taker").order_by("valid_from", "id")]

    def _officials(self, staff: Iterable[Staff]) -> list[Recipient]:
        """Give officials, reached by mail where they said so."""
        accounts = [one.account_id for one in staff]
        fresh = [one for one in accounts if one not in self._reached]
        chosen = notices.reached(fresh) if fresh else {}
        for one in fresh:
            self._reached[one] = Recipient(f"account:{one}", one, _chosen(one, {}, chosen))
        return [self._reached[one] for one in accounts]

    def _staff(self, dossier: Dossier, addressee: Addressee) -> list[Staff]:
        unit, role = dossier.handling_unit_id, Role.UNIT_HEAD
        match addressee:
            case Addressee.HOLDER if dossier.state == State.ACCEPTED and unit is not None:
                # Filed elsewhere and sent on: it lies at the counter of the agency that decides.
                role = Role.RECEPTION_OFFICER
            case Addressee.HOLDER if dossier.state in _AT_COUNTER or unit is None:
                return self._at(dossier.receiving_unit_id, Role.RECEPTION_OFFICER)
            case Addressee.HOLDER if dossier.holder is not None and dossier.holder.left_on is None:
                return [dossier.holder]
            case Addressee.HOLDER if not dossier.handling_role:
                return self._last_at_work(dossier)
            case Addressee.HOLDER:
                role = Role(dossier.handling_role)
            case Addressee.COUNTER:
                unit, role = dossier.receiving_unit_id, Role.RECEPTION_OFFICER
            case Addressee.ONE_STOP_HEAD:
                unit, role = dossier.receiving_unit_id, Role.ONE_STOP_HEAD
            case Addressee.LEADER:
                kind, role = UnitKind.LEADERSHIP, Role.AGENCY_LEADER
                post = org.unit_for(dossier.competent_agency_id, kind=kind, role=role, on=self._on)
                unit = post.unit_id if post else None
        return self._at(unit, role) if unit else []

    def _last_at_work(self, dossier: Dossier) -> list[Staff]:
        """Give who had a dossier when it ended: the person, else everybody whose step it was."""
        last = dossier.step_runs.select_related("staff").order_by("-seq").first()
        if last is None:
            return []
        if last.staff is not None and last.staff.left_on is None:
            return [last.staff]
        return self._at(last.unit_id, Role(last.role))

    def _at(self, unit: UUID, role: Role) -> list[Staff]:
        if (unit, role) not in self._holding:
            self._holding[unit, role] = org.colleagues(unit, role=role, on=self._on)
        return self._holding[unit, role]


def _applicants(dossier: Dossier) -> list[Recipient]:
    """Give who filed and, where that is somebody else, the person whose dossier it is."""
    submitter = Person.objects.get(pk=dossier.submitter_id)
    owner = Person.objects.filter(pk=dossier.owner_id).exclude(pk=submitter.pk).first()
    found = {submitter.pk: _said(dossier.applicant, submitter)}
    if owner is not None:
        found[owner.pk] = _said({}, owner)
    accounts = {one.pk: one.account_id for one in (submitter, owner) if one is not None}
    chosen = notices.reached(one for one in accounts.values() if one is not None)
    return [
        Recipient(f"applicant:{pk}", accounts[pk], _chosen(accounts[pk], said, chosen))
        for pk, said in found.items()
    ]


def _said(facts: Mapping[str, str], person: Person) -> dict[Medium, str]:
    """Give how somebody is reached by what they said in the dossier or before; Zalo only when chosen."""
    said = {
        Medium.EMAIL: facts.get("email") or person.email,
        Medium.SMS: facts.get("phone") or person.phone,
    }
    return {medium: address for medium, address in said.items() if address}


def _chosen(
    account: UUID | None,
    said: Mapping[Medium, str],
    chosen: Mapping[tuple[UUID, Medium], notices.Reached],
) -> dict[Medium, str]:
    """Let what somebody chose for their account come before what they said elsewhere."""
    addresses = dict(said)
    for medium in (Medium.EMAIL, *_TELEPHONE):
        choice = chosen.get((account, medium)) if account else None
        if choice is not None:
            addresses.pop(medium, None)
            if choice.wanted:
                addresses[medium] = choice.address
    return addresses
