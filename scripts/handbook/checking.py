"""`handbook check`: its options, and in which form and language it tells what it has found."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from handbook import checks, pipeline, since, streams
from handbook.checks import Mode
from handbook.checks.second_reading import to_be_read
from handbook.command_line import (
    CANNOT_RUN,
    add_command,
    add_selection,
    selected,
    status_of,
    tell_end,
    teller,
    version,
)
from handbook.diagnostics import reports
from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant
from handbook.metrics.scorecard import scorecard
from handbook.processes import collected_later
from handbook.register.handbook import Handbook
from handbook.reporting.catalogues import ENGLISH, load_catalogue
from handbook.reporting.comment import as_comment
from handbook.reporting.parser import Commands
from handbook.reporting.reports import Told, languages_of, write_reports
from handbook.revisions import RevisionError

_FORMATS = ("text", "report", "comment", "github", "sarif")


def add_check(commands: Commands) -> None:
    """Add `check` to the commands."""
    what = Message("list every problem of the pages and the register")
    check = add_command(commands, "check", _check, what, telling=Message("tell what a translator has to know, as ms"))
    forms = Message("how to tell them; report and comment: as to a translator")
    check.add_argument("--format", choices=_FORMATS, help=forms)
    check.add_argument("--release", action="store_true", help=Message("check also what only a release needs"))
    add_selection(check)
    since = Message("tell and count only what has come since a revision of git")
    check.add_argument("--since", metavar=Message("REV"), help=since)
    readability = Message("show how long and how hard the pages are to read")
    check.add_argument("--readability", action="store_true", help=readability)


def _check(options: argparse.Namespace) -> int:
    with collected_later():
        status = _find_and_tell(options)
        gc.freeze()  # to look for rubbish in all of it at the end of Python would take a tenth of the time
        return status


def _find_and_tell(options: argparse.Namespace) -> int:
    mode = Mode.RELEASE if options.release else Mode.CHECK
    checked = pipeline.check(pipeline.Request(options.root, options.today, mode, selected(options), remember=True))
    tell = teller(options)
    wrong = _wrong_language(options.tell_in, checked.handbook)
    if wrong:
        print(f"handbook: {tell(wrong)}", file=sys.stderr)
        return CANNOT_RUN
    told = Told(tuple(checked.problems))
    if options.since is not None:
        try:
            told = _since(options, mode, checked)
        except RevisionError as error:
            print(f"handbook: {tell(error.message)}", file=sys.stderr)
            return CANNOT_RUN
    if options.readability and checked.handbook:
        print(scorecard(checked.handbook, tell))
    return _tell(told, checked.handbook, options)


def _wrong_language(asked: str, handbook: Handbook | None) -> Message:
    codes = handbook.project.codes if handbook else ()
    if not asked or not codes or asked in codes:
        return NOTHING
    return Message("there is no language {code}: {hint}", code=asked, hint=meant(asked, codes))


def _since(options: argparse.Namespace, mode: Mode, checked: pipeline.Checked) -> Told:
    """Return the problems that a change has brought, and in a sentence each what else there is to say of it."""

    def check(root: Path) -> list[Problem]:
        return pipeline.check(pipeline.Request(root, options.today, mode, selected(options))).problems

    compared = since.compare(options.root, options.since, checked.problems, check)
    counts = reports.count(compared.older)
    older = Message("Not told, because it was so at {revision}: {counts}.", revision=options.since, counts=counts)
    unread = [
        Message("To be read by a second person: {path}:{line}: {words}", path=place.path, line=place.line, words=words)
        for place, words in (to_be_read(checked.handbook, compared.changed) if checked.handbook else ())
    ]
    return Told(compared.new, (*[older] * bool(compared.older), *unread), compared.files)


def _tell(told: Told, handbook: Handbook | None, options: argparse.Namespace) -> int:
    """Tell what was found as it was asked for; return the exit status."""
    codes = languages_of(told, handbook, options.tell_in) if handbook else ()
    is_for_one = len(codes) == 1 and handbook is not None and codes[0] != handbook.source.code
    form = options.format or ("report" if options.tell_in or is_for_one else "text")
    if form in ("report", "comment") and handbook:
        text = write_reports(told, handbook, codes or (handbook.source.code,))
        streams.print_for_programs(as_comment(text) if form == "comment" else text)
    elif form == "github":
        catalogue = load_catalogue(codes[0]) if is_for_one else ENGLISH
        notices = "".join(f"::notice::{catalogue.tell(line)}\n" for line in told.further)
        streams.print_for_programs(reports.as_github(told.problems, catalogue.tell) + notices)
    elif form == "sarif":
        rules = {name: checks.manual(name) for name in checks.NAMES}
        streams.print_for_programs(reports.as_sarif(told.problems, rules, version()))
    else:
        return _tell_as_text(told, options)
    return status_of(told.problems)


def _tell_as_text(told: Told, options: argparse.Namespace) -> int:
    tell = teller(options)
    print("".join(f"{tell(line)}\n" for line in told.further), end="", file=sys.stderr)
    none = Message("No problems") if options.since is None else Message("No new problems")
    also = Message("{none}; {counts}", none=none, counts=reports.count(told.problems)) if told.problems else none
    return tell_end(list(told.problems), options.root, Message("{what}.", what=also), "", tell)
