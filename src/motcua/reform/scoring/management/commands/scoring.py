"""`motcua scoring compute`: an index from two files, without a stored thing."""

from motcua.reference.catalogue.management.subcommands import Subcommands
from motcua.reform.scoring.management import computing


class Command(Subcommands):
    help = "Chỉ số cải cách hành chính: tính từ tệp."
    actions = {"compute": computing}
