"""The steps of `handbook translate` on the command line: their options, and what each runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from handbook.command_line import add_command, parse_day, tell_outcome
from handbook.diagnostics.messages import Message
from handbook.outcomes import Outcome
from handbook.reporting.catalogues import Catalogue
from handbook.reporting.parser import Commands, Parser
from handbook.reporting.reader import catalogue_for
from handbook.tracking.ledger import ROLES, Reading
from handbook.tracking.recording import Done
from handbook.translating import records, telling
from handbook.translating.texts import parse_names

_PAGE = Message("ms/recovery/sun.md, docs/ms/recovery/sun.md, with #block behind it one block")
_PAGES = Message("{page}, or a language", page=_PAGE)
_TELLING = Message("answer in this language (default: that of the pages, where they are of one)")


def add_translate(commands: Commands) -> None:
    """Add `translate` to the commands."""
    what = Message("tell what of the translations is behind, and record what was translated")
    steps = commands.add("translate", what).add_commands(Message("STEP"))
    status = _add_step(steps, "status", _status, Message("tell in which states the blocks of the translations are"))
    _add_pages(status, "*", _PAGES)
    status.add_argument("--format", choices=("text", "json"), default="text", help=Message("how to tell it"))
    diff = _add_step(steps, "diff", _diff, Message("tell what has changed in the original, word by word"))
    _add_pages(diff, "*", _PAGES)
    done = _add_step(steps, "done", _done, Message("record the blocks whose translation has changed"))
    _add_pages(done, "+", _PAGE)
    part = Message("in what part it was translated; no name")
    done.add_argument("--by", choices=ROLES, default=ROLES[0], help=part)
    day = Message("the day, as 2026-11-20 (default: today)")
    done.add_argument("--on", type=parse_day, metavar=Message("DAY"), help=day)
    why = Message("why a translation stays as it was")
    done.add_argument("--unchanged", metavar=Message("REASON"), default="", help=why)
    read = _add_step(steps, "checked", _checked, Message("take over a reading from editorial-reviews.yml"))
    _add_pages(read, "+", _PAGE)
    start = _add_step(steps, "start", _start, Message("write a page with everything in place but the words"))
    _add_pages(start, 1, Message("such as ms/recovery/sun.md"))


def _add_step(steps: Commands, name: str, run: Callable[[argparse.Namespace], int], what: Message) -> Parser:
    return add_command(steps, name, run, what, telling=_TELLING)


def _add_pages(step: Parser, count: str | int, what: Message) -> None:
    step.add_argument("pages", nargs=count, metavar=Message("PAGE"), help=what)


def _status(options: argparse.Namespace) -> int:
    if options.format == "json":
        return _tell(telling.list_states(options.root, options.pages, options.today), options)
    return _tell(telling.tell_status(options.root, options.pages, options.today, _catalogue(options)), options)


def _diff(options: argparse.Namespace) -> int:
    return _tell(telling.tell_changes(options.root, options.pages, options.today, _catalogue(options)), options)


def _done(options: argparse.Namespace) -> int:
    done = Done(Reading(options.by, options.on or options.today), options.unchanged.strip())
    return _tell(records.record_done(options.root, options.pages, done, options.today), options)


def _checked(options: argparse.Namespace) -> int:
    return _tell(records.take_reading(options.root, options.pages, options.today), options)


def _start(options: argparse.Namespace) -> int:
    return _tell(records.start_page(options.root, options.pages[0], options.today), options)


def _catalogue(options: argparse.Namespace) -> Catalogue:
    """Return the messages in the language that is asked for, else in that of the pages where they are of one."""
    codes = {named.code for named in parse_names(options.pages)}
    return catalogue_for(options.tell_in, codes.pop() if len(codes) == 1 else "")


def _tell(outcome: Outcome, options: argparse.Namespace) -> int:
    return tell_outcome(outcome, options.root, _catalogue(options).tell)
