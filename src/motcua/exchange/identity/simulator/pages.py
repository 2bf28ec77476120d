"""The pages of the simulator, in Vietnamese and without script."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date
from http import HTTPStatus
from urllib.parse import urlsplit

from motcua.exchange.identity.simulator import totp
from motcua.exchange.identity.simulator.html import Html, fill, join
from motcua.exchange.identity.simulator.ledger import Asked
from motcua.exchange.identity.simulator.people import Client, Official, Person
from motcua.exchange.identity.simulator.style import CSS
from motcua.exchange.identity.simulator.wire import Answer

STRIP = "VNeID giả lập — chỉ dùng để thử"

FRAME = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>$title – VNeID giả lập</title>
<link rel="icon" href="data:,">
<style nonce="$nonce">$css</style>
</head>
<body>
<header class="strip">$strip</header>
<main>
$body
</main>
<footer>Mọi người và số liệu ở đây đều do chúng tôi nghĩ ra. Đừng nhập thông tin thật.</footer>
</body>
</html>
"""

CHOOSE = """$errors
<form method="post" action="/chon-nguoi" novalidate>
<input type="hidden" name="luot" value="$name">
<fieldset>
<legend><h1>Chọn người đăng nhập</h1></legend>
<p>$client nhờ VNeID cho biết bạn là ai. Ngoài đời bạn mở ứng dụng VNeID; ở đây bạn chọn một người.</p>
<div class="$mark">
$wrong
$rows
</div>
</fieldset>
<div class="acts">
<button name="viec" value="tiep">Tiếp tục</button>
<button class="second" name="viec" value="huy">Hủy và quay lại</button>
</div>
</form>
"""

CHOICE = """<label class="choice" for="nguoi-$n">
<input type="radio" id="nguoi-$n" name="nguoi" value="$sub"$checked>
<span><b>$name</b><small>Sinh $birthdate, $commune, $province</small></span>
</label>
"""

CHOOSE_ERRORS = """<div class="errors" role="alert" tabindex="-1" autofocus>
<h2>Có 1 chỗ cần sửa</h2>
<p><a href="#nguoi-1">Người đăng nhập: Chọn một người rồi bấm Tiếp tục.</a></p>
</div>
"""

CONSENT = """<h1>Chia sẻ thông tin của bạn</h1>
<p><b>$client</b> xin các thông tin dưới đây. Thông tin được gửi về $host.</p>
<dl>
$rows
</dl>
<form method="post" action="/dong-y">
<input type="hidden" name="luot" value="$name">
<div class="acts">
<button name="viec" value="dong-y">Đồng ý chia sẻ</button>
<button class="second" name="viec" value="huy">Hủy và quay lại</button>
</div>
</form>
"""

PHONE = """<h1>Điện thoại giả lập</h1>
<p>Trang này thay cho ứng dụng xác thực trên điện thoại của từng cán bộ.
Ngoài đời, mỗi người chỉ thấy mã của mình.</p>
<p>Các mã đổi sau <b>$left giây</b>. $refresh</p>
$rows
"""

PHONE_ROW = """<li>
<div><h2>$name</h2><p class="small">$position, tên đăng nhập $login</p></div>
<p class="code"><span>$first</span><span>$second</span></p>
</li>
"""

GENDERS = {"male": "Nam", "female": "Nữ"}


def _page(
    title: str,
    body: Html,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    form_action: str = "'self'",
    headers: Iterable[tuple[str, str]] = (),
) -> Answer:
    nonce = secrets.token_urlsafe(18)
    text = fill(FRAME, title=title, nonce=nonce, css=Html(CSS), strip=STRIP, body=body)
    csp = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; base-uri 'none'; "
        f"form-action {form_action}; frame-ancestors 'none'"
    )
    return Answer(status, text.encode(), "text/html; charset=utf-8", tuple(headers), csp)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _day(birthdate: str) -> str:
    return date.fromisoformat(birthdate).strftime("%d/%m/%Y")


def choose(
    name: str, asked: Asked, client: Client, people: Sequence[Person], *, latest: str, wrong: bool
) -> Answer:
    """Ask which invented person logs in; `latest` is chosen beforehand, `wrong` says that nobody was."""
    rows = join(
        fill(
            CHOICE,
            n=n,
            sub=person.sub,
            checked=Html(" checked") if person.sub == latest else "",
            name=person.name,
            birthdate=_day(person.birthdate),
            commune=person.commune,
            province=person.province,
        )
        for n, person in enumerate(people, start=1)
    )
    body = fill(
        CHOOSE,
        errors=Html(CHOOSE_ERRORS) if wrong else "",
        wrong=Html('<p class="wrong">Chọn một người rồi bấm Tiếp tục.</p>') if wrong else "",
        mark="field-error" if wrong else "",
        name=name,
        client=client.name,
        rows=rows,
    )
    return _page(
        "Lỗi: Chọn người đăng nhập" if wrong else "Chọn người đăng nhập",
        body,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        # Browsers hold form-action against the redirect that follows a form, so the way back must be named.
        form_action=f"'self' {_origin(asked.redirect_uri)}",
    )


