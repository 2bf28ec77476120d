"""`motcua catalogue search | import | export`: each subcommand stands in a module of its own."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from motcua.reference.catalogue.management import exporting, importing, searching
from motcua.reference.catalogue.management.refusing import BadInput

ACTIONS = {"search": searching, "import": importing, "export": exporting}


class Command(BaseCommand):
    help = "Danh mục thủ tục: tìm, nạp, xuất."
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        # Django's parser then raises instead of printing its usage in English.
        self._called_from_command_line = False
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        for name, action in ACTIONS.items():
            action.add_arguments(actions.add_parser(name, help=action.HELP))

    def run_from_argv(self, argv: list[str]) -> None:
        """Run, and end with 2 and one sentence on bad input."""
        try:
            super().run_from_argv(argv)
        except CommandError as error:
            if not isinstance(error, BadInput):
                error = BadInput(_usage(argv))
            sys.stderr.write(f"{error}\n")
            sys.exit(2)

    def execute(self, *args: Any, **options: Any) -> Any:
        """Let bad input pass unprinted to `run_from_argv`."""
        try:
            return super().execute(*args, **options)
        except BadInput as error:
            if options.get("traceback"):
                raise
            sys.stderr.write(f"{error}\n")
            sys.exit(2)

    def handle(self, *args: Any, **options: Any) -> None:
        ACTIONS[options["action"]].run(self.stdout, options)


def _usage(argv: list[str]) -> str:
    named = next((ACTIONS[word] for word in argv[2:3] if word in ACTIONS), None)
    return named.USAGE if named else "Dùng: motcua catalogue search | import | export."
