"""`handbook changes` on the command line."""

from __future__ import annotations

import argparse
import sys

from handbook import pipeline, streams
from handbook.command_line import CANNOT_RUN, FINE, add_command, tell_end, typed
from handbook.diagnostics.problems import Problem
from handbook.register.clinic import OWN_FILE
from handbook.revisions import RevisionError
from handbook.updating.differences import tell_differences
from handbook.updating.older import older_files


def add_changes(commands: argparse._SubParsersAction[streams.Parser]) -> None:
    """Add `changes` to the commands."""
    parser = add_command(commands, "changes", _changes, "tell what an update changes for patients, on one page")
    what = "the older version: its folder, its ZIP, or a revision of git, such as ORIG_HEAD after git pull"
    parser.add_argument("--since", required=True, metavar="OLDER", help=what)


def _changes(options: argparse.Namespace) -> int:
    now = pipeline.read(options.root, options.today)
    try:
        with older_files(options.root, options.since) as folder:
            before = pipeline.read(folder, options.today)
    except RevisionError as error:
        print(f"handbook: {error}", file=sys.stderr)
        return CANNOT_RUN
    if now.handbook is None or not pipeline.is_founded(_apart_from_clinic(now.problems)):
        return tell_end(now.problems, options.root, "", "")
    if before.handbook is None:
        print(f"handbook: the handbook at {options.since} cannot be read; name another version", file=sys.stderr)
        return CANNOT_RUN
    lines = list(tell_differences(before.handbook, now.handbook))
    if not lines:
        print(f"Patients are told the same as at {options.since}.")
        return FINE
    versions = f"{before.handbook.text_version.version} to {now.handbook.text_version.version}"
    print(f"What changes for your patients since {options.since} ({versions})\n")
    print("\n".join(lines))
    _tell_own([problem for problem in now.problems if problem.location.path == OWN_FILE])
    return FINE


def _apart_from_clinic(problems: list[Problem]) -> list[Problem]:
    """Return what is wrong beside the clinic's own answers, which an update may refuse."""
    return [problem for problem in problems if problem.location.path != OWN_FILE]


def _tell_own(problems: list[Problem]) -> None:
    """Tell which of the clinic's own answers can no longer stand."""
    refused = [problem for problem in problems if problem.is_error]
    if refused:
        print(f"Your own answers that can no longer stand ({len(refused)})")
        for problem in refused:
            print(f"  {problem.message}")
        print(f"  To answer them again: {typed('clinic')}")
