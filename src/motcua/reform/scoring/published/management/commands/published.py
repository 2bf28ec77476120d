"""`motcua published import`: its subcommand stands in a module of its own."""

from motcua.reference.catalogue.management.subcommands import Subcommands
from motcua.reform.scoring.published.management import importing


class Command(Subcommands):
    help = "Số liệu do nơi khác công bố: nạp."
    actions = {"import": importing}
