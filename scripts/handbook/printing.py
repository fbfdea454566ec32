"""The command `handbook print`: some prints or all, what can be printed, and whether a sheet is still current."""

from __future__ import annotations

import argparse
import datetime
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from handbook import pipeline
from handbook.checks import Mode
from handbook.command_line import (
    FINE,
    add_command,
    add_selection,
    parse_near_day,
    selected,
    status_of,
    tell_end,
    tell_outcome,
    tell_step,
    teller,
)
from handbook.diagnostics.messages import Message
from handbook.diagnostics.quoting import listed
from handbook.processes import collected_later
from handbook.register.edition_choice import Wanted
from handbook.render.editions import purpose_of, title_of
from handbook.reporting.parser import Commands
from handbook.reporting.reader import catalogue_for

_MOST_FILES = 12
"""Names of printed files that are told."""


def add_print(commands: Commands) -> None:
    """Add `print` to the commands."""
    prints = add_command(commands, "print", _print, Message("make the printed handbooks alone"))
    folder = Message("the folder to write to (default: print)")
    prints.add_argument("--out", type=Path, metavar=Message("FOLDER"), help=folder)
    add_selection(prints)
    several = {"action": "append", "default": []}
    editions = Message('only these, by name or by words of the title, as first-week or "first week"')
    page = Message("a page as a sheet of its own")
    prints.add_argument("--edition", "--sheet", metavar=Message("LIST"), help=editions, **several)
    prints.add_argument("--chapter", metavar=Message("PAGE"), help=page, **several)
    dated = Message("with the dates counted from a day: 2026-12-01, today, tomorrow")
    prints.add_argument("--procedure-date", type=parse_near_day, metavar=Message("DAY"), help=dated)
    record = Message("record that these prints are handed out from today")
    prints.add_argument("--record", action="store_true", help=record)
    prints.add_argument("--list", action="store_true", help=Message("list what can be printed, and for whom"))
    current = Message("tell whether the sheet with this code at its foot is still current")
    prints.add_argument("--code", default="", metavar=Message("CODE"), help=current)


def _print(options: argparse.Namespace) -> int:
    if options.list:
        return _list_editions(options)
    if options.code:
        return _tell_of_code(options)
    out = options.out or options.root / "print"
    day = options.procedure_date
    day = options.today + day if isinstance(day, datetime.timedelta) else day
    wanted = Wanted(tuple(options.edition), tuple(options.chapter), day)
    selection = selected(options)
    tell = teller(options)
    step = partial(tell_step, tell=tell)
    with collected_later() if wanted else nullcontext():  # of a few prints little comes that is not kept
        request = pipeline.Request(options.root, options.today, Mode.DRAFT, selection, remember=True, wanted=wanted)
        printed = pipeline.make_print(request, out, step)
    problems = printed.problems
    if options.record and status_of(problems) == FINE:
        from handbook.handing_out import record_prints  # not above: other commands write no print

        problems += record_prints(options.root, options.today, selection, wanted)
    done, failed = Message("Printed into {out}.", out=out), Message("Nothing was printed.")
    if wanted and printed.files:  # who asked for one of many is told which file it is
        done = Message("Printed into {out}: {files}.", out=out, files=listed(printed.files, _MOST_FILES))
    return tell_end(problems, options.root, done, failed, tell)


def _list_editions(options: argparse.Namespace) -> int:
    """Tell what can be printed, and for whom, in the language of ``--languages`` or else the reader's."""
    read = pipeline.read(options.root, options.today, remember=True)
    catalogue = catalogue_for(options.tell_in)
    if (handbook := read.handbook) is not None:
        codes = [code for text in options.languages for code in text.split(",")]
        spoken = (each for code in (*codes, catalogue.code) for each in handbook.languages if each.code == code)
        language = next(spoken, handbook.source)
        for edition in handbook.editions:
            kind = catalogue.tell(Message("sheet") if edition.is_sheet else Message("book"))
            size = catalogue.tell(Message("{size:>2g} pt", size=edition.size))
            told = filter(None, (title_of(edition, language, handbook), purpose_of(edition, language)))
            print(f"{edition.id:20} {kind:7} {edition.paper:8}{size:>7}  {' – '.join(told)}")
    return tell_end(read.problems, options.root, "", "", catalogue.tell)


def _tell_of_code(options: argparse.Namespace) -> int:
    from handbook.handing_out import tell_of_code  # not above: other commands write no print

    catalogue = catalogue_for(options.tell_in)
    outcome = tell_of_code(options.root, options.today, options.code, catalogue.code)
    return tell_outcome(outcome, options.root, catalogue.tell)
