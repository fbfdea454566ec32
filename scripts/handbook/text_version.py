"""The version of the text: its number, and its day, from CHANGELOG.md."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import shortened
from handbook.diagnostics.text_reader import read_text

_HEADING = re.compile(r"^## +(?P<words>.*?) *$", re.MULTILINE)
_RELEASE = re.compile(r"(?P<version>\d{1,6}\.\d{1,6}\.\d{1,6})\s+[-–—]\s+(?P<day>\d{4}-\d\d-\d\d)", re.ASCII)
_UNRELEASED = re.compile(r"\[?unreleased\]?", re.IGNORECASE)
"""What keepachangelog.com calls the changes that are in no version yet."""
_FILE = "CHANGELOG.md"
_HINT = Message("write its newest heading as: ## 0.1.0 - 2026-11-20")


@dataclass(frozen=True, slots=True)
class TextVersion:
    """Which text this is: printed on every page and sheet."""

    version: str
    day: datetime.date


def read_text_version(root: Path, problems: list[Problem]) -> TextVersion:
    """Take the version from CHANGELOG.md, and the day from SOURCE_DATE_EPOCH, the last commit or CHANGELOG.md."""
    text = read_text(root / _FILE, root, problems)
    if text is None:
        return TextVersion("0", datetime.date.min)
    headings = [found for found in _HEADING.finditer(text) if not _UNRELEASED.fullmatch(found["words"])]
    newest = headings[0] if headings else None
    place = Location(_FILE, text.count("\n", 0, newest.start()) + 1, 1, len(newest[0])) if newest else Location(_FILE)
    release = _RELEASE.fullmatch(newest["words"]) if newest else None
    if release is None:
        problems.append(Problem(place, Message("no version with a date is named here"), _HINT))
        return TextVersion("0", datetime.date.min)
    day = _source_date(place, problems) or _commit_day(root) or _written_day(release["day"], place, problems)
    return TextVersion(release["version"], day)


def _written_day(text: str, place: Location, problems: list[Problem]) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        problems.append(Problem(place, Message("{text} is no day of the calendar", text=text), _HINT))
        return datetime.date.min


def _source_date(place: Location, problems: list[Problem]) -> datetime.date | None:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch else None
    except (ValueError, OverflowError, OSError):
        message = Message("SOURCE_DATE_EPOCH is {epoch!r}, and takes the place of this date", epoch=shortened(epoch))
        problems.append(Problem(place, message, Message("set it to seconds since 1970, or unset it")))
        return None


def _commit_day(root: Path) -> datetime.date | None:
    """Return the day of the last commit, or None outside a repository of the project's own."""
    if not (root / ".git").exists():
        return None
    command = ["git", "-C", str(root), "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d"]
    try:
        told = subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "TZ": "UTC"}
        )
        return datetime.date.fromisoformat(told.stdout.strip())
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
