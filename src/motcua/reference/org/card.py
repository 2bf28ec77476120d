from motcua.base.rooms import Card
from motcua.reference.org.sentences import REFUSALS, VERBS

card = Card(room="org", title="Tổ chức", verbs=VERBS, refusals=REFUSALS)
