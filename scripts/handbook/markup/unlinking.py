"""A document without its links to pages that are left out: the words stay, and a note behind them says why.

A link that leads nowhere leaves a reader alone, and one that is gone in silence hides that there was more to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from handbook.markup.blocks import TextBlock
from handbook.markup.document import Document, with_blocks
from handbook.markup.inlines import Emphasis, Foreign, Inline, Link, Strong, Text
from handbook.markup.replacing import replace_words

IsLeftOut = Callable[[str], bool]
"""Tells of the target of a link whether it leads to a page that is left out."""

_TextBlock = TypeVar("_TextBlock", bound=TextBlock)


def unlinked(document: Document, is_left_out: IsLeftOut, note: str) -> Document:
    """Return a document in which ``note`` stands behind the words of each link that leads to a page left out.

    A document without such links is returned as it is.
    """
    if not any(is_left_out(link.target) for link in document.links):
        return document

    def change(block: _TextBlock) -> _TextBlock:
        kept = tuple(link for link in block.links if not (isinstance(link, Link) and is_left_out(link.target)))
        if len(kept) == len(block.links):
            return block
        return replace(block, inlines=_inlines(block.inlines, is_left_out, note), links=kept)

    return with_blocks(document, replace_words(document.blocks, change))


def _inlines(inlines: Iterable[Inline], gone: IsLeftOut, note: str) -> tuple[Inline, ...]:
    return tuple(part for inline in inlines for part in _inline(inline, gone, note))


def _inline(inline: Inline, gone: IsLeftOut, note: str) -> tuple[Inline, ...]:
    match inline:
        case Link() if gone(inline.target):
            return (*inline.inside, Text(inline.location, inline.end, inline.end, f" {note}"))
        case Strong() | Emphasis() | Foreign():
            return (replace(inline, inside=_inlines(inline.inside, gone, note)),)
    return (inline,)
