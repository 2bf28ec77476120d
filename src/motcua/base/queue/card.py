from motcua.base.queue.words import Why
from motcua.base.rooms import Card, Sentence

card = Card(
    room="queue",
    title="Việc nền",
    verbs={"job.run_again": "cho chạy lại {count} việc nền"},
    refusals={
        Why.NOT_FAILED: Sentence(
            "Việc này không còn hỏng: đã chạy xong, hoặc đang chờ chạy lại.", "Xem danh sách mới ở dưới."
        ),
        Why.QUEUED_ALREADY: Sentence(
            "Lần chạy kế tiếp của việc này đã nằm trong hàng chờ.", "Chờ vài phút rồi mở lại trang."
        ),
    },
    tasks={"queue.rescue": "Đưa việc của tiến trình đã chết vào lại hàng chờ"},
)
