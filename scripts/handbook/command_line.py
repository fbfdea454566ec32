"""What the commands have in common: their options, their exit status, and how it is told what became of them."""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from handbook.diagnostics import reports
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.outcomes import Outcome
from handbook.register.selection import Selection
from handbook.reporting.catalogues import catalogues
from handbook.reporting.parser import Commands, Parser, Refused, Tell
from handbook.reporting.reader import catalogue_for

FINE, PROBLEMS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130
"""The exit statuses."""

_NEAR = (Message("yesterday"), Message("today"), Message("tomorrow"))


def add_command(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int], what: Message, **about: Message
) -> Parser:
    """Add a command that works on a project, and return its parser for further options."""
    parser, here = commands.add(name, what, **about), Message("the handbook's folder (default: this one)")
    parser.add_argument("--root", type=Path, default=Path(), metavar=Message("FOLDER"), help=here)
    parser.add_argument("--today", type=parse_day, default=datetime.date.today(), help=argparse.SUPPRESS)
    parser.set_defaults(run=run)
    return parser


def parse_day(text: str) -> datetime.date:
    """Return a day as it is written on the command line."""
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        message = Message("{text} is no date; write year, month and day as 2026-11-20", text=text)
        raise Refused(message) from None


def parse_near_day(text: str) -> datetime.date | datetime.timedelta:
    """Return a day, or how far from today one is that is told by a word, in any language of the program."""
    with suppress(ValueError):
        return datetime.date.fromisoformat(text)
    asked = " ".join(text.casefold().split())
    for catalogue in catalogues():
        words = [catalogue.tell(day) for day in _NEAR]
        if asked in words:
            return datetime.timedelta(days=words.index(asked) - 1)
    hint = Message("{text} is no date; write today, tomorrow, or year, month and day as 2026-11-20", text=text)
    raise Refused(hint)


def teller(options: argparse.Namespace, known: str = "") -> Tell:
    """Return what tells a message in the reader's language, which may be ``known`` where none is asked for."""
    return catalogue_for(options.tell_in, known).tell


def typed(command: str, code: str = "") -> str:
    """Return a command of the handbook as it can be typed in the handbook's folder, whether .venv is active or not.

    It answers in the language of a ``code``, also on a system that speaks another.
    """
    told = f"{command} --for {code}" if catalogue_for(code).code != catalogue_for("").code else command
    return f"handbook {told}" if shutil.which("handbook") else f".venv/bin/handbook {told}"


def tell_outcome(outcome: Outcome, root: Path, tell: Tell) -> int:
    """Tell what became of a command that records something; return its status."""
    tell_problems(outcome.problems, root, tell)
    for refusal in outcome.refusals:
        print(f"handbook: {tell(refusal)}", file=sys.stderr)
    for line in outcome.told:
        print(tell(line))
    return PROBLEMS if outcome.problems or outcome.refusals else FINE


def tell_problems(problems: Sequence[Problem], root: Path, tell: Tell) -> None:
    """Tell what is wrong with the handbook."""
    told = reports.as_text(problems, root, colour=sys.stderr.isatty(), tell=tell)
    print(told, end="", file=sys.stderr, flush=True)


def add_selection(parser: Parser) -> None:
    """Add the options that choose languages and pages."""
    wanted = {
        ("--languages", "--language"): Message("only these languages, as ms,ru"),
        ("--chapters",): Message("only these pages or whole sections, as index.md,Recovery"),
    }
    for names, what in wanted.items():
        parser.add_argument(*names, action="append", default=[], metavar=Message("LIST"), help=what)


def selected(options: argparse.Namespace) -> Selection:
    """Return which languages and pages were chosen."""
    return Selection(tuple(options.languages), tuple(options.chapters))


def version() -> str:
    """Return which version of the program this is."""
    from importlib import metadata  # it would cost every other command a twentieth of a second

    return metadata.version("handbook")


def tell_end(problems: list[Problem], root: Path, done: str, failed: str, tell: Tell) -> int:
    """Tell the problems and, in one line, how it ended."""
    status = status_of(problems)
    _clear()
    tell_problems(problems, root, tell)
    if status == FINE:
        print(tell(done), end="\n" if done else "")
    elif failed:
        print(tell(failed), file=sys.stderr)
    return status


def status_of(problems: Iterable[Problem]) -> int:
    """Return the exit status for some problems."""
    return PROBLEMS if any(problem.is_error for problem in problems) else FINE


def tell_step(step: str, tell: Tell) -> None:
    """Show a step: on a terminal in the place of the one before, elsewhere as a line."""
    step = tell(step)
    if sys.stderr.isatty():
        _clear()
        print(f"{step} …", end="", file=sys.stderr, flush=True)
    else:
        print(f"{step} …", file=sys.stderr, flush=True)


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
