"""The figures of this room, in the counters to which its journal rows are rolled up."""

from decimal import Decimal

from motcua.base.rooms import Better, Measure, Term, When

REPORT = "Mẫu báo cáo kết quả giải quyết thủ tục hành chính số 06, TT 02/2017/TT-VPCP"
ONE_STOP = "NĐ 118/2025/NĐ-CP; cách tính theo ngày hẹn trả đang có hiệu lực khi có kết quả"
START, END = When.AT_START, When.AT_END


def _of(*counters: str, when: When = When.DURING) -> tuple[Term, ...]:
    return tuple(Term(one, when) for one in counters)


def _less(first: str, second: str, when: When) -> tuple[Term, ...]:
    return Term(first, when), Term(second, when, -1)


_IN_TIME, _JUDGED = _of("early", "on_time"), _of("early", "on_time", "late")
_RESOLVED = _of("early", "on_time", "late", "no_limit")
_OPEN = _less("accepted", "ended", END)
_LATE_NOW = _less("late_in", "late_out", END)
_WAITING = _less("waiting_in", "waiting_out", END)
_NOT_LATE = tuple(Term(one.counter, one.when, -one.sign) for one in _LATE_NOW)
_NOT_WAITING = tuple(Term(one.counter, one.when, -one.sign) for one in _WAITING)

