from motcua.base.rooms import Card
from motcua.reform.insight.sentences import REFUSALS, VERBS

card = Card(
    room="insight",
    title="Số liệu",
    verbs=VERBS,
    tasks={
        "insight.follow": "Cộng dồn số liệu từ sổ nhật ký",
        "insight.close_periods": "Chốt số liệu tháng, quý, năm đã hết",
    },
    refusals=REFUSALS,
)
