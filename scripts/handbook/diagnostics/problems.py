"""What can be wrong with a handbook: a place, a sentence, and one thing to do about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from handbook.diagnostics.messages import NOTHING, Message


class Severity(Enum):
    """How much a problem matters: an error stops the build, a warning is only told."""

    ERROR = "error"
    WARNING = "warning"


class Location(NamedTuple):
    """A place in a file of the project, counted as editors count: from line 1, column 1.

    A tuple, because a handbook has tens of thousands of them and frozen dataclasses take three times as long to make.
    """

    path: str
    """From the project's root, with forward slashes."""
    line: int = 1
    column: int = 1
    length: int = 1
    """Characters to underline, from ``column`` on."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, in one sentence, at one place."""

    location: Location
    message: Message
    """What is there and what it should agree with; no full stop at the end."""
    hint: Message = NOTHING
    """One thing to do, where possible a text that can be pasted."""
    severity: Severity = Severity.ERROR
    check: str = ""
    """The name of what found it, as in ``error[wrong-number]``; the runner fills it in."""

    @property
    def is_error(self) -> bool:
        """Whether this problem stops a build."""
        return self.severity is Severity.ERROR

    def named(self, check: str) -> Problem:
        """Return the same problem under the name of the check that found it."""
        return replace(self, check=check)
