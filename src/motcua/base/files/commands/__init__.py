"""Files come in, are kept sealed under their owner's key, and go; nothing else writes here."""

from motcua.base.files.commands.albums import arrange, close_album, gather, join
from motcua.base.files.commands.keeping import PDF, discard, keep_own, record, take_in
from motcua.base.files.commands.keys import key_of, rewrite, rotate, shred
from motcua.base.files.commands.sweeping import sweep
from motcua.base.files.commands.uploading import add_part, begin_upload, finish_upload, use_upload
from motcua.base.files.places import limits, quota, scanner, store

__all__ = [
    "PDF",
    "add_part",
    "arrange",
    "begin_upload",
    "close_album",
    "discard",
    "finish_upload",
    "gather",
    "join",
    "keep_own",
    "key_of",
    "limits",
    "quota",
    "record",
    "rewrite",
    "rotate",
    "scanner",
    "shred",
    "store",
    "sweep",
    "take_in",
    "use_upload",
]
