"""`motcua catalogue search | import | export`: each subcommand stands in a module of its own."""

from motcua.reference.catalogue.management import exporting, importing, searching
from motcua.reference.catalogue.management.subcommands import Subcommands


class Command(Subcommands):
    help = "Danh mục thủ tục: tìm, nạp, xuất."
    actions = {"search": searching, "import": importing, "export": exporting}
