"""`motcua route import | export`: each subcommand stands in a module of its own."""

from motcua.reference.catalogue.management import route_exporting, route_importing
from motcua.reference.catalogue.management.subcommands import Subcommands


class Command(Subcommands):
    help = "Quy trình nội bộ: nạp, xuất."
    actions = {"import": route_importing, "export": route_exporting}
