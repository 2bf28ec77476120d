from motcua.base.journal.words import Why
from motcua.base.rooms import Card, Sentence

card = Card(
    room="journal",
    title="Nhật ký",
    refusals={
        Why.KEY_REUSED: Sentence(
            "Biểu mẫu này đã được gửi một lần với nội dung khác.", "Mở lại trang rồi gửi nội dung mới."
        ),
        Why.OUTCOME_GONE: Sentence(
            "Việc này đã được làm, nhưng kết quả của nó không còn.", "Mở lại trang để bắt đầu lại."
        ),
    },
)
