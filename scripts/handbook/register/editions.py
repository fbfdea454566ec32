"""What is printed of the handbook: books and sheets. edition_reader.py reads them from docs/data/editions.yml."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.diagnostics.problems import Location
from handbook.register.edition_keys import KINDS

NAME = "editions.yml"
FORMATS = "overrides/pdf/formats"
"""A file for each kind of paper, within the project."""

FOLDED = "a5"
"""The paper of which two pages make a sheet of A4."""

BOOK, SHEET = KINDS
PAGE, DATES = "page", "dates"
"""Kinds of what an edition holds; others are ``passage`` and ``signs``."""
SECTION = "editions"
"""Under which the interface has the title of each edition, and whom it is for."""

LEAST = 12.0
"""Points: nothing that patients read is smaller."""
LEAST_LARGE = 16.0
"""Points: what is called large print is no smaller."""


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that an edition holds."""

    kind: str
    """``page``, ``passage``, ``signs`` or ``dates``."""
    name: str
    section: str = ""
    """Of a page the id of a heading, of dates the words of a panel; empty where all of it is meant."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A printed form of the handbook."""

    id: str
    kind: str
    paper: str
    size: float
    """In points."""
    small: float
    holds: tuple[Held, ...]
    """Nothing where it is every page."""
    sources: bool = False
    two_sided: bool = False
    large_print: bool = False
    follow_on: bool = False
    beside: str = ""
    """The code of a second language, whose words stand beside those of the first."""
    review: bool = False
    """Whether each statement has beside it what it rests on, and each page a place to sign."""
    folded: bool = False
    """Whether its pages are put two on a sheet."""
    to_hang: bool = False
    """Whether the clinic's numbers stand large at its head."""
    location: Location = field(default_factory=lambda: Location(f"docs/data/{NAME}"))
    index: bool = False
    """Whether it ends with what readers look for, from A to Z, and its pages."""
    sides: int = 0
    """How many sides of paper it may take, set closer and smaller if need be; 0 where nobody has said."""
    days: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By the ids of headings the days after the procedure that they are about."""
    day: datetime.date | None = None
    """The day of the reader's procedure, for an edition with dates."""
    languages: tuple[str, ...] = ()
    """The codes of those it is printed in now; none where it is each that the handbook has."""

    @property
    def has_dates(self) -> bool:
        """Whether a reader can have it with dates counted from the day of the procedure."""
        return bool(self.days) or any(held.kind == DATES for held in self.holds)

    @property
    def is_sheet(self) -> bool:
        """Whether it has neither a cover nor chapters."""
        return self.kind == SHEET


WHOLE = Edition("a4", BOOK, "a4", 14, LEAST, (), sources=True, index=True)
"""What is printed where nobody has said what: every page, on A4."""


def whole_page(path: str) -> Edition:
    """Return the sheet that has one page of the handbook and nothing else."""
    name = path.removesuffix(".md").replace("/", "-")
    return Edition(name, SHEET, "a4", 14, LEAST, (Held(PAGE, path),))
