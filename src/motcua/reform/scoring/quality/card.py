from motcua.base.rooms import Card, MenuItem
from motcua.reform.insight.pages.audiences import FIGURES
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
    menu=(MenuItem("Quyết định 766", "command:quality", FIGURES, 56),),
)
