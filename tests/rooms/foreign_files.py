"""Files as people send them, good and bad, made in memory."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image


def pdf(
    change: Callable[[pikepdf.Pdf], None] | None = None, *, pages: int = 1, password: str | None = None
) -> bytes:
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    if change:
        change(made)
    out = io.BytesIO()
    if password is None:
        made.save(out)
    else:
        made.save(out, encryption=pikepdf.Encryption(user=password, owner="chủ"))
    return out.getvalue()


def picture(form: str, size: tuple[int, int] = (64, 48)) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, form)
    return out.getvalue()


def bomb(side: int = 20_000) -> bytes:
    """Return a PNG of some hundred kilobytes that unpacks to `side` squared pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(bytes(side + 1)) for _ in range(side)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a.txt", "hidden")
    return out.getvalue()


def program() -> bytes:
    """Return the head of a Windows program."""
    return b"MZ\x90\x00\x03" + bytes(55) + struct.pack("<I", 64) + b"PE\0\0\x64\x86" + bytes(400)


def pdf_bomb(megabytes: int) -> bytes:
    """Return a PDF of some kilobytes with an object stream that unpacks to `megabytes` of noughts."""
    packed = zlib.compress(_noughts(megabytes), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        _stream(b"/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]", packed),
    ]
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = [(0, 0, 65535), *((1, place, 0) for place in places), (2, 4, 0), (1, len(made), 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    index = _stream(b"/Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R", table)
    return made + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (index, len(made))


def _stream(keys: bytes, body: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (keys, len(body), body)


def _noughts(megabytes: int) -> bytes:
    """Return a zlib stream of noughts, made from one packed megabyte that is repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    check = ((megabytes << 20) % 65521) << 16 | 1
    return b"\x78\xda" + block * megabytes + packer.flush() + check.to_bytes(4)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


class Endless(io.RawIOBase):
    """A stream of `size` noughts that counts what was read from it."""

    def __init__(self, size: int, start: bytes = b"") -> None:
        self.left, self.read_so_far, self.start = size, 0, start

    def read(self, count: int = -1) -> bytes:
        count = self.left if count < 0 else min(count, self.left)
        first, self.start = self.start[:count], self.start[count:]
        self.left -= count
        self.read_so_far += count
        return first + bytes(count - len(first))
