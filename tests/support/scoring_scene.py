"""A province that scores: its committee, two departments, two communes, and everybody who has a part in it.

Lương Thịnh runs the year, chị Ngọc and chị Hương appraise, anh Minh does for the committee, bà Quyết sits
in the council, ông Đức decides; in the commune anh Khánh scores and bà Lan signs. All invented.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from motcua.base.access import Actor, Kind, system
from motcua.base.clock import ZONE
from motcua.base.clock.periods import Period
from motcua.base.files import commands as files
from motcua.base.files.models import StoredFile
from motcua.base.rooms import Refusal
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency, Unit
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reform.scoring import commands as scoring
from motcua.reform.scoring.models import CriteriaSet, Evidence, LeafScore, ScoringRound, Sheet
from motcua.reform.scoring.reading.writing import json_of
from motcua.reform.scoring.rules.criteria import Criteria, Node, SetMeta
from motcua.reform.scoring.rules.kinds import rule_of
from motcua.reform.scoring.words import NodeKind, NodeLevel, SetLevel, SheetState
from tests.support.kept import kept

MAKER = system("tests")
BEGAN = datetime(2025, 7, 1, 8, 0, tzinfo=ZONE)
AT = datetime(2026, 11, 10, 9, 0, tzinfo=ZONE)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
DEADLINES = {
    SheetState.SELF_SCORING: date(2026, 12, 10),
    SheetState.APPRAISAL_1: date(2026, 12, 31),
    SheetState.EXPLANATION: date(2027, 1, 10),
}
MEASURE = "dossiers.in_time_share"

LADDER = {
    "type": "ladder",
    "steps": [
        {"when": "đúng hạn", "points": 4},
        {"when": "chậm", "points": 2},
        {"when": "không ban hành", "points": 0},
    ],
}
RATIO = {"type": "ratio", "floor": 0.8, "cap": 1, "when_a_is_zero": "max"}
BANDS = {
    "type": "ratio_bands",
    "steps": [{"min_pct": 95, "points": "prorata"}, {"min_pct": 90, "points": 4}],
    "else": 0,
    "when_a_is_zero": "max",
}
LEAVES: tuple[tuple[str, str, str, Mapping[str, Any], str], ...] = (
    ("1.1", "Ban hành kế hoạch đúng hạn", "4", LADDER, ""),
    ("1.2", "Hoàn thành nhiệm vụ của kế hoạch", "6", RATIO, ""),
    ("2.1", "Hồ sơ giải quyết đúng hạn", "10", BANDS, MEASURE),
    ("2.2", "Bố trí nơi tiếp nhận", "5", {"type": "manual"}, ""),
    ("2.3", "Kỷ luật công vụ", "5", {"type": "deduct", "per_violation": 1, "floor": 0}, ""),
    ("3.1", "Mức độ hài lòng của người dân", "10", {"type": "external_index", "index": "SIPAS"}, ""),
)
DECLARED: Mapping[str, Mapping[str, Any]] = {
    "1.1": {"step": 0},
    "1.2": {"numerator": "9", "denominator": "10"},
    "2.2": {"points": "4,5"},
    "2.3": {"violations": 1},
}
FULL = {"1.1": "4", "1.2": "5.4", "2.2": "4.5", "2.3": "4"}
SIGNED = "Tôi đã xem và chịu trách nhiệm về số liệu này."

T = TypeVar("T")


def done(outcome: T | Refusal) -> T:
    """Give what an act made; it must succeed."""
    assert not isinstance(outcome, Refusal), outcome
    return outcome


def why(outcome: object) -> object:
    """Give why an act was refused; it must be."""
    assert isinstance(outcome, Refusal), outcome
    return outcome.why


def criteria(
    *,
    version: int = 1,
    year: int = 2026,
    level: SetLevel = SetLevel.COMMUNE,
    leaves: Sequence[tuple[str, str, str, Mapping[str, Any], str]] = LEAVES,
    due: Mapping[str, int] | None = None,
) -> Criteria:
    """Give a small set: three domains and their leaves, with a bonus beside them."""
    tops: dict[str, Decimal] = {}
    for code, _, most, *_ in leaves:
        tops[code[0]] = tops.get(code[0], Decimal(0)) + Decimal(most)
    domains = [Node(code, "", NodeLevel.DOMAIN, f"Lĩnh vực {code}", most) for code, most in tops.items()]
    found = [
        Node(
            code,
            code[0],
            NodeLevel.CRITERION,
            name,
            Decimal(most),
            rule=rule_of(rule),
            measure=measure,
            due_month=(due or {}).get(code),
        )
        for code, name, most, rule, measure in leaves
    ]
    bonus = Node(
        "9", "", NodeLevel.DOMAIN, "Điểm thưởng", Decimal(2), rule_of({"type": "manual"}), kind=NodeKind.BONUS
    )
    meta = SetMeta(
        f"TEST-{level}-{year}-{version}",
        "Bộ tiêu chí thử",
        level,
        year,
        version,
        total=sum(tops.values(), Decimal(0)),
    )
    return Criteria(meta, (*domains, *found, bonus))


def stored(criteria_: Criteria) -> CriteriaSet:
    """Store a set as a file would bring it."""
    content = json_of(criteria_)
    made = scoring.import_set(file_name="bo-tieu-chi.json", content=content, by=MAKER, at=BEGAN)
    return done(made)


@dataclass
class Province:
    """Who and what the tests of the year work with; agencies and people by short names."""

    agencies: dict[str, Agency]
    actors: dict[str, Actor]
    units: dict[str, Unit]
    criteria: CriteriaSet
    round: ScoringRound
    papers: dict[str, StoredFile] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Actor:
        """Give somebody by their short name."""
        if name.startswith("_") or name not in self.__dict__.get("actors", {}):
            raise AttributeError(name)
        found = self.__dict__["actors"][name]
        assert isinstance(found, Actor)
        return found

    def sheet(self, agency: str = "minhxuan", round_: ScoringRound | None = None) -> Sheet:
        """Give the sheet of an agency as it stands now."""
        rows = Sheet.objects.select_related("round__owner", "agency", "criteria")
        return rows.get(round=round_ or self.round, agency=self.agencies[agency])

    def paper(self, by: Actor, *, at: datetime = AT) -> StoredFile:
        """Give a file that somebody took in for their agency."""
        content = b"%PDF-1.4 trang thu"
        return files.keep_own(content=content, name="ke-hoach.pdf", by=by, at=at)

    def prove(self, code: str, *, by: Actor, sheet: Sheet | None = None, **said: object) -> Evidence:
        """Hand in evidence for a leaf."""
        of = sheet or self.sheet()
        told = {
            "issuer": "UBND phường Minh Xuân",
            "number": "12/KH-UBND",
            "issued_on": date(2026, 1, 15),
            "section": "II",
            "page": "3",
            **said,
        }
        return done(
            scoring.add_evidence(sheet_id=of.pk, code=code, file_id=self.paper(by).pk, by=by, at=AT, **told)
        )

    def declare(
        self, code: str, *, by: Actor, sheet: Sheet | None = None, text: str = "Đã làm."
    ) -> LeafScore:
        """Declare the usual figures of a leaf with an explanation."""
        of = sheet or self.sheet()
        made = scoring.declare(
            sheet_id=of.pk, code=code, declared=DECLARED[code], explanation=text, by=by, at=AT
        )
        return done(made)

    def filled(self, agency: str = "minhxuan", by: str = "khanh") -> Sheet:
        """Give a sheet with every leaf of the agency's own declared."""
        for code in DECLARED:
            self.declare(code, by=self.actors[by], sheet=self.sheet(agency))
        rule_out = scoring.rule_out(
            sheet_id=self.sheet(agency).pk, code="9", reason="Không có.", by=self.actors[by], at=AT
        )
        done(rule_out)
        return self.sheet(agency)

    def locked(self, agency: str = "minhxuan", by: str = "khanh", leader: str = "lan") -> Sheet:
        """Give a locked sheet."""
        made = self.filled(agency, by)
        done(scoring.lock_sheet(sheet_id=made.pk, words=SIGNED, by=self.actors[leader], at=AT))
        return self.sheet(agency)

    def taken_up(self, agency: str = "minhxuan", by: str = "khanh", leader: str = "lan") -> Sheet:
        """Give a sheet under the first appraisal."""
        made = self.locked(agency, by, leader)
        done(scoring.begin_appraisal(sheet_id=made.pk, by=self.ngoc, at=AT))
        return self.sheet(agency)

    def appraise(self, code: str, points: str, *, by: Actor, sheet: Sheet, **said: Any) -> object:
        """Judge one leaf."""
        given = {"note": "Đối chiếu tài liệu.", **said}
        return scoring.appraise(sheet_id=sheet.pk, code=code, points=Decimal(points), by=by, at=AT, **given)

    def judged(self, sheet: Sheet, *, asks: str = "") -> Sheet:
        """Let the office judge every leaf as the agency did, but ask about one."""
        for code, points in FULL.items():
            done(self.appraise(code, points, by=self.ngoc, sheet=sheet, asks=code == asks))
        out = scoring.appraise(
            sheet_id=sheet.pk, code="9", points=None, not_applicable=True, by=self.ngoc, at=AT
        )
        done(out)
        done(scoring.close_appraisal(sheet_id=sheet.pk, words=SIGNED, by=self.ngoc, at=AT))
        sheet.refresh_from_db()
        return sheet

    def in_council(self, agency: str = "minhxuan", by: str = "khanh", leader: str = "lan") -> Sheet:
        """Give a sheet that waits for the council."""
        return self.judged(self.taken_up(agency, by, leader))

    def concluded(self, agency: str = "minhxuan", by: str = "khanh", leader: str = "lan") -> Sheet:
        """Give a sheet on which the council has closed."""
        made = self.in_council(agency, by, leader)
        done(
            scoring.close_council(
                sheet_id=made.pk,
                minutes_number="05/BB-HĐTĐ",
                minutes_on=date(2027, 1, 20),
                words=SIGNED,
                by=self.quyet,
                at=AT,
            )
        )
        return self.sheet(agency)


