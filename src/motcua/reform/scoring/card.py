from motcua.base.rooms import Card, MenuItem, Sentence
from motcua.reform.scoring.pages.audiences import INDICES, OFFICERS, READERS
from motcua.reform.scoring.pages.concerns import concerns
from motcua.reform.scoring.sentences import REFUSALS, TASKS, VERBS
from motcua.reform.scoring.words import SetWhy

card = Card(
    room="scoring",
    title="Chỉ số cải cách hành chính",
    menu=(
        MenuItem("Chỉ số", "command:indices", INDICES, 58),
        MenuItem("Chấm điểm", "desk:scoring", READERS, 60),
        MenuItem("Bộ tiêu chí", "desk:criteria-sets", OFFICERS, 62),
    ),
    verbs={"criteria_set.imported": "nạp bộ tiêu chí", **VERBS},
    tasks=TASKS,
    concerns=concerns,
    refusals={
        **REFUSALS,
        SetWhy.FAULTY: Sentence("Bộ tiêu chí có {count} chỗ phải sửa. {first}", "Sửa tệp rồi gửi lại."),
        SetWhy.KNOWN: Sentence(
            "Tệp này đã được nạp: {name}, phiên bản {version}.",
            "Dùng phiên bản đó, hoặc sửa tệp rồi gửi lại.",
        ),
        SetWhy.OFFICIAL_UNDECIDED: Sentence(
            "Bộ tiêu chí ghi là bản chính thức nhưng chưa có quyết định.",
            "Ghi số, ngày của quyết định ban hành.",
        ),
    },
)
