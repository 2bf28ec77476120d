from motcua.base.rooms import Card
from motcua.reference.forms.sentences import REFUSALS

card = Card(
    room="forms",
    title="Mẫu điện tử",
    verbs={"form.published": "công bố phiên bản mẫu điện tử"},
    refusals=REFUSALS,
)
