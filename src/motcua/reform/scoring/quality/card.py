from motcua.base.rooms import Card
from motcua.reform.scoring.quality import jobs
from motcua.reform.scoring.quality.measures import MEASURES
from motcua.reform.scoring.quality.sentences import REFUSALS, VERBS

card = Card(
    room="quality",
    title="Chất lượng phục vụ (QĐ 766)",
    verbs=VERBS,
    listens={"period.closed": jobs.close_with_counts},
    refusals=REFUSALS,
    measures=MEASURES,
)
