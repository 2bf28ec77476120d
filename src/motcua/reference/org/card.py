from motcua.base.rooms import Card
from motcua.base.rooms.refusal import Sentence
from motcua.reference.org.words import Why

card = Card(
    room="org",
    title="Tổ chức",
    verbs={
        "agency.founded": "lập cơ quan",
        "agency.succeeded": "kết thúc cơ quan và ghi cơ quan kế thừa",
        "unit.set_up": "lập đơn vị",
        "unit.serves": "nhận hồ sơ cho cơ quan",
        "position.made": "lập vị trí công việc",
        "staff.joined": "nhận người vào làm việc",
        "staff.appointed": "bổ nhiệm vào vị trí",
        "staff.left": "ghi người thôi việc",
        "regulation.set": "đặt tham số theo quy định",
    },
    refusals={
        Why.AGENCY_ENDED: Sentence("{agency} đã kết thúc hoạt động.", "Chọn cơ quan kế thừa."),
        Why.STAFF_LEFT: Sentence("{staff} đã thôi việc.", "Chọn người khác."),
    },
)