PEOPLE: tuple[tuple[str, str, UnitKind, Role], ...] = (
    ("thinh", "noivu", UnitKind.DIVISION, Role.REFORM_OFFICER),
    ("ngoc", "noivu", UnitKind.DIVISION, Role.APPRAISER),
    ("quyet", "noivu", UnitKind.LEADERSHIP, Role.COUNCIL_MEMBER),
    ("huy", "noivu", UnitKind.DIVISION, Role.SCORER),
    ("tuyet", "noivu", UnitKind.LEADERSHIP, Role.AGENCY_LEADER),
    ("huong", "tuphap", UnitKind.DIVISION, Role.APPRAISER),
    ("long", "tuphap", UnitKind.DIVISION, Role.SCORER),
    ("nga", "tuphap", UnitKind.LEADERSHIP, Role.AGENCY_LEADER),
    ("hoi", "tuphap", UnitKind.LEADERSHIP, Role.COUNCIL_MEMBER),
    ("minh", "province", UnitKind.OFFICE, Role.APPRAISER),
    ("duc", "province", UnitKind.LEADERSHIP, Role.AGENCY_LEADER),
    ("khanh", "minhxuan", UnitKind.DIVISION, Role.SCORER),
    ("lan", "minhxuan", UnitKind.LEADERSHIP, Role.AGENCY_LEADER),
    ("tuan", "minhxuan", UnitKind.DIVISION, Role.CASE_OFFICER),
    ("chu", "lungcu", UnitKind.DIVISION, Role.SCORER),
    ("pao", "lungcu", UnitKind.LEADERSHIP, Role.AGENCY_LEADER),
)


