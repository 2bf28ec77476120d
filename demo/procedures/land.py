"""Đăng ký đất đai, cấp Giấy chứng nhận lần đầu cho hộ gia đình, cá nhân."""

from demo.procedures.shared import (
    CITIZEN,
    COMMUNES,
    EFFECTIVE,
    Plan,
    acts,
    applicant_page,
    ask,
    choose,
    commune_route,
    form,
    identity_known,
    on_paper_only,
    page,
    power_of_attorney,
    when,
)
from motcua.reference.catalogue.words import (
    Channel,
    Charge,
    Draft,
    DurationUnit,
    FeeKind,
    Outcome,
    Paper,
    Terms,
)

_DIFFERS = "Nguồn ghi thời hạn khác nhau theo cách nộp; cần đối chiếu."

FORM = form(
    "dat-dai-lan-dau",
    "Tờ khai đăng ký đất đai lần đầu",
    page(
        "thua-dat",
        "Thửa đất",
        ask("parcel_address", "address", "Địa chỉ thửa đất"),
        ask("parcel_number", "text", "Thửa số, tờ bản đồ số", "Bỏ trống nếu chưa đo đạc.", required=False),
        ask("area", "number", "Diện tích (m²)", min=1),
        choose(
            "purpose",
            "Đang dùng để làm gì?",
            (("home", "Đất ở"), ("farm", "Đất nông nghiệp"), ("both", "Đất ở và đất vườn, ao")),
        ),
        ask("since", "text", "Sử dụng từ khi nào"),
        choose(
            "origin",
            "Nguồn gốc",
            (
                ("inherited", "Ông, bà, cha, mẹ để lại"),
                ("allotted", "Được Nhà nước giao"),
                ("bought", "Nhận chuyển nhượng"),
                ("cleared", "Tự khai hoang"),
            ),
        ),
        ask("seller", "text", "Nhận chuyển nhượng của ai, năm nào", show_if=when("origin", "bought")),
    ),
    page(
        "tai-san",
        "Nhà và tài sản khác trên đất",
        ask("has_house", "yes_no", "Có nhà hoặc công trình cần ghi vào Giấy chứng nhận không?"),
        ask("house_area", "number", "Diện tích xây dựng (m²)", min=1, show_if=when("has_house", True)),
        ask("house_words", "text", "Nhà, công trình gì", show_if=when("has_house", True)),
    ),
    applicant_page(title="Người sử dụng đất"),
)

FIRST_LAND_TITLE = Plan(
    Draft(
        code="1.013978",
        field="Đất đai",
        levels=("commune",),
        name="Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền "
        "sử dụng đất, quyền sở hữu tài sản "
        "gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân "
        "cư, người gốc Việt Nam định cư ở nước "
        "ngoài",
        title="Cấp Giấy chứng nhận đất đai lần đầu cho hộ gia đình, cá nhân",
        summary="Làm sổ đỏ lần đầu cho đất đang sử dụng mà chưa có Giấy chứng nhận.",
        decision_no="3380/QĐ-BNNMT",
        effective_from=EFFECTIVE,
        subjects=(CITIZEN,),
        deciding_agency="Chủ tịch UBND cấp xã",
        channels=(
            Terms(Channel.ONLINE, 17, DurationUnit.WORKING_DAY, note=_DIFFERS),
            Terms(Channel.DIRECT, 27, DurationUnit.WORKING_DAY, note=_DIFFERS),
            Terms(Channel.POST, 20, DurationUnit.WORKING_DAY, note=_DIFFERS),
        ),
        papers=(
            on_paper_only("Đơn đăng ký đất đai, tài sản gắn liền với đất"),
            Paper(
                "right",
                "Giấy tờ về quyền sử dụng đất",
                "Một trong các loại ở Điều 137 Luật Đất đai; không có thì nêu quá trình sử dụng trong đơn.",
                copies=1,
                required=False,
                condition="Có giấy tờ từ trước",
            ),
            Paper(
                "survey",
                "Mảnh trích đo bản đồ địa chính thửa đất",
                copies=1,
                required=False,
                condition="Đã đo đạc thửa đất",
            ),
            Paper(
                "inheritance",
                "Giấy tờ về việc nhận thừa kế",
                copies=1,
                required=False,
                condition="Đất nhận thừa kế chưa có Giấy chứng nhận",
            ),
            Paper(
                "common",
                "Văn bản thỏa thuận cấp chung một Giấy chứng nhận",
                originals=1,
                required=False,
                condition="Nhiều người chung quyền sử dụng đất",
            ),
            identity_known(),
            power_of_attorney("Theo quy định về đại diện của pháp luật dân sự."),
        ),
        fees=(
            Charge(
                FeeKind.CHARGE,
                "Phí thẩm định hồ sơ và lệ phí cấp Giấy chứng nhận",
                None,
                note="Theo Luật Phí và lệ phí và văn bản hướng dẫn; nguồn chưa ghi mức.",
            ),
        ),
        results=(
            Outcome(
                "KQ.G10.001148",
                "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
            ),
            Outcome("KQ.G10.000921", "Thông báo xác nhận kết quả đăng ký đất đai"),
        ),
        legal_basis=acts(
            "31/2024/QH15", "43/2024/QH15", "101/2024/NĐ-CP", "151/2025/NĐ-CP", "226/2025/NĐ-CP"
        ),
        route=commune_route(
            "136", work="104", case_officer="Công chức địa chính", leader="Chủ tịch UBND xã, phường"
        ),
        other_words=("làm sổ đỏ", "sổ đỏ", "sổ hồng", "cấp sổ đỏ lần đầu", "bìa đỏ", "giấy chứng nhận đất"),
        life_events=("Nhà đất",),
        popularity=85,
    ),
    FORM,
    COMMUNES,
)
