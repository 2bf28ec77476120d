"""Callings and gatherings: lawyers, notaries, auctioneers, healers, veterinarians, festivals."""

from datetime import date

from demo.procedures.shared import AGRICULTURE, COMMUNES, HEALTH, JUSTICE, ORGANISATION, ask
from demo.procedures.works import Cut, Limit, Work, copy, free, original, service_fee
from motcua.reference.catalogue.words import Case, DurationUnit, OnlineLevel

LAWYERS = Work(
    field="Luật sư",
    ministry="Bộ Tư pháp",
    agencies=JUSTICE,
    deciding="Sở Tư pháp",
    decision="1262/QĐ-BTP",
    acts=("65/2006/QH11", "123/2013/NĐ-CP", "05/2021/TT-BTP", "03/2024/TT-BTP", "08/2025/TT-BTP"),
    events=("Việc làm",),
    department="Sở Tư pháp",
)
NOTARIES = Work(
    field="Công chứng",
    ministry="Bộ Tư pháp",
    agencies=JUSTICE,
    deciding="Sở Tư pháp",
    decision="1859/QĐ-BTP",
    acts=("46/2024/QH15", "05/2025/TT-BTP", "257/2016/TT-BTC"),
    events=("Việc làm",),
    department="Sở Tư pháp",
)
LEGAL_AID = Work(
    field="Trợ giúp pháp lý",
    ministry="Bộ Tư pháp",
    agencies=JUSTICE,
    deciding="Sở Tư pháp",
    decision="1540/QĐ-BTP",
    acts=("11/2017/QH14", "08/2017/TT-BTP"),
    department="Sở Tư pháp",
)
AUCTIONS = Work(
    field="Đấu giá tài sản",
    ministry="Bộ Tư pháp",
    agencies=JUSTICE,
    deciding="Sở Tư pháp theo phân cấp của UBND cấp tỉnh",
    decision="1855/QĐ-BTP",
    acts=("01/2016/QH14", "106/2017/TT-BTC", "121/2025/NĐ-CP", "08/2025/TT-BTP"),
    events=("Việc làm",),
    department="Sở Tư pháp",
)
ANIMALS = Work(
    field="Thú y",
    ministry="Bộ Nông nghiệp và Môi trường",
    agencies=AGRICULTURE,
    deciding="Cơ quan do UBND cấp tỉnh phân cấp",
    decision="1649/QĐ-BNNMT",
    acts=("79/2015/QH13", "35/2016/NĐ-CP", "32/2026/NĐ-CP", "101/2020/TT-BTC"),
    events=("Việc làm",),
    department="Sở Nông nghiệp và Môi trường",
)
HEALING = Work(
    field="Y, dược cổ truyền",
    ministry="Bộ Y tế",
    agencies=HEALTH,
    deciding="Sở Y tế",
    acts=("15/2023/QH15", "96/2023/NĐ-CP"),
    events=("Sức khỏe", "Việc làm"),
    department="Sở Y tế",
)
CULTURE = Work(
    field="Văn hóa",
    ministry="Bộ Văn hóa, Thể thao và Du lịch",
    agencies=COMMUNES,
    deciding="UBND cấp xã",
    acts=("110/2018/NĐ-CP",),
    officer="Công chức văn hóa – xã hội",
)

