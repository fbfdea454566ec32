"""What a handbook is checked for, and how much each kind of problem matters then."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from handbook.diagnostics.problems import Severity


class Mode(Enum):
    """What the handbook is wanted for."""

    DRAFT = "draft"
    """A marked draft, which must still be buildable from an untouched copy in years to come."""
    CHECK = "check"
    """``handbook check``, as on each change that is proposed."""
    RELEASE = "release"
    """What patients are handed."""


Levels = Mapping[Mode, Severity | None]
"""The most serious level of a check's problems in a mode; None where it is not run at all."""

RELEASE_ONLY: Levels = {Mode.DRAFT: None, Mode.CHECK: None}
