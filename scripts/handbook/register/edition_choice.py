"""Which editions are to be printed now: those that were asked for by name, single pages, and with whose dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.register.editions import DATES, NAME, Edition, whole_page
from handbook.register.handbook import Handbook

_PLACE = Location(f"docs/data/{NAME}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed: each text is a name, or a list parted by commas. None is every edition."""

    editions: tuple[str, ...] = ()
    """Ids."""
    pages: tuple[str, ...] = ()
    """Paths of pages, each to be a sheet of its own."""
    day: datetime.date | None = None
    """The day of a reader's procedure; without names, every edition with dates is meant."""

    def __bool__(self) -> bool:
        """Tell whether anything was asked for."""
        return bool(self.editions or self.pages or self.day)


ALL = Wanted()
"""Every edition, without anybody's dates."""


def choose(handbook: Handbook, wanted: Wanted) -> tuple[Handbook, list[Problem]]:
    """Return the handbook with the editions that are asked for alone, and what was asked for that is not there."""
    if not wanted:
        return handbook, []
    problems = list(_unknown(handbook, wanted))
    names, pages = _names(wanted.editions), _names(wanted.pages)
    chosen = [edition for edition in handbook.editions if edition.id in names]
    chosen += [whole_page(path) for path in pages]
    if wanted.day is None:
        return replace(handbook, editions=tuple(chosen)), problems
    dated = [edition for edition in (chosen if names or pages else handbook.editions) if _has_dates(edition)]
    if not (dated or problems):
        known = ", ".join(edition.id for edition in handbook.editions if _has_dates(edition))
        hint = (
            Message("name one with dates: {known}", known=known)
            if known
            else Message("add dates:… to what an edition holds")
        )
        problems.append(
            Problem(_PLACE, Message("--procedure-date is given, and no edition that is asked for has dates"), hint)
        )
    return replace(handbook, editions=tuple(replace(edition, day=wanted.day) for edition in dated)), problems


def _unknown(handbook: Handbook, wanted: Wanted) -> Iterator[Problem]:
    ids = [edition.id for edition in handbook.editions]
    paths = [entry.path for entry in handbook.project.nav]
    for name in _names(wanted.editions):
        if name not in ids:
            yield Problem(
                _PLACE, Message("--edition names {name}, which is none of the editions", name=name), meant(name, ids)
            )
    for name in _names(wanted.pages):
        if name not in paths:
            yield Problem(
                Location("mkdocs.yml"),
                Message("--chapter names {name}, which is no page", name=name),
                meant(name, paths),
            )


def _names(texts: Iterable[str]) -> list[str]:
    return [name.strip() for text in texts for name in text.split(",") if name.strip()]


def _has_dates(edition: Edition) -> bool:
    return any(held.kind == DATES for held in edition.holds)
