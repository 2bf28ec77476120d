"""What people read of this room."""

from collections.abc import Mapping
from enum import StrEnum

from motcua.base.rooms import Sentence
from motcua.reform.scoring.rating.words import Indicator, OfficerClass, RatingClass, Why

VERBS: Mapping[str, str] = {
    "rating.declared": "kê khai chỉ số {indicator} của Bộ phận Một cửa, kỳ {quarter}, lần {number}",
}
REFUSALS: Mapping[StrEnum, Sentence] = {
    Why.NOT_A_QUARTER: Sentence("“{quarter}” không phải là một quý.", "Chọn lại quý."),
    Why.QUARTER_AHEAD: Sentence("Quý này chưa bắt đầu.", "Kê khai từ ngày {first}."),
    Why.NO_RULES: Sentence("Quý này chưa có quy định đánh giá.", "Chọn quý từ năm 2019 trở đi."),
    Why.IS_COMPUTED: Sentence("Chỉ số này tính từ hồ sơ, không kê khai.", "Xem cách tính bên cạnh điểm."),
    Why.NOT_YOURS: Sentence(
        "Bạn không phụ trách Bộ phận Một cửa này.", "Người phụ trách Bộ phận Một cửa kê khai."
    ),
    Why.NO_SOURCE: Sentence("Chưa ghi nguồn.", "Ghi số, ngày của sổ, biên bản hoặc báo cáo có số liệu này."),
    Why.NUMBERS_MISSING: Sentence("Chưa ghi đủ số.", "Ghi mọi ô; không có thì ghi 0."),
    Why.MORE_THAN_ALL: Sentence(
        "Số đã ghi nhiều hơn số hiện có: {most}.", "Kiểm tra lại số, ghi nhiều nhất {most}."
    ),
}
CLASSES: Mapping[RatingClass, str] = {
    RatingClass.EXCELLENT: "Xuất sắc",
    RatingClass.GOOD: "Tốt",
    RatingClass.FAIR: "Khá",
    RatingClass.AVERAGE: "Trung bình",
    RatingClass.WEAK: "Yếu",
}
OFFICER_CLASSES: Mapping[OfficerClass, str] = {
    OfficerClass.WHOLE: "Hoàn thành 100 % nhiệm vụ",
    OfficerClass.MOST: "Hoàn thành từ 70 % đến dưới 100 % nhiệm vụ",
    OfficerClass.LESS: "Hoàn thành dưới 70 % nhiệm vụ",
}
ASKED: Mapping[Indicator, Mapping[str, str]] = {
    Indicator.AGENCIES_CONTACTED: {
        "none": "Hồ sơ không phải liên hệ thêm cơ quan nào",
        "one": "Hồ sơ phải liên hệ 1 cơ quan",
        "more": "Hồ sơ phải liên hệ từ 2 cơ quan",
    },
    Indicator.ATTITUDE: {
        "early": "Hồ sơ xong sớm mà bị phản ánh đúng về thái độ",
        "on_time": "Hồ sơ xong đúng hạn mà bị phản ánh đúng về thái độ",
    },
    Indicator.FEEDBACK: {
        "received": "Phản ánh, kiến nghị nhận trong quý",
        "in_time": "Đã xử lý đúng hạn",
        "prolonged": "Để kéo dài",
    },
}
NUMBERS: Mapping[str, str] = {
    "procedures": "thủ tục",
    "at_counter": "tiếp nhận tại Bộ phận Một cửa",
    "wholly": "làm trọn tại Bộ phận Một cửa",
    "online_procedures": "thủ tục làm trực tuyến",
    "online_dossiers": "hồ sơ trực tuyến",
    "dossiers": "hồ sơ tiếp nhận",
    "late": "hồ sơ trực tuyến trễ",
}
