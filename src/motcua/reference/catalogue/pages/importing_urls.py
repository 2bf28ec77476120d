"""Addresses of the import, under the officials' side."""

from motcua.reference.catalogue.pages import importing
from motcua.reference.org.pages.entrance import room

IMPORTING = [
    room("danh-muc/nap/", importing.send, "catalogue-import"),
    room("danh-muc/nap/van-de/", importing.problems, "catalogue-import-problems"),
    room("danh-muc/nap/van-de/<uuid:problem_id>/", importing.resolve, "catalogue-import-problem"),
    room("danh-muc/nap/<uuid:sent_id>/", importing.look, "catalogue-import-file"),
]
