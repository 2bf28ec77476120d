"""What belongs to people besides dossiers: who acts for whom, papers of every standing, wrong data.

Everybody and every number is invented.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from demo.dossiers import BADGE, CONSTRUCTION, DAY, HOUR, MARITAL, MINH_XUAN, VET, Writer, document, settled
from demo.procedures.shared import AGRICULTURE
from motcua.base.access import system
from motcua.base.clock import local
from motcua.casework.dossiers import commands as dossiers
from motcua.reference.people import commands
from motcua.reference.people.models import HeldPaper, Person, Representation
from motcua.reference.people.queries import actor_of
from motcua.reference.people.rules import Kind
from motcua.reference.people.words import Basis, Body, Identity, Kept, Mandate, PaperOrigin, Power

OWNER, MANAGER, SON, DISPUTES, DRAFTS = (
    "Nông Thị Thêm",
    "Nguyễn Thị Bích Ngọc",
    "Ma Văn Thắng",
    "Trần Đức Hiếu",
    "Hoàng Thị Kim Oanh",
)
TEA = Body(
    full_name="Công ty trách nhiệm hữu hạn một thành viên Chế biến và Xuất nhập khẩu chè Shan tuyết "
    "Tây Côn Lĩnh",
    tax_code="5009990013",
    legal_representative=MANAGER,
    phone="0912000901",
    email="che-shan@example.vn",
    province="tỉnh Tuyên Quang",
    commune="phường Minh Xuân",
    address_detail="Số 31, tổ dân phố 2",
)
MOTHER = Identity(
    full_name="Hoàng Thị Sửu",
    personal_id="008000000901",
    birth_date=date(1956, 1, 15),
    gender="female",
    phone="0912000902",
    province="tỉnh Tuyên Quang",
    commune="phường Minh Xuân",
    address_detail="Số 7, tổ dân phố 9",
)


@dataclass(frozen=True)
class Held:
    """A paper of the store: issued so many days ago, good for so many; replaced by a newer, or revoked."""

    name: str
    kind: str
    issuer: str
    number: str
    days_ago: int
    good_for: int | None = None
    revoked: bool = False
    disputed: bool = False


_COMMITTEE = "Ủy ban nhân dân phường Minh Xuân"
# Good for six months (Nghị định số 123/2015/NĐ-CP, Điều 23); a newer one takes the place of the older.
MARITAL_KIND = Kind("tinh-trang-hon-nhan", ("giấy xác nhận tình trạng hôn nhân",), single=True, months=6)
PAPERS = (
    Held(
        "Giấy xác nhận tình trạng hôn nhân", "KQ.G15.000038", _COMMITTEE, "57/UBND-XNTTHN", 400, good_for=180
    ),
    Held(
        "Giấy xác nhận tình trạng hôn nhân", "KQ.G15.000038", _COMMITTEE, "9/UBND-XNTTHN", 250, good_for=180
    ),
    Held("Giấy chứng nhận kết hôn", "KQ.G15.000032", _COMMITTEE, "12/2025", 330),
    Held(
        "Giấy chứng nhận đăng ký hộ kinh doanh", "KQ.G12.001041", _COMMITTEE, "15A8000123", 210, revoked=True
    ),
    Held("Trích lục khai tử", "KQ.G15.000034", _COMMITTEE, "41/TLKT", 120, disputed=True),
    Held("Giấy khám sức khỏe", "", "Bệnh viện Đa khoa tỉnh Tuyên Quang", "2291/GKSK", 40, good_for=365),
)


def load(writer: Writer) -> None:
    """Give people what belongs to them."""
    _company(writer)
    _mother(writer)
    _papers(writer)
    _wrong_address(writer)
    writer.draft("1.001193", MINH_XUAN, ago=3 * DAY, citizen=DRAFTS)
    writer.draft("1.001612", MINH_XUAN, ago=20 * DAY, citizen=DRAFTS)


def _company(writer: Writer) -> None:
    """A company files through its legal representative: one dossier waits, one is in process."""
    person = writer.person(MANAGER)
    mandate = Mandate(
        Basis.LEGAL_REPRESENTATIVE,
        frozenset(Power),
        valid_from=local(writer.now).date() - timedelta(days=200),
        document="Giấy chứng nhận đăng ký doanh nghiệp",
    )
    right = settled(
        commands.represent_organisation(
            body=TEA, mandate=mandate, by=actor_of(person), at=writer.now - timedelta(days=9)
        )
    )
    writer.for_another(BADGE, CONSTRUCTION, person, right.pk, ago=3 * HOUR)
    running = writer.for_another(VET, AGRICULTURE[0], person, right.pk, ago=4 * DAY)
    running.judged().do(dossiers.accept, running.counter, right_checked=True).forwarded()


def _mother(writer: Writer) -> None:
    """A son files for his old mother, who gave him the right for half a year."""
    person = writer.person(SON)
    today = local(writer.now).date()
    mandate = Mandate(
        Basis.AUTHORISED,
        frozenset({Power.FILE, Power.WITHDRAW}),
        valid_from=today - timedelta(days=30),
        valid_to=today + timedelta(days=150),
        document="Văn bản ủy quyền số 118, chứng thực tại UBND phường Minh Xuân",
    )
    right: Representation = settled(
        commands.represent_person(
            identity=MOTHER, mandate=mandate, by=actor_of(person), at=writer.now - timedelta(days=6)
        )
    )
    story = writer.for_another(MARITAL, MINH_XUAN, person, right.pk, ago=2 * DAY)
    story.judged().do(dossiers.accept, story.counter, right_checked=True).forwarded()


def _papers(writer: Writer) -> None:
    """One citizen has papers of every standing."""
    person = writer.person(OWNER)
    commands.define_paper_kind(
        kind=MARITAL_KIND, name="Giấy xác nhận tình trạng hôn nhân", by=system("demo"), at=writer.now
    )
    for paper in PAPERS:
        _held(writer, person, paper)


def _held(writer: Writer, person: Person, paper: Held) -> HeldPaper:
    at = writer.now - timedelta(days=paper.days_ago)
    issued = local(at).date()
    file = document(actor_of(person), at)
    held = commands.hold_paper(
        owner_id=person.pk,
        paper=Kept(
            name=paper.name,
            kind=paper.kind,
            issuer=paper.issuer,
            number=paper.number,
            issued_on=issued,
            valid_to=issued + timedelta(days=paper.good_for) if paper.good_for else None,
        ),
        file_id=file.pk,
        source=f"demo:{paper.number}",
        source_said=f"Kết quả do {paper.issuer} cấp",
        origin=PaperOrigin.RESULT,
        by=system("demo"),
        at=at,
    )
    if paper.revoked:
        commands.revoke_paper(paper_id=held.pk, by=system("demo"), at=writer.now - timedelta(days=20))
    if paper.disputed:
        commands.put_under_correction(
            paper_id=held.pk, by=actor_of(person), at=writer.now - timedelta(days=2)
        )
    return held


def _wrong_address(writer: Writer) -> None:
    """Somebody says that the address which the State holds is not theirs any more."""
    story = writer.draft(MARITAL, MINH_XUAN, ago=DAY, citizen=DISPUTES)
    story.do(
        dossiers.dispute_fact,
        actor_of(story.dossier.submitter),
        name="applicant_address",
        value=None,
        said="Tôi đã chuyển về Số 5, tổ dân phố 20, phường Minh Xuân từ tháng 9.",
    )
