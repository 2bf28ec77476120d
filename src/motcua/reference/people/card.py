from motcua.base.rooms import Card
from motcua.reference.people.sentences import REFUSALS, VERBS

card = Card(room="people", title="Người nộp hồ sơ", verbs=VERBS, refusals=REFUSALS)