@kept
def build() -> Province:
    """Build the province and open the year for its communes."""
    agencies = found_agencies()
    units: dict[str, Unit] = {}
    actors: dict[str, Actor] = {}
    for login, place, kind, role in PEOPLE:
        actors[login] = appoint(login, agencies[place], kind, role, units)
    set_ = stored(criteria())
    round_ = scoring.open_round(
        criteria_id=set_.pk, period=YEAR, deadlines=DEADLINES, bonus_cap=Decimal(2), by=actors["thinh"], at=AT
    )
    return Province(agencies, actors, units, set_, done(round_))


def found_agencies() -> dict[str, Agency]:
    """Found the committee, its departments and its communes."""
    plans = (
        ("province", "UBND tỉnh", AgencyKind.PEOPLES_COMMITTEE, Tier.PROVINCE, "H60"),
        ("noivu", "Sở Nội vụ", AgencyKind.DEPARTMENT, Tier.PROVINCE, "H60.04"),
        ("tuphap", "Sở Tư pháp", AgencyKind.DEPARTMENT, Tier.PROVINCE, "H60.05"),
        ("minhxuan", "UBND phường Minh Xuân", AgencyKind.PEOPLES_COMMITTEE, Tier.COMMUNE, "H60.24"),
        ("lungcu", "UBND xã Lũng Cú", AgencyKind.PEOPLES_COMMITTEE, Tier.COMMUNE, "H60.31"),
    )
    found: dict[str, Agency] = {}
    for key, name, kind, tier, code in plans:
        found[key] = org.found_agency(
            name=name,
            short_name=name,
            kind=kind,
            tier=tier,
            code=code,
            parent=found.get("province"),
            valid_from=BEGAN.date(),
            province="tỉnh Tuyên Quang",
            place="Tuyên Quang",
            by=MAKER,
            at=BEGAN,
        )
    return found


def appoint(login: str, agency: Agency, kind: UnitKind, role: Role, units: dict[str, Unit]) -> Actor:
    """Let somebody take up a role in an agency."""
    key = f"{agency.code}/{kind.value}"
    if key not in units:
        units[key] = org.set_up_unit(
            agency=agency, name=f"Đơn vị {key}", kind=kind, valid_from=BEGAN.date(), by=MAKER, at=BEGAN
        )
    position = org.make_position(unit=units[key], title=role.value, roles=[role], by=MAKER, at=BEGAN)
    one = org.join(full_name=login.title(), login=login, password=None, by=MAKER, at=BEGAN)
    org.appoint(staff=one, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    return Actor(
        Kind.STAFF,
        login,
        one.account_id,
        one.pk,
        position.pk,
        units[key].pk,
        agency.pk,
        frozenset({role.value}),
    )


@kept
def concluded() -> Province:
    """Build the province with both communes through the council, at equal points."""
    province = build()
    province.concluded()
    province.concluded("lungcu", "chu", "pao")
    return province


@kept
def appraising() -> Province:
    """Build the province with the ward under the first appraisal."""
    province = build()
    province.taken_up()
    return province


@kept
def in_council() -> Province:
    """Build the province with the ward before the council."""
    province = build()
    province.in_council()
    return province
