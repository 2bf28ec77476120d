from motcua.base.journal.delivery import told_to
from motcua.base.journal.words import Why
from motcua.base.rooms import Card, Sentence

card = Card(
    room="journal",
    title="Nhật ký",
    verbs={
        "journal.verified": "kiểm tra nhật ký: {rows} dòng, {chains} chuỗi, nguyên vẹn",
        "journal.broken": "kiểm tra nhật ký: {faults} chỗ không nguyên vẹn trong {rows} dòng",
    },
    tasks={
        "journal.deliver": "Báo việc vừa ghi trong nhật ký cho các phần cần biết",
        "journal.redeliver": "Báo lại những việc lâu chưa báo được",
        "journal.take_root": "Lấy dấu gốc của nhật ký",
        "journal.verify": "Kiểm tra nhật ký còn nguyên vẹn",
    },
    subjects={"journal.deliver": told_to},
    refusals={
        Why.KEY_REUSED: Sentence(
            "Biểu mẫu này đã được gửi một lần với nội dung khác.", "Mở lại trang rồi gửi nội dung mới."
        ),
        Why.OUTCOME_GONE: Sentence(
            "Việc này đã được làm, nhưng kết quả của nó không còn.", "Mở lại trang để bắt đầu lại."
        ),
    },
)
