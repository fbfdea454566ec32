"""The pages as the search finds them: cut at their headings, with the words of every reference filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.markup.blocks import Block, BulletList, Cell, Heading, TextBlock, walk
from handbook.markup.inlines import Blank, ClinicLink, FactLink
from handbook.register.filled_words import filled_words
from handbook.register.handbook import Handbook
from handbook.register.pages import HOME, Page

_STOPS = ".:;?!؟؛۔।。？！"
"""What ends a sentence or a part of it, in the scripts that are likely."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, up to the next heading."""

    id: str
    level: int
    heading: str
    text: str
    is_list: bool
    """Whether it names what other sections answer, or is to be filled in: it comes after those."""


def sections_of(page: Page, handbook: Handbook) -> tuple[Section, ...]:
    """Return a page cut at its headings."""
    parts: list[tuple[Heading, list[Block]]] = []
    for block in page.document.blocks:
        if isinstance(block, Heading):
            parts.append((block, []))
        elif parts:
            parts[-1][1].append(block)
    return tuple(_section(heading, blocks, page, handbook) for heading, blocks in parts)


def _section(heading: Heading, blocks: list[Block], page: Page, handbook: Handbook) -> Section:
    texts = (_joined("\n\n".join(_texts(block, page, handbook))) for block in blocks)
    text = _joined("\n\n".join(text for text in texts if text))
    is_list = page.path == HOME or _is_list(blocks)
    heading_words = _joined(filled_words(heading.inlines, page, handbook))
    return Section(heading.id, heading.level, heading_words, text, is_list)


def _joined(text: str) -> str:
    """Put blocks in a row, with a dot between items and cells that end without a stop."""
    blocks = [" ".join(block.split()) for block in text.split("\n\n")]
    return " ".join(block if block[-1] in _STOPS else f"{block} ·" for block in blocks if block).removesuffix(" ·")


def _texts(block: Block, page: Page, handbook: Handbook) -> Iterator[str]:
    """Yield the words of each text block; the same few words over every table find nothing, so they are left out."""
    for part in walk(block):
        if isinstance(part, TextBlock) and not (isinstance(part, Cell) and part.is_head):
            yield filled_words(part.inlines, page, handbook)


def _is_list(blocks: list[Block]) -> bool:
    """Tell whether blocks are to be ticked or filled in, or are for the most part links to other pages."""
    parts = [part for block in blocks for part in walk(block)]
    if any(item.done is not None for part in parts if isinstance(part, BulletList) for item in part.items):
        return True
    texts = [part for part in parts if isinstance(part, TextBlock)]
    if any(isinstance(inline, Blank) for text in texts for inline in text.inlines):
        return True
    links = [link for text in texts for link in text.links if not isinstance(link, FactLink | ClinicLink)]
    return 2 * sum(len(link.words) for link in links) > sum(len(text.text) for text in texts)
