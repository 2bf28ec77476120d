from motcua.base.rooms import Card

card = Card(
    room="people",
    title="Người nộp hồ sơ",
    verbs={
        "person.verified": "nhận thông tin do định danh điện tử xác nhận",
        "person.registered": "ghi nhận người nộp tại quầy",
        "person.looked_up": "tra thông tin người nộp bằng số định danh",
        "person.paper_held": "lưu giấy tờ vào kho của người dân",
    },
)
