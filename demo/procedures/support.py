"""Help from the State, work and school: benefits, poverty, disability, foreign workers, changing schools."""

from datetime import date

from demo.procedures.shared import COMMUNES, ENTERPRISE, INTERIOR, ORGANISATION, POPULATION
from demo.procedures.works import Cut, Limit, Work, copy, free, known, original
from motcua.reference.catalogue.words import Case, Channel, DurationUnit, OnlineLevel

AID = Work(
    field="Bảo trợ xã hội",
    ministry="Bộ Y tế",
    agencies=COMMUNES,
    deciding="UBND cấp xã",
    acts=("20/2021/NĐ-CP", "76/2024/NĐ-CP"),
    events=("Sức khỏe",),
    officer="Công chức văn hóa – xã hội",
)
POVERTY = Work(
    field="Giảm nghèo",
    ministry="Bộ Nông nghiệp và Môi trường",
    agencies=COMMUNES,
    deciding="UBND cấp xã",
    decision="967/QĐ-BNNMT",
    acts=("24/2021/QĐ-TTg", "07/2021/TT-BLĐTBXH", "02/2022/TT-BLĐTBXH"),
    officer="Công chức văn hóa – xã hội",
)
JOBS = Work(
    field="Việc làm",
    ministry="Bộ Nội vụ",
    agencies=INTERIOR,
    deciding="Sở Nội vụ",
    acts=("219/2025/NĐ-CP",),
    events=("Việc làm",),
    department="Sở Nội vụ",
)
SCHOOL = Work(
    field="Giáo dục trung học",
    ministry="Bộ Giáo dục và Đào tạo",
    agencies=COMMUNES,
    deciding="UBND cấp xã",
    events=("Học tập",),
    officer="Công chức văn hóa – xã hội",
)

_DAYS = DurationUnit.DAY
_CUT = date(2026, 5, 6)
_NO_MONEY = (free(),)

