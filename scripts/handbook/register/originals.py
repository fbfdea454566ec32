"""A draft shows the original, marked as such, where a translation is behind it in a fact, a command or a warning.

Old words could do harm, and no words at all too. A release is refused instead; the check is `outdated-translation`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from handbook.diagnostics.problems import Location
from handbook.markup.blocks import Heading, TextBlock
from handbook.markup.document import with_blocks
from handbook.markup.inlines import (
    ClinicLink,
    Emphasis,
    FactLink,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
    walk_inlines,
)
from handbook.markup.replacing import replace_words
from handbook.register.filled_words import words_of
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.tracking.pieces import Piece
from handbook.tracking.states import Standing, State

_TextBlock = TypeVar("_TextBlock", bound=TextBlock)


def with_originals(handbook: Handbook) -> Handbook:
    """Return the handbook as a draft shows it; the very same where no block is behind in what matters."""
    pages = tuple(_page(page, handbook) for page in handbook.pages)
    return handbook if pages == handbook.pages else replace(handbook, pages=pages)


def _page(page: Page, handbook: Handbook) -> Page:
    original = handbook.page(page.path, handbook.source.code)
    slots = _slots(handbook.standings_on(page), handbook) if original is not None else {}
    if original is None or not slots:
        return page
    there = {block.location: block for block in original.document.texts}

    def change(block: _TextBlock) -> _TextBlock:
        if block.location not in slots:
            return block
        shown = (block if it is None else there.get(it.location, it) for it in slots[block.location])
        return _changed(block, list(shown), original, handbook)

    return replace(page, document=with_blocks(page.document, replace_words(page.document.blocks, change)))


def _slots(standings: Iterable[Standing], handbook: Handbook) -> dict[Location, list[TextBlock | None]]:
    """Return where other words are shown than those of the translation: blocks of the original, None for its own.

    A block that is behind has the original's, a row one for each cell; of a paragraph that was split the first part has
    it, and the others nothing. A paragraph that is missing and matters stands with its neighbour.
    """
    slots: dict[Location, list[TextBlock | None]] = {}
    last: dict[object, Location] = {}
    waiting: dict[object, list[TextBlock | None]] = {}
    for it in standings:
        if it.original is None:
            continue
        mine, theirs, run = _words(it.mine), _words((it.original,)), (it.original.section, it.original.frame)
        if it.state is State.FACT_BEHIND:
            slots |= {block.location: [] for block in mine}
            for block, other in zip(mine, theirs, strict=False):
                slots[block.location].append(other)
        elif it.is_lacking(handbook.source.advice):
            beside = slots.setdefault(last[run], [None]) if run in last else waiting.setdefault(run, [])
            beside += theirs
        if mine:
            last[run] = mine[0].location
            if run in waiting:
                slots[last[run]] = [*waiting.pop(run), *slots.get(last[run], [None])]
    return slots


def _words(pieces: Iterable[Piece]) -> list[TextBlock]:
    """Return the blocks of pieces, but no headings: contents and navigation name them, and know of one language."""
    return [block for piece in pieces for block in piece.blocks if not isinstance(block, Heading)]


def _changed(block: _TextBlock, shown: Sequence[TextBlock], page: Page, handbook: Handbook) -> _TextBlock:
    """Return a block with the words of others: its own, and those of the original page, filled in as they are there."""
    inlines: list[Inline] = []
    at = 0
    for other in shown:
        inlines += [LineBreak(block.location, at, at)] * (2 if inlines else 0)
        inlines += (_moved(it, at) for it in (block.inlines if other is block else _foreign(other, page, handbook)))
        at += len(other.text) + 1
    links = (it for it in walk_inlines(inlines) if isinstance(it, Link | FactLink | ClinicLink))
    images = tuple(image for other in shown for image in other.images)
    text, map = " ".join(other.text for other in shown), shown[0].map if shown else block.map
    return replace(block, inlines=tuple(inlines), text=text, map=map, links=tuple(links), images=images)


def _moved(inline: Inline, by: int) -> Inline:
    """Return an inline that stands further on in the text of its block."""
    moved = replace(inline, start=inline.start + by, end=inline.end + by)
    if isinstance(moved, Strong | Emphasis | Foreign | Link | FactLink | ClinicLink):
        return replace(moved, inside=tuple(_moved(it, by) for it in moved.inside))
    return moved


def _foreign(block: TextBlock, page: Page, handbook: Handbook) -> list[Inline]:
    inside = tuple(_filled(inline, page, handbook) for inline in block.inlines)
    return [Foreign(block.location, 0, len(block.text), page.text_language, inside)] if inside else []


def _filled(inline: Inline, page: Page, handbook: Handbook) -> Inline:
    """Return an inline in which the links to facts have the words that the original's readers get."""
    match inline:
        case Strong() | Emphasis() | Link():
            return replace(inline, inside=tuple(_filled(it, page, handbook) for it in inline.inside))
        case FactLink() if not inline.words:
            text = words_of(inline, page, handbook).text
            return replace(inline, words=text, inside=(Text(inline.location, inline.start, inline.end, text),))
    return inline
