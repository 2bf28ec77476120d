"""Land after the first title, and the right to build on it."""

from datetime import date

from demo.procedures.shared import AGRICULTURE, CITIZEN, COMMUNES, ENTERPRISE, ask
from demo.procedures.works import Cut, Limit, Work, by_council, copy, original
from motcua.reference.catalogue.words import Case, DurationUnit, OnlineLevel, SupplementClock

LAND = Work(
    field="Đất đai",
    ministry="Bộ Nông nghiệp và Môi trường",
    agencies=AGRICULTURE,
    deciding="Văn phòng đăng ký đất đai, chi nhánh Văn phòng đăng ký đất đai",
    decision="2304/QĐ-BNNMT",
    acts=("31/2024/QH15", "43/2024/QH15", "101/2024/NĐ-CP", "151/2025/NĐ-CP", "226/2025/NĐ-CP"),
    events=("Nhà đất",),
    department="Sở Nông nghiệp và Môi trường",
)
_LEASE_ACTS = ("31/2024/QH15", "102/2024/NĐ-CP", "151/2025/NĐ-CP", "226/2025/NĐ-CP")
HOME_LAND = Work(
    field="Đất đai",
    ministry="Bộ Nông nghiệp và Môi trường",
    agencies=COMMUNES,
    deciding="Chủ tịch UBND cấp xã",
    decision="3380/QĐ-BNNMT",
    acts=_LEASE_ACTS,
    events=("Nhà đất",),
    officer="Công chức địa chính",
)
BUILDING = Work(
    field="Hoạt động xây dựng",
    ministry="Bộ Xây dựng",
    agencies=COMMUNES,
    deciding="UBND cấp xã",
    decision="56/QĐ-BXD",
    acts=("50/2014/QH13", "62/2020/QH14", "175/2024/NĐ-CP", "105/2025/NĐ-CP", "14/2026/NĐ-CP"),
    events=("Nhà đất",),
    officer="Công chức xây dựng",
)

_DIFFERS = "Nguồn ghi thời hạn khác nhau theo cách nộp và trường hợp; bản chạy thử lấy một mức."
_TITLE = original("title", "Bản gốc Giấy chứng nhận đã cấp")
_FEE = by_council("Phí thẩm định hồ sơ và lệ phí cấp Giấy chứng nhận")
_RENEWED = ("KQ.G10.001147", "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất")
_CUT = date(2026, 5, 28)

