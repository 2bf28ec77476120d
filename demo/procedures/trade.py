"""Trade: household businesses, safe food, water, pesticides, transport lines, units of the budget."""

from datetime import date

from demo.procedures.shared import (
    AGRICULTURE,
    COMMUNES,
    CONSTRUCTION,
    ENTERPRISE,
    FINANCE,
    ORGANISATION,
    UNIT_BY_HAND,
    ask,
    power_of_attorney,
)
from demo.procedures.works import Cut, Limit, Work, by_council, copy, free, original, service_fee
from motcua.reference.catalogue.words import Channel, DurationUnit, OnlineLevel

BUSINESS = Work(
    field="Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)",
    ministry="Bộ Tài chính",
    agencies=COMMUNES,
    deciding="UBND cấp xã",
    decision="2353/QĐ-BTC",
    acts=("59/2020/QH14", "168/2025/NĐ-CP", "68/2025/TT-BTC", "85/2019/TT-BTC"),
    events=("Kinh doanh",),
    officer="Công chức đăng ký kinh doanh",
)
FOOD = Work(
    field="Quản lý chất lượng nông lâm sản và thủy sản",
    ministry="Bộ Nông nghiệp và Môi trường",
    agencies=AGRICULTURE,
    deciding="Cơ quan do UBND cấp tỉnh chỉ định",
    decision="1908/QĐ-BNNMT",
    acts=("55/2010/QH12", "38/2018/TT-BNNPTNT", "17/2024/TT-BNNPTNT", "17/2025/TT-BNNMT"),
    events=("Kinh doanh",),
    department="Sở Nông nghiệp và Môi trường",
)
EATING = Work(
    field="An toàn thực phẩm",
    ministry="Bộ Y tế",
    agencies=COMMUNES,
    deciding="UBND cấp xã",
    acts=("55/2010/QH12", "15/2018/NĐ-CP"),
    events=("Kinh doanh",),
    officer="Công chức văn hóa – xã hội",
)
PESTICIDES = Work(
    field="Trồng trọt và Bảo vệ thực vật",
    ministry="Bộ Nông nghiệp và Môi trường",
    agencies=AGRICULTURE,
    deciding="Cơ quan do UBND cấp tỉnh phân cấp",
    decision="1883/QĐ-BNNMT",
    acts=("41/2013/QH13", "66/2016/NĐ-CP", "123/2018/NĐ-CP", "33/2026/NĐ-CP", "33/2021/TT-BTC"),
    events=("Kinh doanh",),
    department="Sở Nông nghiệp và Môi trường",
)
WATER = Work(
    field="Tài nguyên nước",
    ministry="Bộ Nông nghiệp và Môi trường",
    agencies=COMMUNES,
    deciding="Chủ tịch UBND cấp xã",
    decision="248/QĐ-BNNMT",
    acts=("28/2023/QH15", "54/2024/NĐ-CP", "131/2025/NĐ-CP", "23/2026/NĐ-CP"),
    events=("Nhà đất",),
    officer="Công chức địa chính",
)
ROADS = Work(
    field="Đường bộ",
    ministry="Bộ Xây dựng",
    agencies=CONSTRUCTION,
    deciding="Sở Xây dựng",
    decision="871/QĐ-BXD",
    acts=("165/2024/NĐ-CP", "140/2025/NĐ-CP"),
    events=("Kinh doanh",),
    department="Sở Xây dựng",
)
BUDGET = Work(
    field="Tin học - Thống kê",
    ministry="Bộ Tài chính",
    agencies=FINANCE,
    deciding="Sở Tài chính",
    decision="336/QĐ-BTC",
    acts=("185/2015/TT-BTC",),
    department="Sở Tài chính",
)

_CUT_TRADE = date(2026, 4, 3)
_MINUTES = copy("minutes", "Biên bản họp các thành viên", when="Hộ gia đình hoặc nhóm người cùng làm chủ")
_SHOP = (
    ask("shop", "text", "Tên cơ sở", autocomplete="organization"),
    ask("shop_address", "address", "Địa chỉ cơ sở"),
)

