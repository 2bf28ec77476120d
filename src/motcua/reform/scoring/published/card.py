from motcua.base.rooms import Card, Sentence
from motcua.reform.scoring.published.words import Why

card = Card(
    room="published",
    title="Chỉ số công bố",
    verbs={
        "published.imported": "nạp số liệu đã công bố từ tệp",
        "published.break_told": "ghi chỗ ngắt của chuỗi số đã công bố",
    },
    refusals={
        Why.NOT_READABLE: Sentence(
            "Tệp có {count} chỗ chưa đọc được.", "Sửa các chỗ nêu trên trang này rồi gửi lại."
        ),
        Why.BREAK_KNOWN: Sentence(
            "Chỗ ngắt từ ngày {day} của chuỗi này đã được ghi.", "Chọn ngày hoặc chỉ số khác."
        ),
        Why.IMPORTED_ALREADY: Sentence(
            "Tệp này đã được nạp với tên {file}, {when}.", "Không có gì thay đổi."
        ),
    },
)
