"""Compares a printed book with what it must say: contents, chapters, sources, and how it was checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from handbook.language.languages import Language
from handbook.register.editions import Edition
from handbook.register.handbook import Handbook
from handbook.render.editions import file_name, title_of
from render.comparison.letters import Stream, Unit, differences, different_figures, joined, same, stream_of
from render.comparison.on_paper import chapters_of, checked_of, contents_of, foot_of, index_of, notes_of, sources_of
from render.comparison.paper import Printed, read_print
from render.comparison.sight import faults_of_sight
from render.comparison.wording import CALLS, detail
from render.comparison.wording import title_of as page_title

_LEADERS = re.compile(r"(?: ?\. ?){3,}")
"""The dots of the contents."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some sheets of a book that belong together, as far as the next part."""

    name: str
    head: str
    """What stands over each sheet."""
    units: Iterable[Unit]
    first: int
    """Sheet, counted from 0."""


def faults_of_book(handbook: Handbook, language: Language, file: Path) -> list[str]:
    """Return where a printed book does not say what it must, or says it so that nobody can see it."""
    printed = read_print(file)
    lines = [line for code in _codes(handbook, language) for line in _lines(handbook.language(code), handbook)]
    (edition,) = (each for each in handbook.editions if file_name(language.code, each.id) == file.name)
    return [*faults_of_text(handbook, language, edition, printed), *faults_of_sight(file, printed.figures, lines)]


def _codes(handbook: Handbook, language: Language) -> list[str]:
    """Return the languages that are in a book."""
    return list(dict.fromkeys((language.code, *(page.text_language for page in handbook.pages_in(language.code)))))


def _lines(language: Language, handbook: Handbook) -> list[str]:
    """Return what lines to write on are called."""
    details = (detail(name, language, handbook) for name in CALLS)
    return [language.word("common.blank"), *(filled.text for filled in details if filled.blank)]


def faults_of_text(handbook: Handbook, language: Language, edition: Edition, printed: Printed) -> list[str]:
    """Return where a book does not say what it must: the first difference of each part.

    What runs from the right is read in the order of place and not of reading; then only the letters of each block
    are compared, and not their order within it.
    """
    ordered = language.direction == "ltr"
    found: list[str] = []
    parts = [*_parts(handbook, language, edition, printed)]
    for part, end in zip(parts, (*(following.first for following in parts[1:]), len(printed.texts)), strict=True):
        if not (part.head or ordered):
            continue  # letters of the contents are lost among its dots
        sheets = range(part.first, end)
        where = f"{language.code} in print, {part.name}"
        read = []
        for sheet in sheets:
            text = printed.texts[sheet] if part.head else _LEADERS.sub(" ", printed.texts[sheet])
            foot = foot_of(handbook, language, sheet + 1, len(printed.texts), printed.places)
            inside, lost = _inside(stream_of(text), part.head, foot, ordered)
            read.append((sheet + 1, inside))
            found += [f"{where}, sheet {sheet + 1}: {it}" for it in lost]
        units = list(part.units)
        found += differences(where, units, joined(read), ordered)
        aloud = [figure.alt for figure in printed.figures if figure.sheet in sheets]
        found += different_figures(where, units, aloud)
    return found


def _parts(handbook: Handbook, language: Language, edition: Edition, printed: Printed) -> Iterator[_Part]:
    """Yield each part of a book after its cover."""
    last = {
        "notes": notes_of(handbook, language),
        "sources": sources_of(handbook, language),
        "checked": checked_of(handbook, language),
    }
    if edition.index:
        last["index"] = index_of(handbook, language, edition, printed)
    yield _Part("contents", "", contents_of(handbook, language, printed, list(last)), 1)
    chapters = [*_chapters(handbook, language, edition, printed)]
    whole = _head(title_of(edition, language, handbook), language)
    if edition.follow_on:  # several chapters on a sheet
        units = chain.from_iterable(chapter.units for chapter in chapters)
        chapters = [_Part("chapters", whole, units, chapters[0].first)]
    yield from chapters
    for name, units in last.items():
        yield _Part(name, whole if edition.follow_on else language.word(f"print.{name}"), units, printed.places[name])


def _chapters(handbook: Handbook, language: Language, edition: Edition, printed: Printed) -> Iterator[_Part]:
    before = ""
    for chapter in chapters_of(handbook, language, printed):
        page = chapter.page
        units = chapter.units(opens=page.section != before, follows_on=edition.follow_on)
        yield _Part(page.path, _head(page_title(page, handbook), language), units, printed.places[page.path])
        before = page.section


def _head(title: str, language: Language) -> str:
    """Return what stands over each sheet of a book that nobody has signed."""
    return f"{title} {language.word('print.draft')}"


def _inside(read: Stream, head: str, foot: str, ordered: bool) -> tuple[Stream, list[str]]:
    """Return what stands on a sheet between its head and foot, and which of them is not there."""
    over, under = stream_of(head).letters, stream_of(foot).letters
    first, last = len(over), len(read.letters) - len(under)
    lost = [] if same(over, read.letters[:first], ordered) else [f"the head must be: {head}"]
    lost += [] if same(under, read.letters[last:], ordered) else [f"the foot must be: {foot}"]
    return (read if lost else read.part(first, last)), lost
