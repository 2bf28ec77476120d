from motcua.base.rooms import Card
from motcua.reform.scoring.rating.measures import MEASURES
from motcua.reform.scoring.rating.sentences import REFUSALS, VERBS

card = Card(
    room="rating",
    title="Đánh giá Bộ phận Một cửa",
    verbs=VERBS,
    refusals=REFUSALS,
    measures=MEASURES,
)
