"""Figures that only the rating asks about."""

from motcua.base.rooms import Better, Measure, Term

CIRCULAR = "TT 01/2018/TT-VPCP, Điều 13"
_RESOLVED = tuple(Term(one) for one in ("early", "on_time", "late", "no_limit"))
MEASURES = (
    Measure(
        "rating.no_contact",
        "Không phải liên hệ thêm",
        "hồ sơ",
        (*_RESOLVED, Term("one_contact", sign=-1), Term("more_contacts", sign=-1)),
        source=CIRCULAR,
        says="Hồ sơ có kết quả trong kỳ mà người nộp không bị yêu cầu bổ sung lần nào.",
        better=Better.MORE,
    ),
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