PLANS = (
    LAND.plan(
        "1.013977",
        "Đăng ký biến động thay đổi quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do chia, tách, "
        "hợp nhất, sáp nhập tổ chức hoặc chuyển đổi mô hình tổ chức, chuyển đổi loại hình doanh nghiệp theo "
        "quy định của pháp luật về doanh nghiệp; điều chỉnh quy hoạch xây dựng chi tiết; cấp Giấy chứng nhận "
        "cho từng thửa đất theo quy hoạch xây dựng chi tiết cho chủ đầu tư dự án có nhu cầu",
        title="Đăng ký biến động đất đai khi tổ chức, dự án thay đổi",
        summary="Khi doanh nghiệp, tổ chức chia tách, sáp nhập hoặc quy hoạch chi tiết thay đổi.",
        limit=Limit(8, note=_DIFFERS),
        result=_RENEWED,
        papers=(_TITLE, copy("change", "Văn bản về việc chia, tách, hợp nhất, sáp nhập, chuyển đổi")),
        fees=(_FEE,),
        decision_no="3380/QĐ-BNNMT",
        subjects=(ENTERPRISE, "Tổ chức"),
        supplement_clock=SupplementClock.PAUSE,
        supplement_clock_basis="Nghị định số 101/2024/NĐ-CP",
        words=("sang tên sổ đỏ của công ty", "biến động đất đai doanh nghiệp"),
        popularity=28,
    ),
    LAND.plan(
        "1.012784",
        "Tách thửa hoặc hợp thửa đất.",
        title="Tách thửa, hợp thửa đất",
        summary="Chia một thửa thành nhiều thửa hoặc nhập nhiều thửa làm một.",
        limit=Limit(12, note=_DIFFERS, cut=Cut(9, "447/QĐ-UBND", _CUT)),
        result=_RENEWED,
        papers=(_TITLE, original("plan", "Bản vẽ tách thửa, hợp thửa đất theo Mẫu số 22")),
        fees=(_FEE,),
        words=("chia đất cho con", "tách sổ đỏ", "gộp thửa"),
        popularity=57,
    ),
    LAND.plan(
        "1.012786",
        "Cấp lại Giấy chứng nhận do bị mất",
        title="Cấp lại sổ đỏ bị mất",
        summary="Khi Giấy chứng nhận đã cấp bị mất, sau khi niêm yết công khai.",
        limit=Limit(10, note=_DIFFERS),
        result=("KQ.G10.001148", "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"),
        papers=(copy("survey", "Mảnh trích đo bản đồ địa chính thửa đất", when="Đã đo đạc lại thửa đất"),),
        fees=(_FEE,),
        decision_no="3380/QĐ-BNNMT",
        words=("mất sổ đỏ", "làm lại sổ đỏ", "sổ hồng bị mất"),
        popularity=53,
    ),
    LAND.plan(
        "1.013833",
        "Đăng ký biến động đối với trường hợp đổi tên hoặc thay đổi thông tin về người sử dụng đất, chủ sở "
        "hữu tài sản gắn liền với đất hoặc thay đổi số hiệu hoặc địa chỉ của thửa đất; thay đổi hạn chế "
        "quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất hoặc có thay đổi quyền đối với thửa đất "
        "liền kề; giảm diện tích thửa đất do sạt lở tự nhiên",
        title="Sửa tên, thông tin trên sổ đỏ",
        summary="Đổi tên, số định danh, địa chỉ thửa đất ghi trên Giấy chứng nhận.",
        limit=Limit(10, cut=Cut(6, "447/QĐ-UBND", _CUT)),
        result=_RENEWED,
        papers=(
            _TITLE,
            copy("proof", "Giấy tờ chứng minh việc thay đổi", when="Dữ liệu của Nhà nước chưa có"),
        ),
        fees=(_FEE,),
        words=("đổi tên trên sổ đỏ", "sổ đỏ ghi sai tên", "cập nhật căn cước trên sổ đỏ"),
        popularity=49,
    ),
    LAND.plan(
        "1.012783",
        "Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
        title="Cấp đổi sổ đỏ",
        summary="Đổi Giấy chứng nhận cũ, rách, ố hoặc theo mẫu mới.",
        limit=Limit(5, note=_DIFFERS),
        result=_RENEWED,
        papers=(_TITLE,),
        fees=(_FEE,),
        decision_no="3380/QĐ-BNNMT",
        asks=(
            ask("title_no", "text", "Số phát hành Giấy chứng nhận"),
            ask("reason", "text", "Vì sao cần đổi"),
        ),
        popularity=40,
    ),
    LAND.plan(
        "1.115345",
        "Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
        title="Cấp đổi sổ đỏ",
        summary="Đổi Giấy chứng nhận cũ, rách, ố hoặc theo mẫu mới, tại mọi điểm tiếp nhận trong tỉnh.",
        limit=Limit(5, note="Nguồn chỉ có tên; bản chạy thử lấy theo thủ tục 1.012783."),
        result=_RENEWED,
        papers=(_TITLE,),
        fees=(_FEE,),
        decision_no="",
        asks=(
            ask("title_no", "text", "Số phát hành Giấy chứng nhận"),
            ask("reason", "text", "Vì sao cần đổi"),
        ),
        words=("đổi sổ đỏ", "sổ đỏ rách", "đổi sổ hồng mới"),
        popularity=55,
    ),
    LAND.plan(
        "1.013825",
        "Chuyển hình thức giao đất, cho thuê đất",
        title="Chuyển hình thức giao đất, cho thuê đất (tổ chức)",
        summary="Tổ chức, doanh nghiệp chuyển từ thuê trả tiền hằng năm sang trả một lần và ngược lại.",
        limit=Limit(15, DurationUnit.DAY),
        result=("KQ.G10.000870", "Quyết định chuyển hình thức giao đất, cho thuê đất"),
        papers=(_TITLE,),
        fees=(_FEE,),
        decision_no="3380/QĐ-BNNMT",
        acts=_LEASE_ACTS,
        subjects=(ENTERPRISE, "Tổ chức"),
        deciding_agency="UBND cấp tỉnh",
        asks=(ask("parcel", "text", "Thửa đất, tờ bản đồ"), ask("wish", "long_text", "Muốn chuyển thế nào")),
        words=("chuyển hình thức thuê đất của công ty",),
        popularity=11,
    ),
    HOME_LAND.plan(
        "1.013950",
        "Chuyển hình thức giao đất, cho thuê đất.",
        title="Chuyển hình thức giao đất, cho thuê đất (hộ gia đình, cá nhân)",
        summary="Người dân đang thuê đất muốn đổi cách trả tiền hoặc được giao đất.",
        limit=Limit(15, DurationUnit.DAY, note=_DIFFERS),
        result=("KQ.G10.000870", "Quyết định chuyển hình thức giao đất, cho thuê đất"),
        papers=(_TITLE,),
        fees=(_FEE,),
        asks=(ask("parcel", "text", "Thửa đất, tờ bản đồ"), ask("wish", "long_text", "Muốn chuyển thế nào")),
        words=("chuyển hình thức thuê đất của gia đình",),
        popularity=13,
    ),
    BUILDING.plan(
        "1.013225",
        "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV (Công trình không theo tuyến/Theo "
        "tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình "
        "không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ",
        title="Cấp giấy phép xây dựng nhà ở riêng lẻ, công trình cấp III, IV",
        summary="Trước khi xây nhà ở nơi phải có giấy phép.",
        limit=Limit(20, DurationUnit.DAY, note=_DIFFERS, cut=Cut(15, "447/QĐ-UBND", _CUT)),
        result=("KQ.G17.000311", "Giấy phép xây dựng kèm theo hồ sơ thiết kế"),
        cases=(Case("house", "Nhà ở riêng lẻ"), Case("works", "Công trình khác")),
        papers=(
            copy("land", "Giấy tờ về quyền sử dụng đất", when="Dữ liệu đất đai chưa có thửa đất này"),
            original("drawings", "Hai bộ bản vẽ thiết kế xây dựng"),
            copy("approval", "Quyết định phê duyệt dự án", case="works"),
        ),
        fees=(by_council("Lệ phí cấp giấy phép xây dựng"),),
        subjects=(CITIZEN, ENTERPRISE, "Tổ chức"),
        words=("xin phép xây nhà", "giấy phép xây dựng", "làm nhà", "cất nhà"),
        popularity=68,
    ),
    BUILDING.plan(
        "1.013227",
        "Gia hạn giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo "
        "tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình "
        "không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ",
        title="Gia hạn giấy phép xây dựng",
        summary="Khi chưa khởi công mà giấy phép sắp hết hạn.",
        limit=Limit(5),
        result=("KQ.G17.000315", "Giấy phép xây dựng được gia hạn"),
        papers=(original("permit", "Bản chính giấy phép xây dựng đã cấp"),),
        fees=(by_council("Lệ phí gia hạn giấy phép xây dựng"),),
        asks=(
            ask("permit_no", "text", "Số giấy phép xây dựng"),
            ask("reason", "text", "Vì sao chưa khởi công"),
        ),
        online_level=OnlineLevel.PARTIAL,
        partial_reason="Bản chính giấy phép phải nộp để ghi gia hạn.",
        words=("gia hạn giấy phép xây dựng", "giấy phép xây dựng hết hạn"),
        popularity=25,
    ),
)
