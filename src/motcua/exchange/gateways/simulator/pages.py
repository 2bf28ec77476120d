"""The one page of the simulator: what was caught, and the switches that make a medium fail."""

from collections.abc import Iterable, Mapping
from html import escape

from motcua.base.clock.sentences import full_moment
from motcua.base.notices.words import Medium, Why
from motcua.exchange.gateways.simulator.letterbox import Caught

NAMES: Mapping[Medium, str] = {Medium.EMAIL: "Thư điện tử", Medium.SMS: "SMS", Medium.ZALO: "Zalo"}
WAYS: Mapping[str, tuple[str, Why | None]] = {
    "": ("nhận bình thường", None),
    "ban": ("báo bận, gửi lại sau", Why.UNREACHABLE),
    "tu-choi": ("từ chối hẳn", Why.NOT_TAKEN),
}
STYLE = """
:root { color-scheme: light; font: 17px/1.55 system-ui, sans-serif; color: #14181c; }
body { max-width: 760px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 17px; font-weight: 600; margin: 0 0 4px; overflow-wrap: anywhere; }
p { margin: 0 0 8px; }
article { border-top: 1px solid #d5dade; padding: 20px 0; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 8px 0 0; }
small { color: #4a545e; }
form { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: end; background: #f3f5f7;
  padding: 16px 20px; margin: 20px 0; }
label { display: grid; }
select, button { font: inherit; padding: 6px 10px; min-height: 44px; }
:focus-visible { outline: 3px solid #ffd43b; outline-offset: 2px; }
"""


def home(caught: Iterable[Caught], failing: Mapping[Medium, Why], token: str) -> str:
    """Give the page."""
    letters = "".join(_letter(one) for one in caught)
    empty = "<p>Chưa có thư hay tin nhắn nào. Nộp thử một hồ sơ rồi tải lại trang này.</p>"
    return (
        '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<title>Hộp thư và tin nhắn giả lập</title><link rel="stylesheet" href="/style.css"></head><body>'
        "<h1>Hộp thư và tin nhắn giả lập</h1>"
        "<p>Mọi thư điện tử, SMS và Zalo của bản chạy thử dừng ở đây, không đi đâu khác. Mới nhất ở trên.</p>"
        f"{_switches(failing, token)}{letters or empty}</body></html>"
    )


def _letter(one: Caught) -> str:
    subject = escape(one.subject or one.body.partition("\n")[0])
    rest = f"<pre>{escape(one.body)}</pre>" if one.subject else ""
    return (
        f"<article><h2>{subject}</h2>"
        f"<small>{NAMES[one.medium]} đến {escape(one.to)}, {full_moment(one.at)}</small>{rest}</article>"
    )


def _switches(failing: Mapping[Medium, Why], token: str) -> str:
    chosen = "".join(_switch(medium, failing.get(medium)) for medium in NAMES)
    return (
        f'<form method="post" action="/hong"><input type="hidden" name="token" value="{escape(token)}">'
        f'{chosen}<button type="submit">Đặt</button></form>'
    )


def _switch(medium: Medium, how: Why | None) -> str:
    options = "".join(
        f'<option value="{value}"{" selected" if why is how else ""}>{words}</option>'
        for value, (words, why) in WAYS.items()
    )
    return f'<label>{NAMES[medium]}<select name="{medium.value}">{options}</select></label>'
