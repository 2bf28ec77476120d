from motcua.base.rooms import Card, MenuItem
from motcua.reform.insight.pages.audiences import CHECKERS, STEERING, WATCHING
from motcua.reform.insight.sentences import REFUSALS, VERBS

PARTS = ("co-quan/", "can-bo/", "danh-sach/", "dang-giai-quyet/", "chi-tieu/")

card = Card(
    room="insight",
    title="Số liệu",
    verbs=VERBS,
    tasks={
        "insight.follow": "Cộng dồn số liệu từ sổ nhật ký",
        "insight.close_periods": "Chốt số liệu tháng, quý, năm đã hết",
    },
    refusals=REFUSALS,
    menu=(
        MenuItem("Điều hành", "command:leader", STEERING, 5, within=PARTS),
        MenuItem("Điều hành", "command:leader", WATCHING, 85, within=PARTS),
        MenuItem("Báo cáo 06", "command:report-06", CHECKERS, 86),
        MenuItem("Kỳ đã chốt", "command:closings", CHECKERS, 87),
    ),
)
