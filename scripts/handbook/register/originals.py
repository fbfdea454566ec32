"""A draft shows the original, marked as such, where a translation is behind it in a fact, a command or a warning.

Old words could do harm, and no words at all too. A release is refused instead; the check is `outdated-translation`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from handbook.diagnostics.problems import Location
from handbook.markup.blocks import TextBlock
from handbook.markup.document import with_blocks
from handbook.markup.inlines import (
    AnyLink,
    ClinicLink,
    Emphasis,
    FactLink,
    Foreign,
    Inline,
    Link,
    Strong,
    Text,
    walk_inlines,
)
from handbook.markup.replacing import replace_words
from handbook.register.filled_words import words_of
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.translation.states import Standing, State

_TextBlock = TypeVar("_TextBlock", bound=TextBlock)


def with_originals(handbook: Handbook) -> Handbook:
    """Return the handbook as a draft shows it; the very same where no block is behind in what matters."""
    pages = tuple(_page(page, handbook) for page in handbook.pages)
    return handbook if pages == handbook.pages else replace(handbook, pages=pages)


def _page(page: Page, handbook: Handbook) -> Page:
    behind = [it for it in handbook.standings_on(page) if it.state is State.FACT_BEHIND]
    original = handbook.page(page.path, handbook.source.code)
    if original is None or not behind:
        return page
    there = {block.location: block for block in original.document.texts}
    instead = {place: block for it in behind for place, block in _instead(it, there)}

    def change(block: _TextBlock) -> _TextBlock:
        found = block.location in instead
        return _changed(block, instead[block.location], original, handbook) if found else block

    return replace(page, document=with_blocks(page.document, replace_words(page.document.blocks, change)))


def _instead(
    standing: Standing, there: Mapping[Location, TextBlock]
) -> Iterator[tuple[Location, TextBlock | None]]:
    """Yield where blocks of a translation stand, each with the original's that is shown in its place.

    A row has several. Of a paragraph that was split the first part gets it, and the others get nothing.
    """
    mine = [block for piece in standing.mine for block in piece.blocks]
    theirs = [there.get(it.location, it) for it in (standing.original.blocks if standing.original else ())]
    yield from ((block.location, other) for block, other in zip(mine, theirs, strict=False))
    yield from ((block.location, None) for block in mine[len(theirs) :])


def _changed(
    block: _TextBlock, original: TextBlock | None, page: Page, handbook: Handbook
) -> _TextBlock:
    """Return a block with the words of one of the original page, filled in as they are there."""
    if original is None:
        return replace(block, inlines=(), text="", links=(), images=())
    inside = tuple(_filled(inline, page, handbook) for inline in original.inlines)
    words = Foreign(original.location, 0, len(original.text), page.text_language, inside)
    return replace(
        block,
        inlines=(words,) if inside else (),
        text=original.text,
        map=original.map,
        links=tuple(_links(inside)),
        images=original.images,
    )


def _filled(inline: Inline, page: Page, handbook: Handbook) -> Inline:
    """Return an inline in which the links to facts have the words that the original's readers get."""
    match inline:
        case Strong() | Emphasis() | Link():
            return replace(inline, inside=tuple(_filled(it, page, handbook) for it in inline.inside))
        case FactLink() if not inline.words:
            text = words_of(inline, page, handbook).text
            return replace(inline, words=text, inside=(Text(inline.location, inline.start, inline.end, text),))
    return inline


def _links(inlines: Iterable[Inline]) -> Iterator[AnyLink]:
    return (inline for inline in walk_inlines(inlines) if isinstance(inline, Link | FactLink | ClinicLink))
