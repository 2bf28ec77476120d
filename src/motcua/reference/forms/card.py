from motcua.base.rooms import Card, MenuItem
from motcua.reference.forms.pages.common import CONTROLLERS
from motcua.reference.forms.sentences import REFUSALS, VERBS

card = Card(
    room="forms",
    title="Mẫu điện tử",
    verbs=VERBS,
    refusals=REFUSALS,
    menu=(MenuItem("Biểu mẫu", "forms:list", CONTROLLERS, 60),),
)
