"""What a translator is told: what is wrong with a translation, and what has changed in its original.

A report is about one language, and in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.document import Document
from handbook.markup.inlines import FactLink
from handbook.register.handbook import Handbook
from handbook.tracking.pieces import Piece
from handbook.tracking.states import BEHIND, Standing, State
from handbook.tracking.word_changes import change_of

_DATA = re.compile(r"docs/data/(?:translations/(?P<ledger>[^/]+)/.+|[a-z]+/(?P<file>[^/]+))\.yml")

_OF_CHANGES = "outdated-translation"
"""The check that tells what has changed in the original."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong."""

    problem: Problem
    original: Piece | None
    """What it should agree with, where that is known."""


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed in the original of a block since it was translated."""

    words: str
    """The original with what was taken out and put in, word by word."""
    mine: Piece


@dataclass(frozen=True, slots=True)
class Parity:
    """How many there are of what both texts must have."""

    here: int
    there: int


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of a translation, or of the original alone."""

    language: str
    """Its name, in the language itself."""
    findings: tuple[Finding, ...]
    """What stands in files of the translation, errors first."""
    changes: tuple[Change, ...]
    parities: tuple[Parity, ...]
    """Headings, facts, links and tables of the pages, in this order."""
    missing: int
    """Blocks that nobody has translated,"""
    unrecorded: int
    """that are translated and not recorded,"""
    unread: int
    """and that nobody but the translator has read although they hold a fact, a command or a warning."""
    pages: tuple[str, ...]
    """What is to be recorded, as ``handbook translate done`` takes it."""


def translation_of(path: str, handbook: Handbook) -> str:
    """Return the language of the translation that a file belongs to, or the empty text."""
    code = named_in(path)
    return code if code in handbook.project.codes[1:] else ""


def named_in(path: str) -> str:
    """Return what stands in a file's path where that of a language has its code."""
    data = _DATA.fullmatch(path)
    return (data["ledger"] or data["file"]) if data else path.removeprefix("docs/").partition("/")[0]


def make_report(code: str, problems: Iterable[Problem], handbook: Handbook, changed: Collection[str] = ()) -> Report:
    """Make the report on a language; ``changed`` has the files of a change where only that is looked at."""
    standings = {
        page: its
        for (language, page), its in handbook.standings.items()
        if language == code and (not changed or any(path in changed for path in _files(its)))
    }
    every = [standing for its in standings.values() for standing in its]
    behind = [standing for standing in every if standing.state in BEHIND]
    found = sorted(_without(problems, behind), key=_order)
    words = handbook.source.advice
    return Report(
        handbook.language(code).name,
        tuple(_finding(problem, every) for problem in found),
        tuple(Change(change_of(it), it.mine[0]) for it in behind),
        tuple(_parities(standings, code, handbook)),
        sum(it.state is State.MISSING for it in every),
        sum(it.state is State.UNRECORDED for it in every),
        sum(it.needs_reader(words) for it in every),
        tuple(f"{code}/{page}" for page, its in standings.items() if any(_is_open(it) for it in its)),
    )


def _files(standings: Iterable[Standing]) -> Iterator[str]:
    return (piece.place.path for standing in standings for piece in standing.mine)


def _without(problems: Iterable[Problem], behind: Iterable[Standing]) -> Iterator[Problem]:
    """Yield the problems but for those that the report tells as a change, with more words."""
    places = {standing.mine[0].place for standing in behind}
    for problem in problems:
        if problem.is_error or problem.check != _OF_CHANGES or problem.location not in places:
            yield problem


def _is_open(standing: Standing) -> bool:
    return standing.state is State.UNRECORDED or standing.state in BEHIND


def _order(problem: Problem) -> tuple[bool, Location]:
    return not problem.is_error, problem.location


def _finding(problem: Problem, standings: Iterable[Standing]) -> Finding:
    """Return a problem with the original of the block that it stands in: the last that begins above it."""
    place = problem.location
    above = [
        (piece.place, standing.original)
        for standing in standings
        for piece in standing.mine
        if piece.place.path == place.path and piece.place.line <= place.line
    ]
    is_of_file = place == Location(place.path)
    original = max(above, key=lambda pair: pair[0])[1] if above and not is_of_file else None
    return Finding(problem, original)


def _parities(pages: Collection[str], code: str, handbook: Handbook) -> Iterator[Parity]:
    """Count in the pages that are there in both languages what they must have in common."""
    pairs = [
        (page.written, original.written)
        for page in handbook.pages
        if page.language == code and page.path in pages and (original := handbook.page(page.path, handbook.source.code))
    ]
    counted = [(_counts(mine), _counts(theirs)) for mine, theirs in pairs]
    for at in range(4) if counted else ():
        yield Parity(sum(mine[at] for mine, _ in counted), sum(theirs[at] for _, theirs in counted))


def _counts(document: Document) -> tuple[int, int, int, int]:
    facts = sum(isinstance(reference, FactLink) for reference in document.references)
    return len(document.headings), facts, len(document.links), len(document.tables)
