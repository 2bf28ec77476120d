"""Some two hundred files made to hurt, generated in memory: `(name, body)` by family."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import pikepdf
from PIL import Image

from tests.rooms import foreign_files as foreign

Hostile = tuple[str, bytes]
GOOD: dict[str, Callable[[], bytes]] = {
    "pdf": foreign.pdf,
    "jpg": lambda: foreign.picture("JPEG", (200, 150)),
    "png": lambda: foreign.picture("PNG", (200, 150)),
}
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (name, b"&%c;" % (name - 1) * 10) for name in range(ord("b"), ord("j"))
)
SVG_LAUGHS = LAUGHS + b']><svg xmlns="http://www.w3.org/2000/svg"><text>&i;</text></svg>'
SVG_SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


def office(macro: bool) -> bytes:
    """Give the shape of a word-processor file, with or without a program in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<w:document/>")
        if macro:
            made.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0Attribut\0e VB_Name")
    return out.getvalue()


def zip_bomb(megabytes: int = 200) -> bytes:
    """Give an archive of some hundred kilobytes that unpacks to so many megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made, made.open("a", "w") as file:
        for _ in range(megabytes):
            file.write(bytes(1 << 20))
    return out.getvalue()


DISGUISED: dict[str, bytes] = {
    "program": foreign.program(),
    "elf": b"\x7fELF\x02\x01\x01" + bytes(200),
    "shell": b"#!/bin/sh\nrm -rf ~\n",
    "page": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    "script": b"alert(document.cookie)//",
    "php": b"<?php system($_GET['a']); ?>",
    "drawing": SVG_SCRIPT,
    "laughs": SVG_LAUGHS,
    "xml": LAUGHS + b"]><l>&i;</l>",
    "office": office(macro=False),
    "macro": office(macro=True),
    "old-office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
    "rtf": b"{\\rtf1\\objdata 0105}",
    "gif-js": b"GIF89a/*" + bytes(40) + b"*/=1;alert(1)",
    "gzip": gzip.compress(bytes(1 << 20)),
    "zip-bomb": zip_bomb(20),
    "page-then-pdf": b"<html><body>x</body></html>" + foreign.pdf(),
    "zip-then-pdf": foreign.archive() + foreign.pdf(),
    "noughts": bytes(5000),
}
TAILS: dict[str, bytes] = {
    "zip": foreign.archive(),
    "jar": office(macro=True),
    "page": b"<html><body onload=alert(1)>",
    "script": b"<script>alert(1)</script>",
    "php": b"<?php system('x'); ?>",
    "drawing": SVG_SCRIPT,
    "rar": b"Rar!\x1a\x07\x01\x00" + bytes(50),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(50),
    "elf": b"\x7fELF\x02\x01\x01" + bytes(50),
}
ENDINGS = (
    *("exe", "js", "html", "htm", "svg", "svgz", "docm", "docx", "xlsm", "rtf", "zip", "rar", "bat", "cmd"),
    *("lnk", "php", "jar", "msi", "scr", "hta", "vbs", "ps1", "xml", "gif", "webp", "tiff", "mp4", "eml"),
    *("pdf.exe", "jpg.js", "pdf.html", "png.svg", "pdf~", "pd\u0192", "", "ｐdf", "pdf\u0301"),
)
NAMES = (
    *("../../etc/passwd.pdf", "..\\..\\windows\\a.pdf", "/etc/cron.d/a.pdf", "C:\\con.pdf", "NUL.pdf"),
    *("a\x00.pdf", "a\r\nSet-Cookie: b=1\r\n.pdf", 'a"; filename="b.exe.pdf', "a;b=c.pdf", "%2e%2e%2fa.pdf"),
    *(
        "hoso\u202efdp.exe.pdf",
        "\u2066a\u2069.pdf",
        "\u200b\u200b.pdf",
        "x" * 300 + ".pdf",
        "ả" * 300 + ".pdf",
    ),
    *("<script>alert(1)</script>.pdf", "'onload='alert(1).pdf", "{{7*7}}.pdf", "a.exe.pdf", "-rf.pdf"),
    *(
        "=cmd|' /C calc'!A0.pdf",
        "$(reboot).pdf",
        "`id`.pdf",
        "|ls.pdf",
        "a\u0000\u0000.exe.pdf",
        "....pdf.pdf",
    ),
)


def empty() -> Iterator[Hostile]:
    for ending in GOOD:
        yield f"trong.{ending}", b""


def cut() -> Iterator[Hostile]:
    for ending, make in GOOD.items():
        body = make()
        for share in (1, 4, 10, 30, 55, 80, 95):
            yield f"cut-{share}.{ending}", body[: max(5, len(body) * share // 100)]


def disguised() -> Iterator[Hostile]:
    for what, body in DISGUISED.items():
        for ending in GOOD:
            yield f"{what}.{ending}", body


def double() -> Iterator[Hostile]:
    for ending, make in GOOD.items():
        for what, tail in TAILS.items():
            yield f"two-kinds-{what}.{ending}", make() + tail


def not_allowed() -> Iterator[Hostile]:
    for ending in ENDINGS:
        yield f"a.{ending}" if ending else "a", foreign.pdf()


def acting() -> Iterator[Hostile]:
    acts = ("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToR", "GoToE", "Rendition")
    for act in acts:
        yield f"{act}.pdf", foreign.pdf(_at_opening(act))
        yield f"{act}-in-a-link.pdf", foreign.pdf(_in_a_link(act))
    for key in ("JavaScript", "EmbeddedFiles"):
        yield f"names-{key}.pdf", foreign.pdf(_by_name(key))
    for kind in ("RichMedia", "FileAttachment", "Movie", "Sound", "Screen", "3D"):
        yield f"annot-{kind}.pdf", foreign.pdf(_annot(kind))
    yield "xfa.pdf", foreign.pdf(lambda made: setattr(made.Root, "AcroForm", pikepdf.Dictionary(XFA="x")))


def locked() -> Iterator[Hostile]:
    for password in ("bí mật", "", "1"):
        yield f"locked-{password or 'empty'}.pdf", foreign.pdf(password=password)


def bombs() -> Iterator[Hostile]:
    for side in (7_200, 12_000, 20_000, 30_000):
        yield f"pixels-{side}.png", foreign.bomb(side)
    for width, height in ((65_500, 65_500), (60_000, 1_000), (1_000, 60_000)):
        yield f"frame-{width}-{height}.jpg", _framed(width, height)
    yield "unpacks.pdf", foreign.pdf_bomb(2048)
    yield "pages.pdf", foreign.pdf(pages=501)
    yield "round.pdf", _tree_without_end()
    yield "deep.pdf", _deep()
    yield "text.png", _text_bomb()
    yield "large.pdf", b"%PDF-1.7\n" + bytes(10 * 1024 * 1024)
    yield "large.jpg", b"\xff\xd8\xff\xe0" + bytes(10 * 1024 * 1024)


REFUSED = (empty, cut, disguised, double, not_allowed, acting, locked, bombs)


def named() -> Iterator[Hostile]:
    """Give good files under bad names: they are kept, under names that hurt nobody."""
    for name in NAMES:
        yield name, foreign.pdf()


def _at_opening(act: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda made: setattr(made.Root, "OpenAction", _action(act))


def _in_a_link(act: str) -> Callable[[pikepdf.Pdf], None]:
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    link.A = _action(act)
    return lambda made: setattr(made.pages[0].obj, "Annots", pikepdf.Array([link]))


def _action(act: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{act}"), JS="app.alert(1)", F="cmd.exe")


def _by_name(key: str) -> Callable[[pikepdf.Pdf], None]:
    names = pikepdf.Dictionary({f"/{key}": pikepdf.Dictionary(Names=pikepdf.Array())})
    return lambda made: setattr(made.Root, "Names", names)


def _annot(kind: str) -> Callable[[pikepdf.Pdf], None]:
    one = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{kind}"), Rect=[0, 0, 9, 9])
    return lambda made: setattr(made.pages[0].obj, "Annots", pikepdf.Array([one]))


def _framed(width: int, height: int) -> bytes:
    """Give a small JPEG whose head claims another size."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG")
    body = bytearray(out.getvalue())
    head = body.index(b"\xff\xc0")
    body[head + 5 : head + 9] = struct.pack(">HH", height, width)
    return bytes(body)


def _tree_without_end() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    made.Root.Pages.Kids.append(made.Root.Pages)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _deep() -> bytes:
    """Give a PDF with arrays within arrays, written by hand: a library would not write it."""
    inside = b"[" * 5000 + b"]" * 5000
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Deep %s >>" % inside,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ]
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 4\n0000000000 65535 f \n" + table
    return made + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def _text_bomb() -> bytes:
    """Give a PNG whose comment unpacks to a hundred megabytes."""
    good = GOOD["png"]()
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(100)) + packer.flush()
    text = b"Comment\0\0" + packed
    chunk = struct.pack(">I", len(text)) + b"zTXt" + text + struct.pack(">I", zlib.crc32(b"zTXt" + text))
    return good[:33] + chunk + good[33:]
