"""A command of several actions, each in a module of its own; bad input ends with 2 and one sentence."""

import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

from django.core.management.base import BaseCommand, CommandError, OutputWrapper

from motcua.reference.catalogue.management.refusing import BadInput


class Action(Protocol):
    """One action: what it says of itself, what it takes, what it does."""

    @property
    def HELP(self) -> str:  # the name of a module's constant
        """Give what it does in one line."""

    @property
    def USAGE(self) -> str:  # the name of a module's constant
        """Give how it is called."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take its arguments."""

    def run(self, out: OutputWrapper, options: dict[str, Any]) -> None:
        """Do it."""


class Subcommands(BaseCommand):
    """A command whose first word says which action."""

    actions: ClassVar[Mapping[str, Action]]
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        # Django's parser then raises instead of printing its usage in English.
        self._called_from_command_line = False
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        taken = parser.add_subparsers(dest="action", required=True)
        for name, action in self.actions.items():
            action.add_arguments(taken.add_parser(name, help=action.HELP))

    def run_from_argv(self, argv: list[str]) -> None:
        """Run, and end with 2 and one sentence on bad input."""
        try:
            super().run_from_argv(argv)
        except CommandError as error:
            if not isinstance(error, BadInput):
                error = BadInput(self._usage(argv))
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
        self.actions[options["action"]].run(self.stdout, options)

    def _usage(self, argv: list[str]) -> str:
        named = next((self.actions[word] for word in argv[2:3] if word in self.actions), None)
        return named.USAGE if named else f"Dùng: motcua {argv[1]} {' | '.join(self.actions)}."
