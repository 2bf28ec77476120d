"""What offices of the demo ask for once more."""

from dataclasses import dataclass

from demo.dossiers.places import BIRTH, BUSINESS, LAND


@dataclass(frozen=True)
class Wanted:
    """What an office asks for: the paper, what is wrong with it, the sentence to the citizen, the act."""

    paper: str
    fault: str
    reason: str
    act: str


WANTED = {
    BIRTH: Wanted(
        "Giấy chứng sinh",
        "Bản chụp mờ, không đọc được số",
        "Bản chụp Giấy chứng sinh mờ, không đọc được số. Chụp lại cho rõ.",
        "Luật Hộ tịch số 60/2014/QH13, Điều 16",
    ),
    LAND: Wanted(
        "Đơn đăng ký đất đai, tài sản gắn liền với đất",
        "Chưa ghi diện tích xây dựng của nhà",
        "Đơn chưa ghi diện tích xây dựng của nhà trên đất. Ghi thêm rồi gửi lại đơn.",
        "Nghị định số 101/2024/NĐ-CP",
    ),
    BUSINESS: Wanted(
        "Giấy đề nghị đăng ký hộ kinh doanh",
        "Thiếu chữ ký của chủ hộ",
        "Giấy đề nghị thiếu chữ ký của chủ hộ kinh doanh. Ký rồi gửi lại.",
        "Nghị định số 168/2025/NĐ-CP",
    ),
}
