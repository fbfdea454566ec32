"""Reads docs/data/editions.yml. A project without it has one edition, the whole book on A4."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant, shortened
from handbook.diagnostics.yaml_reader import MappingReader, Value, data
from handbook.project import Project
from handbook.register.edition_contents import Contents, contents_of, names_like
from handbook.register.edition_days import days_of
from handbook.register.edition_keys import EDITION_FILE, EDITION_KEYS, KINDS
from handbook.register.editions import BOOK, FOLDED, FORMATS, LEAST, LEAST_LARGE, NAME, WHOLE, Edition, Held
from handbook.register.fact_reader import load_list

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SMALLER = 2.0
"""Points by which feet and marks are smaller than the text."""
_SIZES = (8, 40)
_NAMES = Message("name a page or a section of the navigation, or in a sheet page.md#id, passage:…, signs:… or dates:…")


def load_editions(project: Project, contents: Contents, problems: list[Problem]) -> tuple[Edition, ...]:
    """Load editions.yml; what it names that is not there is reported."""
    if not (project.data_folder / NAME).exists():
        return (WHOLE,)
    papers = sorted(file.stem for file in (project.root / FORMATS).glob("*.typ"))

    def read(entry: MappingReader) -> Edition:
        edition = _edition(entry, contents)
        problems.extend(_faults(entry, edition, papers))
        problems.extend(_faults_of_forms(entry, edition, project.codes))
        return edition

    return tuple(load_list(project, NAME, EDITION_FILE, EDITION_KEYS, read, problems).values())


def _edition(entry: MappingReader, contents: Contents) -> Edition:
    kind = entry.choice("kind", KINDS)
    size = float(entry.number("size") or LEAST)
    named = entry.items("holds", required=False)
    holds = tuple(held for item in named for held in _held(item, kind, contents, entry.problems))
    return Edition(
        entry.text("id"),
        kind,
        entry.text("paper"),
        size,
        float(entry.number("small") or max(LEAST, size - _SMALLER)),
        holds,
        entry.flag("sources"),
        entry.flag("two-sided"),
        entry.flag("large-print"),
        entry.flag("follow-on"),
        entry.text("beside", ""),
        entry.flag("review"),
        entry.flag("folded"),
        entry.flag("to-hang"),
        entry.value_location("id"),
        entry.flag("index"),
        int(entry.number("sides") or 0),
        days_of(entry, holds, contents),
    )


def _faults(entry: MappingReader, edition: Edition, papers: Sequence[str]) -> Iterator[Problem]:
    if edition.id and not _ID.fullmatch(edition.id):
        message = Message("the id {edition} cannot be a file's name", edition=shortened(edition.id))
        yield Problem(edition.location, message, Message("write it in small letters, with hyphens between its words"))
    if papers and edition.paper and edition.paper not in papers:
        message = Message("no paper is called {paper}", paper=shortened(edition.paper))
        yield Problem(entry.value_location("paper"), message, meant(edition.paper, papers))
    for key, points in (("size", edition.size), ("small", edition.small)):
        if key in entry and not _SIZES[0] <= points <= _SIZES[1]:
            message = Message("{key} is {points:g}, which are no points of letters", key=key, points=points)
            yield Problem(
                entry.value_location(key),
                message,
                Message("write a number from {low} to {high}", low=_SIZES[0], high=_SIZES[1]),
            )
    if edition.large_print and edition.size < LEAST_LARGE:
        message = Message("large print has at least {least:g} points, and this has {points:g}",
                          least=LEAST_LARGE, points=edition.size)  # fmt: skip
        hint = Message("write a larger size, or take large-print: out")
        yield Problem(entry.location("large-print"), message, hint)
    if edition.is_sheet and not edition.holds and not entry.items("holds", required=False):
        yield Problem(entry.location("holds"), Message("a sheet says what it holds"), Message("add holds: […]"))
    if edition.is_sheet and edition.sources:
        hint = Message("take sources: out; the sheet leads to its page on the site")
        yield Problem(entry.location("sources"), Message("a sheet has no room for sources"), hint)
    if edition.is_sheet and edition.index:
        yield Problem(entry.location("index"), Message("a sheet needs no index"), Message("take index: out"))
    if edition.is_sheet and edition.two_sided:
        yield Problem(entry.location("two-sided"), Message("a sheet is not bound"), Message("take two-sided: out"))
    for held in sorted({held.name for held in edition.holds if edition.holds.count(held) > 1}):
        yield Problem(
            entry.location("holds"), Message("{held} is in it more than once", held=held), Message("keep one of them")
        )


def _faults_of_forms(entry: MappingReader, edition: Edition, codes: Sequence[str]) -> Iterator[Problem]:
    if edition.beside and edition.beside not in codes:
        message = Message("no language has the code {code}", code=shortened(edition.beside))
        yield Problem(entry.value_location("beside"), message, meant(edition.beside, codes))
    if edition.beside and not edition.is_sheet:
        hint = Message("make it a sheet, or take beside: out")
        yield Problem(entry.location("beside"), Message("only in a sheet two languages stand beside each other"), hint)
    if edition.review and (edition.is_sheet or edition.sources):
        hint = Message("make it a book without sources, or take review: out")
        yield Problem(
            entry.location("review"), Message("a book for review says beside each statement what it rests on"), hint
        )
    if "sides" in entry and not (edition.is_sheet and edition.sides >= 1):
        hint = Message("write how many sides of paper a sheet may take, as 2, or take sides: out")
        yield Problem(entry.location("sides"), Message("only a sheet is made to fit, on one side or more"), hint)
    if edition.to_hang and not edition.is_sheet:
        hint = Message("make it a sheet, or take to-hang: out")
        yield Problem(entry.location("to-hang"), Message("only a sheet is hung up"), hint)
    if edition.folded and (edition.is_sheet or edition.paper != FOLDED):
        hint = Message("make it a book on {folded}, or take folded: out", folded=FOLDED)
        yield Problem(
            entry.location("folded"), Message("only a book on {folded} can be folded from A4", folded=FOLDED), hint
        )


def _held(item: Value, kind: str, contents: Contents, problems: list[Problem]) -> Iterator[Held]:
    """Yield what one line of ``holds`` means; a name that nothing has is reported."""
    text = str(data(item) or "")
    found = contents_of(text, contents)
    if found is None:
        message = Message("{text} is no page, section, passage, list of signs or timeline", text=shortened(text))
        problems.append(Problem(item.location, message, meant(text, names_like(text, contents), _NAMES)))
    elif kind == BOOK and any(held.kind != "page" or held.section for held in found):
        hint = Message("name a page, or make it a sheet")
        problems.append(Problem(item.location, Message("a book has whole pages, and {text} is none", text=text), hint))
    else:
        yield from found
