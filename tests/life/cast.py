"""Who plays: everybody by name, with what the law of one-stop work lets them be. Plain Python, no product."""

from dataclasses import dataclass, field
from datetime import date

ALWAYS = (date(2025, 7, 1), date(2027, 12, 31))


@dataclass(frozen=True)
class Who:
    """Somebody by name: an official with roles in a unit of an agency, a member, or the house itself.

    `stands_for` names the one in whose place an official works from a day to a day.
    """

    name: str
    kind: str = "staff"
    roles: frozenset[str] = frozenset()
    unit: str = ""
    agency: str = ""
    stands_for: str = ""
    days: tuple[date, date] = field(default=ALWAYS)

    @property
    def person(self) -> str:
        """Give the name of the one who acts, in whosever place."""
        return self.name.split("@")[0]

    @property
    def hands(self) -> frozenset[str]:
        return frozenset(one for one in (self.person, self.stands_for) if one) if self.roles else frozenset()

    def on(self, day: date) -> "Who":
        """Give them as they are on a day: moved to another office, or, with nobody's place left, nobody."""
        if self.days[0] <= day <= self.days[1]:
            return self
        return Who(self.name, "nobody") if self.stands_for else official(self.name, *MOVED_TO)


def official(name: str, role: str, unit: str, agency: str = "ward", **more: object) -> Who:
    return Who(name, "staff", frozenset({role}), unit, agency, **more)  # type: ignore[arg-type]  # named facts


MOVED_TO = ("procedure_controller", "office")
LEAVES = date(2026, 3, 4)
LENT = (date(2026, 3, 3), date(2026, 3, 20))

CAST: dict[str, Who] = {
    one.name: one
    for one in (
        Who("pao", "member"),
        Who("my", "member"),
        Who("sinh", "member"),
        official("hoa", "reception_officer", "counter", "centre"),
        official("nga", "reception_officer", "counter", "centre", days=(ALWAYS[0], LEAVES)),
        official("tuan", "case_officer", "division"),
        official("quy", "case_officer", "division", days=(ALWAYS[0], LEAVES)),
        official("hanh", "unit_head", "division"),
        official("lan", "agency_leader", "leadership"),
        official("son", "records_clerk", "clerical"),
        official("minh", "auditor", "office"),
        official("yen", "procedure_controller", "office"),
        official("an", "administrator", "office"),
        official("yen@tuan", "case_officer", "division", stands_for="tuan", days=LENT),
        # Who drafts may stand in for who signs: then somebody else signs what they drafted.
        official("tuan@lan", "agency_leader", "leadership", stands_for="lan", days=LENT),
        official("police", "case_officer", "police", "police"),
        official("police_head", "unit_head", "police", "police"),
        official("police_lead", "agency_leader", "police_top", "police"),
        official("other_counter", "reception_officer", "police_counter", "police"),
        Who("house", "system"),
    )
}