PLANS = (
    AID.plan(
        "1.001776",
        "Thực hiện, thôi hưởng trợ cấp xã hội hàng tháng, kinh phí chăm sóc",
        title="Trợ cấp xã hội hằng tháng",
        summary="Cho trẻ mồ côi, người khuyết tật nặng, người đơn thân nghèo nuôi con.",
        limit=Limit(7, _DAYS, cut=Cut(5, "366/QĐ-UBND", _CUT)),
        result=("KQ-1.001776", "Quyết định trợ cấp xã hội hằng tháng"),
        cases=(Case("start", "Bắt đầu hưởng hoặc điều chỉnh mức"), Case("stop", "Thôi hưởng")),
        papers=(
            known("disability", "Giấy xác nhận khuyết tật", "Cơ sở dữ liệu về bảo trợ xã hội"),
            copy("hiv", "Giấy xác nhận của cơ sở y tế", when="Người nhiễm HIV thuộc hộ nghèo", case="start"),
        ),
        fees=_NO_MONEY,
        words=("trợ cấp hàng tháng", "tiền trợ cấp trẻ mồ côi", "trợ cấp người khuyết tật"),
        popularity=54,
    ),
    AID.plan(
        "1.001699",
        "Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật",
        title="Xác định khuyết tật, cấp Giấy xác nhận khuyết tật",
        summary="Hội đồng xã, phường xác định dạng và mức độ khuyết tật.",
        limit=Limit(10, _DAYS),
        result=("KQ-1.001699", "Giấy xác nhận khuyết tật"),
        papers=(copy("medical", "Bệnh án, giấy tờ khám chữa bệnh, phẫu thuật", when="Có giấy tờ liên quan"),),
        fees=_NO_MONEY,
        acts=("51/2010/QH12", "28/2012/NĐ-CP"),
        online_level=OnlineLevel.PARTIAL,
        partial_reason="Hội đồng phải gặp người được xác định mức độ khuyết tật.",
        words=("giấy khuyết tật", "xác nhận người tàn tật", "làm thẻ khuyết tật"),
        popularity=44,
    ),
    AID.plan(
        "1.001731",
        "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội",
        title="Hỗ trợ chi phí mai táng",
        summary="Khi người đang hưởng trợ cấp xã hội qua đời.",
        limit=Limit(5, _DAYS, cut=Cut(4, "366/QĐ-UBND", _CUT)),
        result=("KQ-1.001731", "Quyết định hỗ trợ chi phí mai táng"),
        papers=(known("death", "Trích lục khai tử", "Cơ sở dữ liệu hộ tịch điện tử"),),
        fees=_NO_MONEY,
        life_events=("Người thân qua đời",),
        words=("mai táng phí", "tiền mai táng", "hỗ trợ ma chay"),
        popularity=46,
    ),
    AID.plan(
        "1.116910",
        "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội",
        title="Hỗ trợ chi phí mai táng (người hưởng trợ cấp hưu trí xã hội)",
        summary="Nguồn công bố mới có tên thủ tục; tỉnh chưa công bố nội dung.",
        limit=Limit(5, _DAYS, note="Nguồn chỉ có tên; bản chạy thử lấy theo thủ tục 1.001731."),
        result=("KQ-1.116910", "Quyết định hỗ trợ chi phí mai táng"),
        life_events=("Người thân qua đời",),
        agencies=(),
        acts=(),
        popularity=5,
    ),
    AID.plan(
        "1.014027",
        "Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội",
        title="Trợ cấp hưu trí xã hội",
        summary="Cho người từ 75 tuổi không có lương hưu; hộ nghèo, cận nghèo từ 70 tuổi.",
        limit=Limit(7, _DAYS),
        result=("KQ-1.014027", "Quyết định trợ cấp hưu trí xã hội"),
        papers=(known("age", "Giấy tờ chứng minh tuổi", POPULATION),),
        fees=_NO_MONEY,
        acts=("176/2025/NĐ-CP",),
        words=("tiền người già", "trợ cấp người cao tuổi", "lương người trên 75 tuổi"),
        popularity=62,
    ),
    POVERTY.plan(
        "1.011607",
        "Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm",
        title="Công nhận hộ nghèo, hộ cận nghèo",
        summary="Đề nghị rà soát, đưa gia đình vào danh sách hộ nghèo, cận nghèo.",
        limit=Limit(15, _DAYS, ways=(Channel.DIRECT, Channel.POST)),
        result=("KQ.G10.001158", "Quyết định công nhận hộ nghèo, hộ cận nghèo"),
        papers=(original("request", "Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo theo Mẫu số 01"),),
        fees=_NO_MONEY,
        online_level=OnlineLevel.NONE,
        words=("sổ hộ nghèo", "xin hộ nghèo", "hộ cận nghèo"),
        popularity=52,
    ),
    JOBS.plan(
        "1.014196",
        "Cấp giấy xác nhận không thuộc diện cấp giấy phép lao động đối với người lao động nước ngoài làm "
        "việc tại Việt Nam",
        title="Xác nhận lao động nước ngoài không cần giấy phép",
        summary="Doanh nghiệp đề nghị cho chuyên gia, nhà quản lý người nước ngoài.",
        limit=Limit(
            5, note="Nguồn chỉ có tên; bản chạy thử điền 5 ngày làm việc.", cut=Cut(4, "340/QĐ-UBND", _CUT)
        ),
        result=("KQ-1.014196", "Giấy xác nhận không thuộc diện cấp giấy phép lao động"),
        papers=(
            copy("passport", "Hộ chiếu còn hạn của người lao động"),
            copy("ground", "Giấy tờ chứng minh không thuộc diện cấp giấy phép"),
        ),
        subjects=(ENTERPRISE, ORGANISATION),
        words=("miễn giấy phép lao động", "người nước ngoài làm việc"),
        popularity=15,
    ),
    SCHOOL.plan(
        "2.002481",
        "Chuyển trường đối với học sinh trung học cơ sở",
        title="Chuyển trường cấp 2 (trung học cơ sở)",
        summary="Cho con chuyển sang trường khác vì chuyển nơi ở hoặc lý do chính đáng.",
        limit=Limit(3, _DAYS),
        result=("KQ-2.002481", "Giấy giới thiệu, tiếp nhận chuyển trường"),
        papers=(copy("record", "Học bạ bản chính hoặc bản điện tử"),),
        fees=_NO_MONEY,
        words=("chuyển trường cho con", "chuyển trường cấp 2", "xin chuyển trường"),
        popularity=47,
    ),
    SCHOOL.plan(
        "1.116839",
        "Cho phép thành lập nhóm, lớp mầm non độc lập dân lập, tư thục",
        title="Mở nhóm trẻ, lớp mầm non tư thục",
        summary="Cho cá nhân, tổ chức muốn mở nhóm trẻ ngoài công lập.",
        limit=Limit(15, note="Nguồn chỉ có tên; bản chạy thử điền 15 ngày làm việc."),
        result=("KQ-1.116839", "Quyết định cho phép thành lập nhóm, lớp mầm non độc lập"),
        papers=(
            original("plan", "Tờ trình, đề án thành lập"),
            copy("place", "Giấy tờ về địa điểm"),
        ),
        field="Giáo dục mầm non",
        life_events=("Kinh doanh",),
        words=("mở nhóm trẻ", "mở lớp mẫu giáo tư", "giữ trẻ tư nhân"),
        popularity=30,
    ),
)