PLANS = (
    LAWYERS.plan(
        "1.002010",
        "Đăng ký hoạt động của tổ chức hành nghề luật sư",
        title="Đăng ký hoạt động văn phòng, công ty luật",
        summary="Luật sư mở văn phòng luật sư hoặc công ty luật.",
        limit=Limit(7),
        result=("KQ.G15.000168", "Giấy đăng ký hoạt động của tổ chức hành nghề luật sư"),
        cases=(Case("office", "Văn phòng luật sư"), Case("company", "Công ty luật")),
        papers=(
            original("charter", "Dự thảo Điều lệ của công ty luật", case="company"),
            copy("premises", "Giấy tờ chứng minh về trụ sở"),
        ),
        fees=(service_fee("Phí cung cấp thông tin doanh nghiệp", 100_000, "47/2019/TT-BTC", per="lần"),),
        words=("mở văn phòng luật sư", "thành lập công ty luật"),
        popularity=18,
    ),
    NOTARIES.plan(
        "1.013830",
        "Cấp lại Thẻ công chứng viên",
        summary="Thẻ bị mất, hỏng hoặc thông tin trên thẻ thay đổi.",
        limit=Limit(5, cut=Cut(3, "276/QĐ-UBND", date(2026, 3, 30))),
        result=("KQ.G15.000178", "Thẻ công chứng viên"),
        papers=(
            original("photos", "Hai ảnh chân dung cỡ 2 cm x 3 cm, chụp không quá 6 tháng"),
            original("card", "Thẻ đang dùng", when="Thẻ bị hỏng"),
        ),
        fees=(service_fee("Phí cấp thẻ công chứng viên", 100_000, "257/2016/TT-BTC", per="lần"),),
        asks=(ask("card_no", "text", "Số thẻ công chứng viên"), ask("office", "text", "Nơi hành nghề")),
        words=("mất thẻ công chứng viên", "làm lại thẻ công chứng viên"),
        popularity=9,
    ),
    LEGAL_AID.plan(
        "2.000596",
        "Thủ tục đăng ký tham gia trợ giúp pháp lý",
        title="Đăng ký tham gia trợ giúp pháp lý",
        summary="Tổ chức hành nghề luật sư, tổ chức tư vấn pháp luật giúp người nghèo.",
        limit=Limit(7, DurationUnit.DAY),
        result=("KQ.G15.000012", "Giấy đăng ký tham gia trợ giúp pháp lý"),
        papers=(
            original("list", "Danh sách luật sư, tư vấn viên đủ điều kiện"),
            copy("cards", "Thẻ luật sư, thẻ tư vấn viên pháp luật"),
        ),
        fees=(free(),),
        subjects=(ORGANISATION,),
        asks=(
            ask("body", "text", "Tên tổ chức"),
            ask("lawyers", "number", "Số luật sư tham gia", min=1, max=500),
        ),
        words=("tham gia trợ giúp pháp lý",),
        popularity=8,
    ),
    AUCTIONS.plan(
        "1.003915",
        "Cấp Chứng chỉ hành nghề đấu giá",
        summary="Cho người đạt kết quả kiểm tra tập sự hành nghề đấu giá.",
        limit=Limit(10),
        result=("KQ.G15.000128", "Quyết định cấp Chứng chỉ hành nghề đấu giá"),
        papers=(
            copy("degree", "Bằng tốt nghiệp đại học"),
            original("photo", "Một ảnh màu cỡ 3 cm x 4 cm"),
        ),
        fees=(service_fee("Phí thẩm định", 800_000, "106/2017/TT-BTC", per="hồ sơ"),),
        asks=(
            ask("trained_at", "text", "Nơi tập sự"),
            ask("passed_on", "date", "Ngày đạt kiểm tra", max="today"),
        ),
        words=("chứng chỉ đấu giá viên", "hành nghề đấu giá"),
        popularity=9,
    ),
    HEALING.plan(
        "2.000980",
        "Cấp giấy chứng nhận người sở hữu bài thuốc gia truyền và phương pháp chữa bệnh gia truyền thuộc "
        "thẩm quyền của Sở Y tế",
        title="Chứng nhận người có bài thuốc gia truyền",
        summary="Cho người giữ bài thuốc, cách chữa bệnh của gia đình truyền lại.",
        limit=Limit(30, DurationUnit.DAY, note="Nguồn chỉ có tên; bản chạy thử điền 30 ngày."),
        result=("KQ-2.000980", "Giấy chứng nhận bài thuốc, phương pháp chữa bệnh gia truyền"),
        papers=(
            original("account", "Bản thuyết minh về bài thuốc hoặc phương pháp chữa bệnh"),
            original("proof", "Xác nhận của người thân, chính quyền về việc gia truyền"),
        ),
        asks=(ask("remedy", "text", "Tên bài thuốc"), ask("cures", "long_text", "Chữa bệnh gì")),
        online_level=OnlineLevel.PARTIAL,
        partial_reason="Hội đồng chuyên môn phải kiểm tra thực tế việc dùng bài thuốc.",
        words=("thuốc nam gia truyền", "bài thuốc gia truyền", "thầy lang"),
        popularity=14,
    ),
    ANIMALS.plan(
        "1.004756",
        "Cấp Chứng chỉ hành nghề thú y",
        summary="Cho người chữa bệnh vật nuôi, bán thuốc, làm xét nghiệm thú y.",
        limit=Limit(5, cut=Cut(3, "355/QĐ-UBND", date(2026, 4, 22))),
        result=("KQ.G10.000865", "Chứng chỉ hành nghề thú y"),
        papers=(
            copy("degree", "Văn bằng, giấy xác nhận tập huấn chuyên môn"),
            original("health", "Giấy chứng nhận sức khỏe"),
        ),
        fees=(service_fee("Lệ phí cấp Chứng chỉ hành nghề thú y", 50_000, "101/2020/TT-BTC", per="lần"),),
        words=("chứng chỉ thú y", "hành nghề thú y", "bác sĩ thú y"),
        popularity=21,
    ),
    CULTURE.plan(
        "1.013791",
        "Thủ tục tiếp nhận hồ sơ đăng ký lễ hội quy mô cấp xã",
        title="Đăng ký tổ chức lễ hội cấp xã",
        summary="Đăng ký lễ hội của làng, bản, thôn trước khi tổ chức.",
        limit=Limit(
            15,
            note="Nguồn chỉ có tên; bản chạy thử điền 15 ngày làm việc.",
            cut=Cut(10, "333/QĐ-UBND", date(2026, 4, 29)),
        ),
        result=("KQ-1.013791", "Văn bản trả lời về việc tổ chức lễ hội"),
        papers=(original("plan", "Kế hoạch tổ chức lễ hội"),),
        fees=(free(),),
        subjects=(ORGANISATION,),
        words=("tổ chức lễ hội", "lễ hội làng", "lồng tồng"),
        popularity=12,
    ),
)
