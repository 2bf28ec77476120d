"""What a leader has to decide today, from what stands: at most what can be decided."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from motcua.base.access import Actor
from motcua.base.clock.sentences import short_date
from motcua.base.money import format_number
from motcua.base.rooms import Concern, Said
from motcua.base.rooms.registry import concerns_for
from motcua.base.text import NBSP, number_words
from motcua.casework.dossiers.queries.standing import (
    Among,
    Stuck,
    Where,
    extending_now,
    unanswered_now,
)
from motcua.reform.insight.pages.lines import now_address
from motcua.reform.insight.pages.listing import LIKELY
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.pages.told import days_words
from motcua.reform.insight.queries.ahead import Ahead

MOST = 5


@dataclass(frozen=True)
class Deciding:
    """What is to decide, with how many things that are in words (`Ba việc cần quyết`)."""

    title: str
    concerns: Sequence[Concern]


def deciding(look: Look, actor: Actor, steps: Sequence[Stuck], seen: Ahead) -> Deciding:
    """Give what waits for a decision: what is due soonest first, then what is about most."""
    found = [*_of_dossiers(look, steps, seen), *concerns_for(actor, look.on)]
    found.sort(key=lambda one: (one.until or look.on, -one.amount))
    shown = found[:MOST]
    words = number_words(len(shown))
    title = f"{words[0].upper()}{words[1:]} việc cần quyết" if shown else "Việc cần quyết"
    return Deciding(title, shown)


def _of_dossiers(look: Look, steps: Sequence[Stuck], seen: Ahead) -> Iterator[Concern]:
    where = Where(look.scope.agencies)
    for stuck in steps[:1]:
        link = ("", _things(stuck.amount, "hồ sơ"), now_address(look, Among.LATE, buoc=stuck.step))
        place = f"đang nằm ở bước {stuck.step}" if stuck.step else "chưa vào bước nào"
        late = f"một nửa trễ từ {days_words(stuck.days)} làm việc trở lên"
        yield _concern(stuck.amount, link, f" quá hạn {place}, {late}.")
    for asked in unanswered_now(where, look.on)[:1]:
        yield _concern(
            asked.amount,
            (
                f"{asked.name} chưa trả lời ý kiến về ",
                _things(asked.amount, "hồ sơ"),
                now_address(look, Among.UNANSWERED, hoi=asked.id),
            ),
            ", đã quá ngày phải trả lời.",
        )
    waiting = extending_now(where)
    if waiting:
        link = ("", _things(waiting, "đề nghị gia hạn"), now_address(look, Among.EXTENDING))
        yield _concern(waiting, link, " chờ lãnh đạo quyết định.")
    if seen.likely:
        href = look.address("standing", ky="", xem=LIKELY)
        yield _concern(
            len(seen.likely),
            ("", _things(len(seen.likely), "hồ sơ"), href),
            f" có thể quá hạn đến hết ngày {short_date(seen.until)} nếu giữ nhịp như 30 ngày qua.",
        )


def _things(amount: int, words: str) -> str:
    return f"{format_number(amount)}{NBSP}{words}"


def _concern(amount: int, link: tuple[str, str, str], after: str) -> Concern:
    before, words, href = link
    return Concern(tuple(_pieces(Said(before), Said(words, href), Said(after))), amount)


def _pieces(*said: Said) -> Iterable[Said]:
    return (one for one in said if one.words)
