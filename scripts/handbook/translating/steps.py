"""The steps of `handbook translate` on the command line: their options, and what each runs."""

from __future__ import annotations

import argparse

from handbook import streams
from handbook.command_line import add_command, parse_day, tell_outcome
from handbook.outcomes import Outcome
from handbook.reporting.catalogues import Catalogue, load_catalogue
from handbook.tracking.ledger import ROLES, Reading
from handbook.tracking.recording import Done
from handbook.translating import records, telling
from handbook.translating.texts import parse_names

_PAGE = "ms/recovery/sun.md, docs/ms/recovery/sun.md, with #block behind it one block"
_PAGES = f"{_PAGE}, or a language"


def add_translate(commands: argparse._SubParsersAction[streams.Parser]) -> None:
    """Add `translate` to the commands."""
    what = "tell what of the translations is behind, and record what was translated"
    parser = commands.add_parser("translate", help=what, description=what.capitalize() + ".")
    steps = parser.add_subparsers(required=True, metavar="STEP")
    status = add_command(steps, "status", _status, "tell in which states the blocks of the translations are")
    status.add_argument("pages", nargs="*", metavar="PAGE", help=_PAGES)
    status.add_argument("--format", choices=("text", "json"), default="text", help="how to tell it")
    diff = add_command(steps, "diff", _diff, "tell what has changed in the original, word by word")
    diff.add_argument("pages", nargs="*", metavar="PAGE", help=_PAGES)
    done = add_command(steps, "done", _done, "record the blocks whose translation has changed")
    done.add_argument("pages", nargs="+", metavar="PAGE", help=_PAGE)
    done.add_argument("--by", choices=ROLES, default=ROLES[0], help="in what part it was translated; no name")
    done.add_argument("--on", type=parse_day, help="the day, as 2026-11-20 (default: today)")
    done.add_argument("--unchanged", metavar="REASON", default="", help="why a translation stays as it was")
    read = add_command(steps, "checked", _checked, "take over a reading from editorial-reviews.yml")
    read.add_argument("pages", nargs="+", metavar="PAGE", help=_PAGE)
    start = add_command(steps, "start", _start, "write a page with everything in place but the words")
    start.add_argument("pages", nargs=1, metavar="PAGE", help="such as ms/recovery/sun.md")
    told = "tell it in this language (default: that of the pages, where they are of one)"
    for step in (status, diff, done, read, start):
        step.add_argument("--for", dest="language", metavar="LANG", help=told)


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
    """Return the messages in the language that is wanted; English ones where the program does not speak it."""
    codes = {named.code for named in parse_names(options.pages)}
    return load_catalogue(options.language or (codes.pop() if len(codes) == 1 else ""))


def _tell(outcome: Outcome, options: argparse.Namespace) -> int:
    return tell_outcome(outcome, options.root, _catalogue(options).tell)
