"""Figures that only the rating asks about."""

from motcua.base.rooms import Better, Measure, Term

CIRCULAR = "TT 01/2018/TT-VPCP, Điều 13"
MEASURES = (
    Measure(
        "rating.one_contact",
        "Phải liên hệ thêm một lần",
        "hồ sơ",
        (Term("one_contact"),),
        source=CIRCULAR,
        says="Hồ sơ có kết quả trong kỳ mà người nộp bị yêu cầu bổ sung đúng một lần.",
        better=Better.LESS,
    ),
    Measure(
        "rating.more_contacts",
        "Phải liên hệ thêm từ hai lần",
        "hồ sơ",
        (Term("more_contacts"),),
        source=CIRCULAR,
        says="Hồ sơ có kết quả trong kỳ mà người nộp bị yêu cầu bổ sung từ hai lần.",
        better=Better.LESS,
    ),
)
