"""The cast of the tests about a dossier's rules: everybody stands to the dossier in one way of their own."""

from uuid import UUID

from motcua.base.access import NOBODY, Actor, Kind, system
from motcua.casework.dossiers.rules import Facts
from motcua.casework.dossiers.words import State
from motcua.reference.org.words import Role
from motcua.reference.people.words import Power

COUNTER, HOME, DIVISION, OFFICERS, CLERKS, CONSULTED, AWAY = (UUID(int=n) for n in range(1, 8))
CENTRE, AGENCY, ELSEWHERE = (UUID(int=n) for n in range(11, 14))


def member(name: str, number: int) -> Actor:
    return Actor(Kind.MEMBER, name, person=UUID(int=number))


def official(name: str, role: Role, unit: UUID, agency: UUID, number: int) -> Actor:
    return Actor(Kind.STAFF, name, person=UUID(int=number), unit=unit, agency=agency, roles=frozenset({role}))


PAO = member("Giàng A Páo, the owner", 21)
THAO = member("Giàng Thị Thảo, who files for him", 22)
VU = member("Giàng A Vừ, who may withdraw for him", 23)
MY = member("Sùng Thị Mỷ, a stranger", 24)
HOA = official("chị Hoa, the counter that received it", Role.RECEPTION_OFFICER, COUNTER, CENTRE, 31)
LINH = official("Linh, the counter at home", Role.RECEPTION_OFFICER, HOME, AGENCY, 32)
TUAN = official("Tuấn, the case officer", Role.CASE_OFFICER, DIVISION, AGENCY, 33)
HANH = official("Hạnh, the head of his unit", Role.UNIT_HEAD, DIVISION, AGENCY, 34)
LAN = official("bà Lan, the director", Role.AGENCY_LEADER, DIVISION, AGENCY, 35)
SON = official("Sơn, the clerk of the unit", Role.RECORDS_CLERK, DIVISION, AGENCY, 36)
VAN = official("Vân, another clerk of the agency", Role.RECORDS_CLERK, CLERKS, AGENCY, 37)
DUC = official("Đức, who appraised it then", Role.CASE_OFFICER, OFFICERS, AGENCY, 38)
NGA = official("Nga, whose unit is asked", Role.CASE_OFFICER, CONSULTED, ELSEWHERE, 39)
LONG = official("Long, who sent it on", Role.CASE_OFFICER, AWAY, ELSEWHERE, 40)
MINH = official("Minh, the auditor", Role.AUDITOR, AWAY, ELSEWHERE, 41)
FAR = tuple(
    official(f"{role} of another agency", role, AWAY, ELSEWHERE, 50 + number)
    for number, role in enumerate(Role)
    if role is not Role.AUDITOR
)
HOUSE = system("dossiers")
EVERYBODY = (PAO, THAO, VU, MY, HOA, LINH, TUAN, HANH, LAN, SON, VAN, DUC, NGA, LONG, MINH, HOUSE, NOBODY)
CAST = (*EVERYBODY, *FAR)

SCENE = Facts(
    State.IN_PROCESS,
    owner=PAO.person,
    represented_by={UUID(int=22): frozenset({Power.FILE}), UUID(int=23): frozenset({Power.WITHDRAW})},
    receiving_unit=COUNTER,
    receiving_agency=CENTRE,
    competent_agency=AGENCY,
    handling_unit=DIVISION,
    handling_role=Role.CASE_OFFICER,
    sender=LONG.person,
    consulted=frozenset({CONSULTED}),
    consulted_open=frozenset({CONSULTED}),
    home_counter=HOME,
    officers_unit=OFFICERS,
    accepted=True,
)