PLANS = (
    BUSINESS.plan(
        "2.000720",
        "Đăng ký thay đổi nội dung đăng ký hộ kinh doanh",
        title="Đổi nội dung đăng ký hộ kinh doanh",
        summary="Đổi tên, địa chỉ, ngành nghề, chủ hộ của hộ kinh doanh.",
        limit=Limit(3, note="Theo trình tự thực hiện; nguồn không ghi đơn vị."),
        result=("KQ.G12.001041", "Giấy chứng nhận đăng ký hộ kinh doanh"),
        papers=(
            _MINUTES,
            copy("death", "Bản sao Trích lục khai tử", when="Đổi chủ hộ do chủ cũ đã mất"),
            power_of_attorney(),
        ),
        fees=(by_council("Lệ phí đăng ký hộ kinh doanh"),),
        words=("đổi tên hộ kinh doanh", "đổi địa chỉ cửa hàng", "sang tên hộ kinh doanh"),
        popularity=45,
    ),
    BUSINESS.plan(
        "1.001570",
        "Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh",
        title="Tạm ngừng, mở lại hộ kinh doanh",
        summary="Báo nghỉ bán một thời gian hoặc mở lại sớm.",
        limit=Limit(3, note=UNIT_BY_HAND, cut=Cut(1, "287/QĐ-UBND", _CUT_TRADE)),
        result=("KQ.G12.001049", "Giấy xác nhận về việc hộ kinh doanh đăng ký tạm ngừng kinh doanh"),
        papers=(_MINUTES, power_of_attorney()),
        fees=(free(),),
        words=("nghỉ bán hàng", "tạm nghỉ kinh doanh", "mở lại quán"),
        popularity=34,
    ),
    BUSINESS.plan(
        "1.001266",
        "Chấm dứt hoạt động hộ kinh doanh",
        summary="Đóng hẳn cửa hàng, quán, xưởng đã đăng ký.",
        limit=Limit(3, note=UNIT_BY_HAND, cut=Cut(2, "287/QĐ-UBND", _CUT_TRADE)),
        result=("KQ.G12.001349", "Cập nhật tình trạng chấm dứt hoạt động của hộ kinh doanh"),
        papers=(_MINUTES, power_of_attorney()),
        fees=(free(),),
        words=("đóng cửa hàng", "giải thể hộ kinh doanh", "trả giấy phép kinh doanh"),
        popularity=33,
    ),
    FOOD.plan(
        "2.001827",
        "Cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm đối với cơ sở sản xuất, kinh doanh thực "
        "phẩm nông, lâm, thủy sản",
        title="Chứng nhận an toàn thực phẩm nông, lâm, thủy sản",
        summary="Cho cơ sở chế biến, đóng gói, buôn bán nông sản, thịt, cá.",
        limit=Limit(15, DurationUnit.DAY),
        result=("KQ.G10.000559", "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm"),
        papers=(original("premises", "Bản thuyết minh cơ sở vật chất, trang thiết bị"),),
        fees=(service_fee("Phí thẩm định", 700_000, "44/2018/TT-BTC", per="cơ sở"),),
        subjects=(ENTERPRISE, "Hợp tác xã", "Công dân Việt Nam"),
        online_level=OnlineLevel.PARTIAL,
        partial_reason="Phải thẩm định thực tế tại cơ sở trước khi cấp.",
        words=("giấy vệ sinh an toàn thực phẩm nông sản", "chứng nhận chế biến chè", "an toàn thực phẩm"),
        popularity=38,
    ),
    EATING.plan(
        "1.013855",
        "Cấp Giấy chứng nhận cơ sở đủ điều kiện ATTP đối với cơ sở kinh doanh dịch vụ ăn uống, sản xuất "
        "(Bộ Y tế cấp xã)",
        title="Chứng nhận an toàn thực phẩm cho quán ăn, bếp ăn",
        summary="Cho quán ăn, nhà hàng, bếp ăn tập thể.",
        limit=Limit(15, DurationUnit.DAY, cut=Cut(10, "301/QĐ-UBND", _CUT_TRADE)),
        result=("KQ-1.013855", "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm"),
        papers=(
            original("premises", "Bản thuyết minh cơ sở vật chất, trang thiết bị"),
            copy("health", "Giấy xác nhận đủ sức khỏe của chủ và người làm bếp"),
        ),
        online_level=OnlineLevel.PARTIAL,
        partial_reason="Phải thẩm định thực tế tại cơ sở trước khi cấp.",
        words=("mở quán ăn", "giấy phép nhà hàng", "an toàn vệ sinh quán ăn"),
        popularity=48,
    ),
    PESTICIDES.plan(
        "1.004363",
        "Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật",
        title="Chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật",
        summary="Để mở cửa hàng bán thuốc trừ sâu, trừ cỏ.",
        limit=Limit(15, cut=Cut(10, "355/QĐ-UBND", date(2026, 4, 22))),
        result=("KQ.G10.001350", "Giấy chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật"),
        papers=(original("premises", "Bản thuyết minh điều kiện buôn bán thuốc bảo vệ thực vật"),),
        fees=(service_fee("Phí thẩm định", 800_000, "33/2021/TT-BTC", per="lần"),),
        asks=(*_SHOP, ask("seller", "person_name", "Người trực tiếp bán thuốc")),
        words=("bán thuốc trừ sâu", "cửa hàng vật tư nông nghiệp", "bán thuốc bảo vệ thực vật"),
        popularity=26,
    ),
    WATER.plan(
        "1.001662",
        "Đăng ký khai thác nước dưới đất",
        title="Đăng ký khai thác nước dưới đất (giếng khoan)",
        summary="Báo cho xã, phường biết giếng khoan dùng cho gia đình hoặc kinh doanh nhỏ.",
        limit=Limit(7, cut=Cut(5, "355/QĐ-UBND", date(2026, 4, 22))),
        result=("KQ.G10.001281", "Xác nhận đăng ký khai thác nước dưới đất"),
        fees=(free(),),
        asks=(
            ask("well", "text", "Vị trí giếng", "Thửa đất, thôn hoặc tổ dân phố."),
            ask("depth", "number", "Chiều sâu giếng (m)", min=1, max=500),
        ),
        words=("giếng khoan", "khoan giếng", "đăng ký giếng nước"),
        popularity=24,
    ),
    ROADS.plan(
        "2.001921",
        "Chấp thuận vị trí, quy mô, kích thước, phương án tổ chức thi công biển quảng cáo, biển thông tin cổ "
        "động, tuyên truyền chính trị; chấp thuận xây dựng, lắp đặt công trình hạ tầng, công trình hạ tầng "
        "kỹ thuật sử dụng chung trong phạm vi bảo vệ kết cấu hạ tầng đường bộ; chấp thuận gia cường công "
        "trình đường bộ khi cần thiết để cho phép xe quá khổ giới hạn, xe quá tải trọng, xe bánh xích lưu "
        "hành trên đường bộ",
        title="Chấp thuận biển quảng cáo, công trình hạ tầng bên đường bộ",
        summary="Dựng biển quảng cáo hoặc lắp công trình trong phạm vi bảo vệ đường bộ.",
        limit=Limit(7, cut=Cut(5, "298/QĐ-UBND", _CUT_TRADE)),
        result=("KQ.G04.000515", "Văn bản chấp thuận vị trí, quy mô, kích thước biển quảng cáo"),
        papers=(
            original("design", "Thuyết minh thiết kế và vị trí xây dựng"),
            original("drawings", "Bản vẽ thiết kế", when="Xây dựng, lắp đặt công trình"),
        ),
        subjects=(ORGANISATION, ENTERPRISE),
        words=("dựng biển quảng cáo", "biển quảng cáo ven đường", "lắp biển hiệu bên quốc lộ"),
        popularity=20,
    ),
    ROADS.plan(
        "2.002285",
        "Đăng ký khai thác tuyến vận tải hành khách cố định",
        title="Đăng ký chạy tuyến xe khách cố định",
        summary="Cho doanh nghiệp, hợp tác xã có giấy phép kinh doanh vận tải.",
        limit=Limit(3, ways=(Channel.ONLINE,), cut=Cut(2, "298/QĐ-UBND", _CUT_TRADE)),
        result=("KQ.G04.000043", "Thông báo đơn vị đăng ký khai thác tuyến thành công"),
        papers=(copy("contract", "Hợp đồng đón, trả khách với bến xe hai đầu tuyến"),),
        fees=(free(),),
        subjects=(ENTERPRISE, "Hợp tác xã"),
        decision_no="662/QĐ-BXD",
        acts=("158/2024/NĐ-CP", "24/2026/NQ-CP"),
        asks=(
            ask("business", "text", "Tên doanh nghiệp, hợp tác xã"),
            ask("line", "text", "Tuyến", "Bến đi, bến đến."),
        ),
        words=("mở tuyến xe khách", "chạy xe khách cố định"),
        popularity=16,
    ),
    BUDGET.plan(
        "2.002206",
        "Thủ tục đăng ký mã số đơn vị có quan hệ với ngân sách",
        title="Đăng ký mã số đơn vị có quan hệ với ngân sách",
        summary="Cho trường học, trạm y tế, ban quản lý dự án mới lập.",
        limit=Limit(3, cut=Cut(2, "320/QĐ-UBND", date(2026, 4, 15))),
        result=("KQ.G12.000019", "Giấy chứng nhận mã số đơn vị có quan hệ với ngân sách"),
        papers=(copy("founding", "Văn bản thành lập đơn vị hoặc quyết định phê duyệt dự án"),),
        fees=(free(),),
        subjects=(ORGANISATION,),
        asks=(ask("unit", "text", "Tên đơn vị"), ask("above", "text", "Cơ quan chủ quản")),
        words=("mã số ngân sách", "mã đơn vị ngân sách"),
        popularity=10,
    ),
)
