"""What reads the command line, and tells in the reader's language what can stand there and what cannot.

The library for that speaks English; what it says is told in words of ours.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NoReturn

from handbook.diagnostics.messages import Message, as_it_is
from handbook.diagnostics.quoting import meant

Tell = Callable[[str], str]
"""Returns a message in the reader's language."""

_TELLING = Message("answer in this language, as ms")
_HEADINGS = {"positional arguments": Message("what is given"), "options": Message("options")}
_MISSING = re.compile(r"the following arguments are required: (?P<names>.*)")
_VALUE = re.compile(r"argument (?P<name>.*?): expected .*argument.*")
_NO_VALUE = re.compile(r"argument (?P<name>.*?): ignored explicit argument .*")
_CHOICE = re.compile(r".*invalid choice: '(?P<word>.*?)'.*? \(choose from (?P<known>.*)\)", re.DOTALL)


class Refused(Exception):
    """Says in a sentence why a value of the command line cannot be taken."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Parser(argparse.ArgumentParser):
    """Reads a command line. Each has ``--help`` and ``--for``; an option is written out in full."""

    def __init__(self, tell: Tell, telling: Message = _TELLING, **about: Any) -> None:
        self.tell = tell
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=partial(_Formatter, tell), **about)
        self.add_argument("-h", "--help", action="help", help=Message("tell what can be given, and end"))
        tells = {"dest": "tell_in", "default": argparse.SUPPRESS, "metavar": Message("LANG")}
        self.add_argument("--for", help=telling, **tells)

    def add_argument(self, *names: str, **about: Any) -> argparse.Action:
        """Add an argument; its help and what holds the place of its value are told in the reader's language."""
        told = {name: self.tell(text) for name, text in about.items() if isinstance(text, Message)}
        return super().add_argument(*names, **{**about, **told})

    def add_commands(self, metavar: Message) -> Commands:
        """Let one of several commands stand here, and return what they are added to."""
        return Commands(self.add_subparsers(required=True, metavar=self.tell(metavar)), self.tell)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Read the command line; what a command does not know is refused here, where its own options are known."""
        try:
            known, unknown = super().parse_known_args(args, namespace)
        except Refused as refused:
            self.error(refused.message)
        if unknown:
            self.error(self._unknown(unknown[0].partition("=")[0]))
        return known, unknown

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong and what could stand there, at length where something is missing; end with status 2."""
        is_short = _MISSING.fullmatch(message) is None
        form = self.format_usage() if is_short else f"\n{self.format_help()}"
        self.exit(2, f"{self.prog}: {self.tell(_in_our_words(message))}\n{form}")

    def _unknown(self, word: str) -> Message:
        if not word.startswith("-"):
            return Message('{word} is a word too many; several words that belong together stand in "…"', word=word)
        options = [name for name, action in self._option_string_actions.items() if action.help != argparse.SUPPRESS]
        return Message("there is no option {name}; {hint}", name=word, hint=meant(word, options))


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands of a program, or the steps of a command."""

    parsers: argparse._SubParsersAction[Parser]
    tell: Tell

    def add(self, name: str, what: Message, telling: Message = _TELLING) -> Parser:
        """Add a command, and return its parser; ``what`` is told in the list of all and above its own options."""
        told = self.tell(what)
        return self.parsers.add_parser(
            name, tell=self.tell, telling=telling, help=told, description=f"{told[:1].upper()}{told[1:]}."
        )


class _Formatter(argparse.HelpFormatter):
    """Has the library's own headings in the reader's language."""

    def __init__(self, tell: Tell, prog: str) -> None:
        super().__init__(prog)
        self.tell = tell

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with the form of a command; a ``prefix`` is what stands before it."""
        super().add_usage(usage, actions, groups, f"{self.tell(Message('usage'))}: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Begin a part under a heading."""
        super().start_section(self.tell(_HEADINGS.get(heading or "", heading or "")))


def _in_our_words(message: str) -> Message:
    """Return what is wrong as a message of ours; what the library was not known to say stays as it is."""
    if isinstance(message, Message):
        return message
    if missing := _MISSING.fullmatch(message):
        return Message("missing: {names}", names=missing["names"])
    if value := _VALUE.fullmatch(message):
        return Message("{name} needs a value behind it", name=value["name"])
    if no_value := _NO_VALUE.fullmatch(message):
        return Message("{name} takes no value", name=no_value["name"])
    if choice := _CHOICE.fullmatch(message):
        known: Sequence[str] = re.findall(r"[\w-]+", choice["known"])
        return Message("there is no {word}; {hint}", word=choice["word"], hint=meant(choice["word"], known))
    return as_it_is(message)
