"""`handbook changes` on the command line."""

from __future__ import annotations

import argparse
import sys

from handbook import pipeline
from handbook.command_line import CANNOT_RUN, FINE, add_command, tell_end, typed
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.clinic import OWN_FILE
from handbook.reporting.catalogues import Catalogue
from handbook.reporting.parser import Commands
from handbook.reporting.reader import catalogue_for
from handbook.revisions import RevisionError
from handbook.updating.differences import tell_differences
from handbook.updating.older import older_files


def add_changes(commands: Commands) -> None:
    """Add `changes` to the commands."""
    what = Message("tell what an update changes for patients, on one page")
    parser = add_command(commands, "changes", _changes, what)
    older = Message("the older version: its folder, its ZIP, or a revision of git, such as ORIG_HEAD after git pull")
    parser.add_argument("--since", required=True, metavar=Message("OLDER"), help=older)


def _changes(options: argparse.Namespace) -> int:
    catalogue = catalogue_for(options.tell_in)
    now = pipeline.read(options.root, options.today)
    try:
        with older_files(options.root, options.since) as folder:
            before = pipeline.read(folder, options.today)
    except RevisionError as error:
        print(f"handbook: {catalogue.tell(error.message)}", file=sys.stderr)
        return CANNOT_RUN
    if now.handbook is None or not pipeline.is_founded(_apart_from_clinic(now.problems)):
        return tell_end(now.problems, options.root, "", "", catalogue.tell)
    if before.handbook is None:
        unread = Message("the handbook at {since} cannot be read; name another version", since=options.since)
        print(f"handbook: {catalogue.tell(unread)}", file=sys.stderr)
        return CANNOT_RUN
    lines = list(tell_differences(before.handbook, now.handbook, catalogue))
    if not lines:
        print(catalogue.tell(Message("Patients are told the same as at {older}.", older=options.since)))
        return FINE
    title = Message(
        "What changes for your patients since {older} ({before} to {now})",
        older=options.since,
        before=before.handbook.text_version.version,
        now=now.handbook.text_version.version,
    )
    print(catalogue.tell(title), "", *lines, sep="\n")
    _tell_own([problem for problem in now.problems if problem.location.path == OWN_FILE], catalogue)
    return FINE


def _apart_from_clinic(problems: list[Problem]) -> list[Problem]:
    """Return what is wrong beside the clinic's own answers, which an update may refuse."""
    return [problem for problem in problems if problem.location.path != OWN_FILE]


def _tell_own(problems: list[Problem], catalogue: Catalogue) -> None:
    """Tell which of the clinic's own answers can no longer stand."""
    refused = [problem for problem in problems if problem.is_error]
    if refused:
        print(f"{catalogue.tell(Message('Your own answers that can no longer stand'))} ({len(refused)})")
        for problem in refused:
            print(f"  {catalogue.tell(problem.message)}")
        print(f"  {catalogue.tell(Message('To answer them again: {command}', command=typed('clinic')))}")