MEASURES = (
    Measure(
        "dossiers.submitted",
        "Hồ sơ đã nộp",
        "hồ sơ",
        _of("submitted"),
        says="Hồ sơ người dân, doanh nghiệp nộp trong kỳ, qua mọi kênh, kể cả chưa được tiếp nhận.",
    ),
    Measure(
        "dossiers.carried_over",
        "Kỳ trước chuyển qua",
        "hồ sơ",
        _less("accepted", "ended", START),
        source=REPORT,
        says="Hồ sơ đã tiếp nhận trước ngày đầu kỳ và đến ngày đầu kỳ chưa xong.",
    ),
    Measure(
        "dossiers.accepted",
        "Tiếp nhận trong kỳ",
        "hồ sơ",
        _of("accepted"),
        source=REPORT,
        says="Hồ sơ được tiếp nhận, cấp mã trong kỳ, tính theo ngày tiếp nhận.",
    ),
    Measure(
        "dossiers.turned_away",
        "Không được tiếp nhận",
        "hồ sơ",
        _of("turned_away"),
        says="Hồ sơ bị từ chối tiếp nhận trong kỳ; không tính vào số đã tiếp nhận.",
    ),
    Measure(
        "dossiers.resolved",
        "Đã giải quyết",
        "hồ sơ",
        _RESOLVED,
        source=REPORT,
        says="Hồ sơ có kết quả được phát hành trong kỳ, kể cả kết quả từ chối giải quyết.",
    ),
    Measure(
        "dossiers.early",
        "Giải quyết trước hạn",
        "hồ sơ",
        _of("early"),
        source=REPORT,
        says="Có kết quả trước ngày hẹn trả; với thời hạn tính bằng giờ là trước giờ hẹn.",
        better=Better.MORE,
    ),
    Measure(
        "dossiers.on_time",
        "Giải quyết đúng hạn",
        "hồ sơ",
        _of("on_time"),
        source=REPORT,
        says="Có kết quả trong ngày hẹn trả; với thời hạn tính bằng giờ là đúng giờ hẹn.",
        better=Better.MORE,
    ),
    Measure(
        "dossiers.late",
        "Giải quyết quá hạn",
        "hồ sơ",
        _of("late"),
        source=REPORT,
        says="Có kết quả sau ngày hẹn trả đang có hiệu lực.",
        better=Better.LESS,
    ),
    Measure(
        "dossiers.no_limit",
        "Không có hạn cố định",
        "hồ sơ",
        _of("no_limit"),
        says="Có kết quả, thủ tục không quy định thời hạn; không tính đúng hạn hay quá hạn.",
    ),
    Measure(
        "dossiers.in_time_share",
        "Tỷ lệ đúng hạn",
        "%",
        _IN_TIME,
        _JUDGED,
        Decimal(100),
        source=ONE_STOP,
        says="Hồ sơ có kết quả trước hạn và đúng hạn, chia cho mọi hồ sơ có kết quả trong kỳ mà có hạn.",
        better=Better.MORE,
    ),
    Measure(
        "dossiers.mean_days",
        "Thời gian giải quyết bình quân",
        "ngày",
        _of("minutes"),
        _RESOLVED,
        Decimal(1) / 1440,
        says="Từ tiếp nhận đến kết quả, theo ngày lịch, không tính thời gian chờ người dân bổ sung.",
        better=Better.LESS,
    ),
    Measure(
        "dossiers.open",
        "Đang giải quyết",
        "hồ sơ",
        _OPEN,
        source=REPORT,
        says="Hồ sơ đã tiếp nhận mà đến hết kỳ chưa xong, kể cả đang chờ bổ sung.",
    ),
    Measure(
        "dossiers.open_within",
        "Đang giải quyết, còn hạn",
        "hồ sơ",
        (*_OPEN, *_NOT_LATE, *_NOT_WAITING),
        source=REPORT,
        says="Hồ sơ đang giải quyết cuối kỳ, chưa quá hạn, không phải chờ bổ sung.",
    ),
    Measure(
        "dossiers.open_late",
        "Đang giải quyết, quá hạn",
        "hồ sơ",
        _LATE_NOW,
        source=REPORT,
        says="Hồ sơ đang giải quyết mà hết ngày cuối kỳ đã qua hạn trả; đang chờ bổ sung thì chưa tính.",
        better=Better.LESS,
    ),
    Measure(
        "dossiers.waiting",
        "Đang chờ bổ sung",
        "hồ sơ",
        _WAITING,
        source=REPORT,
        says="Hồ sơ cuối kỳ đang chờ người nộp bổ sung giấy tờ, thời hạn tạm dừng.",
    ),
    Measure(
        "dossiers.returned",
        "Đã trả kết quả",
        "hồ sơ",
        _of("returned"),
        source=REPORT,
        says="Kết quả đến tay người nộp trong kỳ.",
    ),
    Measure(
        "dossiers.refused",
        "Từ chối giải quyết",
        "hồ sơ",
        _of("refused"),
        says="Kết quả trong kỳ là văn bản từ chối, có nêu lý do.",
    ),
    Measure(
        "dossiers.stopped",
        "Dừng giải quyết",
        "hồ sơ",
        _of("stopped"),
        says="Hồ sơ đã tiếp nhận bị dừng giải quyết trong kỳ.",
    ),
    Measure(
        "dossiers.ended_otherwise",
        "Dừng giải quyết hoặc rút",
        "hồ sơ",
        _of("stopped", "withdrawn"),
        source=REPORT,
        says="Hồ sơ đã tiếp nhận mà cơ quan dừng giải quyết hoặc người nộp rút trong kỳ.",
    ),
    Measure(
        "dossiers.withdrawn",
        "Người nộp rút",
        "hồ sơ",
        _of("withdrawn"),
        says="Hồ sơ đã tiếp nhận mà người nộp rút trong kỳ.",
    ),
    Measure(
        "dossiers.asked",
        "Lượt yêu cầu bổ sung",
        "lượt",
        _of("asked"),
        says="Mỗi lần yêu cầu người nộp bổ sung giấy tờ, cả khi tiếp nhận và khi thẩm định.",
        better=Better.LESS,
    ),
    Measure(
        "dossiers.extended",
        "Lượt xin lỗi, hẹn lại",
        "lượt",
        _of("extended"),
        says="Mỗi lần cơ quan xin lỗi và hẹn lại ngày trả kết quả.",
        better=Better.LESS,
    ),
    Measure(
        "dossiers.corrected",
        "Kết quả phải thay",
        "lượt",
        _of("corrected"),
        says="Kết quả đã trả có sai sót, cơ quan xin lỗi và cấp bản thay.",
        better=Better.LESS,
    ),
    Measure(
        "dossiers.online_share",
        "Tỷ lệ hồ sơ trực tuyến",
        "%",
        _of("online"),
        _of("accepted"),
        Decimal(100),
        says="Hồ sơ nộp trực tuyến, có kết quả điện tử nếu thủ tục phải trả kết quả, trên hồ sơ tiếp nhận.",
        source="Bộ chỉ số theo QĐ 766/QĐ-TTg",
        better=Better.MORE,
    ),
)
