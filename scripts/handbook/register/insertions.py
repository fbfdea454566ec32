"""What is written once and shown on several pages is put into each of them: passages, and lists of warning signs.

A page names it alone in a paragraph, ``![](passage:reach-us)``. Its blocks stand in the page's tree from then on, each
with the place in the file it was written in, so that checks and outputs read one page and need not know of it. What
cannot be shown leaves nothing; the check ``unknown-passage`` tells why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias, TypeVar

from handbook.markup.blocks import Block, TextBlock
from handbook.markup.document import Document, with_blocks
from handbook.markup.inlines import Emphasis, Image, Inline, Link, Strong
from handbook.markup.replacing import replace_images, replace_words
from handbook.markup.targets import file_at, way_to
from handbook.register.pages import Page

Found: TypeAlias = tuple[tuple[Block, ...], str]
"""Blocks, and the path of the page that their links start from."""

Find: TypeAlias = Callable[[str, str, str], "Found | None"]
"""Returns what is to be put in, given by scheme, name and language."""

_TextBlock = TypeVar("_TextBlock", bound=TextBlock)


def insertions_of(document: Document) -> list[Image]:
    """Return what a page as it is written shows from elsewhere, in reading order."""
    return [image for image in document.images if isinstance(image, Image) and image.insertion]


def put_in(page: Page, find: Find) -> Page:
    """Return a page with the blocks of everything that it shows from elsewhere, each the first time it is named."""
    if not insertions_of(page.written):
        return page
    seen: set[tuple[str, str]] = set()

    def stead(image: Image, within: tuple[str, ...], section: str) -> tuple[Block, ...] | None:
        if image.insertion is None:
            return None
        found = None if image.insertion in seen else find(*image.insertion, page.language)
        seen.add(image.insertion)
        return _adopted(*found, page.path, within, section) if found else ()

    return replace(page, document=with_blocks(page.written, replace_images(page.written.blocks, stead)))


def _adopted(
    blocks: tuple[Block, ...], base: str, path: str, within: tuple[str, ...], section: str
) -> tuple[Block, ...]:
    """Return blocks as they stand on the page at ``path``, inside ``within``; their links start from ``base``."""

    def change(block: _TextBlock) -> _TextBlock:
        led = {id(link): _led(link, base, path) for link in block.links if isinstance(link, Link)}
        inlines = _inlines(block.inlines, led) if led else block.inlines
        links = tuple(led.get(id(link), link) for link in block.links)
        return replace(block, within=(*within, *block.within), inlines=inlines, links=links)

    return replace_words(blocks, change, section)


def _inlines(inlines: Iterable[Inline], led: dict[int, Link]) -> tuple[Inline, ...]:
    return tuple(
        replace(inline, inside=_inlines(inline.inside, led))
        if isinstance(inline, Strong | Emphasis)
        else led.get(id(inline), inline)
        for inline in inlines
    )


def _led(link: Link, base: str, path: str) -> Link:
    """Return a link that leads from the page at ``path`` to where it leads from the one at ``base``."""
    way, mark, anchor = link.target.partition("#")
    if not way.strip() or ":" in way or way.startswith(("/", "\\")):
        return link
    return replace(link, target=way_to(file_at(way, base), path) + mark + anchor)
