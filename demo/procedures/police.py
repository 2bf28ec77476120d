"""Procedures of the police, done in the ministry's system: here people learn where to go."""

from demo.procedures.works import NOT_BY_POST, Limit, Work, charge, copy, free, original, service_fee
from motcua.reference.catalogue.words import DurationUnit

_THERE = "Nộp trên Cổng Dịch vụ công của Bộ Công an, ứng dụng VNeID, hoặc tại {}."
COMMUNE_POLICE, PROVINCE_POLICE = "Công an xã, phường nơi cư trú", "Công an tỉnh Tuyên Quang"

RESIDENCE = Work(
    field="Đăng ký, quản lý cư trú",
    ministry="Bộ Công an",
    agencies=(),
    deciding="Công an cấp xã",
    decision="1523/QĐ-BCA-C06",
    acts=("154/2024/NĐ-CP", "66.7/2025/NQ-CP", "55/2021/TT-BCA", "53/2025/TT-BCA", "75/2022/TT-BTC"),
    events=("Giấy tờ",),
)
RECORDS = Work(
    field="Lý lịch tư pháp",
    ministry="Bộ Công an",
    agencies=(),
    deciding="Công an tỉnh",
    decision="1025/QĐ-BCA",
    acts=("28/2009/QH12",),
    events=("Việc làm", "Giấy tờ"),
    department=PROVINCE_POLICE,
)
DRIVING = Work(
    field="Sát hạch, cấp giấy phép lái xe",
    ministry="Bộ Công an",
    agencies=(),
    deciding="Công an tỉnh",
    decision="1025/QĐ-BCA",
    acts=("12/2025/TT-BCA", "37/2023/TT-BTC"),
    events=("Đi lại",),
    department=PROVINCE_POLICE,
)
INSURANCE = Work(
    field="Chính sách",
    ministry="Bộ Công an",
    agencies=(),
    deciding="Công an tỉnh",
    decision="QĐ/0001-BCA",
    acts=("19/2010/TT-BTC",),
    events=("Sức khỏe",),
    department=PROVINCE_POLICE,
)

PLANS = (
    RESIDENCE.plan(
        "1.004222",
        "Đăng ký thường trú",
        summary="Nhập hộ khẩu về nơi ở của mình hoặc của người thân.",
        limit=Limit(7, ways=NOT_BY_POST),
        result=("KQ.G01.000065", "Thông báo kết quả giải quyết thủ tục về cư trú"),
        papers=(
            copy("home", "Giấy tờ chứng minh chỗ ở hợp pháp", when="Dữ liệu của Nhà nước chưa có"),
            original("consent", "Ý kiến đồng ý của chủ hộ, chủ nhà", when="Về ở nhà người khác"),
        ),
        fees=(charge("Lệ phí đăng ký thường trú", 10_000, "75/2022/TT-BTC", per="lần, nộp trực tuyến"),),
        receiving_address=_THERE.format(COMMUNE_POLICE),
        direct_handler=COMMUNE_POLICE,
        words=("nhập hộ khẩu", "chuyển hộ khẩu", "đăng ký thường trú cho con"),
        popularity=88,
    ),
    RESIDENCE.plan(
        "1.004194",
        "Đăng ký tạm trú",
        summary="Ở nhà thuê, ở trọ nơi khác từ 30 ngày trở lên.",
        limit=Limit(3, ways=NOT_BY_POST),
        result=("KQ.G01.000065", "Thông báo kết quả giải quyết thủ tục về cư trú"),
        papers=(copy("home", "Giấy tờ chứng minh chỗ ở hợp pháp", "Hợp đồng thuê, mượn, ở nhờ."),),
        fees=(charge("Lệ phí đăng ký tạm trú", 7_000, "75/2022/TT-BTC", per="lần, nộp trực tuyến"),),
        decision_no="9354/QĐ-BCA-C06",
        receiving_address=_THERE.format(COMMUNE_POLICE),
        direct_handler=COMMUNE_POLICE,
        words=("đăng ký ở trọ", "tạm trú cho người thuê nhà", "KT3"),
        popularity=76,
    ),
    RECORDS.plan(
        "3.000333",
        "Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam, người "
        "Việt Nam đang cư trú ở nước ngoài",
        title="Cấp Phiếu lý lịch tư pháp",
        summary="Giấy ghi bạn có án tích hay không, để xin việc, đi nước ngoài.",
        limit=Limit(10, DurationUnit.DAY),
        result=("KQ.G01.000200", "Phiếu lý lịch tư pháp số 1"),
        papers=(original("authorisation", "Văn bản ủy quyền", when="Người khác nộp thay (Phiếu số 1)"),),
        fees=(service_fee("Phí cung cấp thông tin lý lịch tư pháp", 200_000, "244/2016/TT-BTC", per="lần"),),
        receiving_address=_THERE.format(PROVINCE_POLICE),
        direct_handler=PROVINCE_POLICE,
        words=("lý lịch tư pháp", "xác nhận không tiền án", "phiếu lý lịch số 2"),
        popularity=72,
    ),
    DRIVING.plan(
        "3.000348",
        "Cấp lại giấy phép lái xe",
        summary="Bằng lái bị mất hoặc hỏng; thi lại nếu đã quá hạn lâu.",
        limit=Limit(5, ways=NOT_BY_POST),
        result=("KQ.G01.000185", "Giấy phép lái xe"),
        papers=(original("health", "Giấy khám sức khỏe của người lái xe"),),
        fees=(charge("Lệ phí cấp giấy phép lái xe", 135_000, "37/2023/TT-BTC", per="lần"),),
        receiving_address=_THERE.format(PROVINCE_POLICE),
        direct_handler=PROVINCE_POLICE,
        words=("mất bằng lái", "làm lại bằng lái xe", "hỏng giấy phép lái xe"),
        popularity=74,
    ),
    INSURANCE.plan(
        "1.001294",
        "Cấp lại thẻ bảo hiểm y tế (thực hiện tại cấp tỉnh)",
        title="Cấp lại thẻ bảo hiểm y tế của lực lượng công an",
        summary="Dành cho người do Bộ Công an quản lý và thân nhân của họ.",
        limit=Limit(7, ways=(NOT_BY_POST[1],)),
        result=("KQ.G01.000291", "Thẻ bảo hiểm y tế"),
        fees=(free(),),
        receiving_address=_THERE.format(PROVINCE_POLICE),
        direct_handler=PROVINCE_POLICE,
        words=("mất thẻ bảo hiểm y tế công an",),
        popularity=12,
    ),
)
