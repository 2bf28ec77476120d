"""The register as a workbook: the same lines, every cell text."""

from collections.abc import Sequence
from dataclasses import astuple

from motcua.base.print.workbook import Column, Sheet, workbook
from motcua.casework.dossiers.papers.register import RegisterLine

COLUMNS = (
    ("Số thứ tự", 10),
    ("Mã hồ sơ", 24),
    ("Tên thủ tục hành chính", 44),
    ("Số bộ", 8),
    ("Tên cá nhân, tổ chức", 28),
    ("Địa chỉ, số điện thoại", 36),
    ("Cơ quan chủ trì giải quyết", 30),
    ("Ngày nhận", 12),
    ("Hẹn trả", 12),
    ("Ngày trả", 12),
    ("Cách nhận kết quả", 24),
    ("Ký nhận", 22),
    ("Ghi chú", 40),
)


def as_workbook(name: str, lines: Sequence[RegisterLine]) -> bytes:
    """Return a workbook of the lines."""
    columns = [Column(words, width) for words, width in COLUMNS]
    return workbook([Sheet(name, columns, [astuple(line) for line in lines], fixed=2)])
