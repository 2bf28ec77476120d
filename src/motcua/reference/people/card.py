from motcua.base.rooms import Card, MenuItem
from motcua.reference.people.pages.corrections import CORRECTORS, count_open
from motcua.reference.people.sentences import REFUSALS, VERBS

card = Card(
    room="people",
    title="Người nộp hồ sơ",
    verbs=VERBS,
    refusals=REFUSALS,
    menu=(MenuItem("Báo dữ liệu sai", "desk:corrections", CORRECTORS, 40, count=count_open),),
)