def _shared(person: Person, scopes: Sequence[str]) -> Iterable[tuple[str, str]]:
    if "profile" in scopes:
        yield "Họ và tên", person.name
        yield "Ngày sinh", _day(person.birthdate)
        yield "Giới tính", GENDERS[person.gender]
    if "personal_id" in scopes:
        yield "Số định danh cá nhân", person.personal_id
    if "phone" in scopes:
        yield "Số điện thoại", person.phone_number
    if "address" in scopes:
        yield "Nơi cư trú", f"{person.detail}, {person.commune}, {person.province}"
    yield "Mức định danh", "Mức 2"
    yield "Mã người dùng", person.sub


def consent(name: str, asked: Asked, client: Client, person: Person) -> Answer:
    """Name the client and show exactly what it would receive."""
    shared = _shared(person, asked.scopes)
    rows = join(
        fill("<div><dt>$term</dt><dd>$value</dd></div>\n", term=term, value=value) for term, value in shared
    )
    origin = _origin(asked.redirect_uri)
    body = fill(CONSENT, client=client.name, host=urlsplit(origin).netloc, rows=rows, name=name)
    return _page("Chia sẻ thông tin của bạn", body, form_action=f"'self' {origin}")


def phone(officials: Sequence[Official], seconds: float, *, refresh: int) -> Answer:
    """Show each official's current code; `refresh` is in seconds, 0 leaves the page still.

    The `Refresh` header does what a meta element would, and the link stops it (WCAG 2.2.1).
    """
    codes = ((official, totp.code_at(official.totp_key, seconds)) for official in officials)
    rows = join(
        fill(
            PHONE_ROW,
            name=official.name,
            position=official.position,
            login=official.login,
            first=code[:3],
            second=code[3:],
        )
        for official, code in codes
    )
    switch = (
        'Trang tự làm mới mỗi vài giây. <a href="/dien-thoai?lam-moi=tat">Ngừng tự làm mới</a>'
        if refresh
        else '<a href="/dien-thoai?lam-moi=tat">Lấy mã mới</a> hoặc '
        '<a href="/dien-thoai">để trang tự làm mới</a>'
    )
    empty = (
        '<p class="panel">Chưa có cán bộ nào trong tệp người dùng thử. '
        "Thêm cán bộ vào tệp rồi mở lại trang.</p>"
    )
    body = fill(
        PHONE,
        left=totp.seconds_left(seconds),
        refresh=Html(switch),
        rows=fill('<ul class="phones">$rows</ul>', rows=rows) if officials else Html(empty),
    )
    return _page("Điện thoại giả lập", body, headers=[("Refresh", str(refresh))] if refresh else [])


def home(*, phone_shown: bool) -> Answer:
    """Say what this place is."""
    phones = '<p><a href="/dien-thoai">Xem mã xác thực của cán bộ</a></p>' if phone_shown else ""
    body = Html(
        "<h1>VNeID giả lập</h1>"
        "<p>Nơi này thay cho VNeID khi chạy thử. Để đăng nhập, hãy bắt đầu từ trang dịch vụ công.</p>"
        f"{phones}"
        '<p><a href="/end_session">Đăng xuất khỏi VNeID giả lập</a></p>'
    )
    return _page("VNeID giả lập", body)


def leave() -> Answer:
    """Ask before ending the session of a browser that came without proof of who sent it."""
    body = Html(
        "<h1>Đăng xuất khỏi VNeID giả lập</h1>"
        "<p>Lần sau bạn chọn lại người đăng nhập từ đầu.</p>"
        '<form method="post" action="/end_session"><div class="acts">'
        '<button name="viec" value="dang-xuat">Đăng xuất</button></div></form>'
    )
    return _page("Đăng xuất khỏi VNeID giả lập", body)


def message(title: str, sentence: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Say one thing; errors say what to do next."""
    return _page(
        title, fill("<h1>$title</h1><p>$sentence</p>", title=title, sentence=sentence), status=status
    )
