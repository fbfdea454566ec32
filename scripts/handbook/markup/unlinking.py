"""A document without its links to pages that are left out: the words stay, and a note behind them says why.

A link that leads nowhere leaves a reader alone, and one that is gone in silence hides that there was more to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from handbook.markup.blocks import (
    Block,
    Box,
    BulletList,
    Definition,
    DefinitionList,
    Item,
    NumberedList,
    Quotation,
    Row,
    Table,
    TextBlock,
    walk,
)
from handbook.markup.document import Document
from handbook.markup.inlines import Emphasis, Inline, Link, Strong, Text

IsLeftOut = Callable[[str], bool]
"""Tells of the target of a link whether it leads to a page that is left out."""

_TextBlock = TypeVar("_TextBlock", bound=TextBlock)
_Holder = TypeVar("_Holder", bound=Item | Definition | Quotation)


def unlinked(document: Document, is_left_out: IsLeftOut, note: str) -> Document:
    """Return a document in which ``note`` stands behind the words of each link that leads to a page left out.

    A document without such links is returned as it is.
    """
    if not any(is_left_out(link.target) for link in document.links):
        return document
    blocks = tuple(_block(block, is_left_out, note) for block in document.blocks)
    return replace(document, blocks=blocks, parts=tuple(walk(*blocks)))


def _block(block: Block, gone: IsLeftOut, note: str) -> Block:
    if isinstance(block, TextBlock):
        return _text(block, gone, note)
    match block:
        case BulletList() | NumberedList():
            return replace(block, items=tuple(_held(item, gone, note) for item in block.items))
        case DefinitionList():
            parts = (_held(p, gone, note) if isinstance(p, Definition) else _text(p, gone, note) for p in block.parts)
            return replace(block, parts=tuple(parts))
        case Table():
            rows = tuple(_row(row, gone, note) for row in block.rows)
            return replace(block, head=_row(block.head, gone, note), rows=rows)
        case Quotation():
            return _held(block, gone, note)
        case Box():
            inside = tuple(_block(inner, gone, note) for inner in block.blocks)
            return replace(block, title=_text(block.title, gone, note), blocks=inside)
    return block


def _held(part: _Holder, gone: IsLeftOut, note: str) -> _Holder:
    return replace(part, blocks=tuple(_block(block, gone, note) for block in part.blocks))


def _row(row: Row, gone: IsLeftOut, note: str) -> Row:
    return replace(row, cells=tuple(_text(cell, gone, note) for cell in row.cells))


def _text(block: _TextBlock, gone: IsLeftOut, note: str) -> _TextBlock:
    kept = tuple(link for link in block.links if not (isinstance(link, Link) and gone(link.target)))
    if len(kept) == len(block.links):
        return block
    return replace(block, inlines=_inlines(block.inlines, gone, note), links=kept)


def _inlines(inlines: Iterable[Inline], gone: IsLeftOut, note: str) -> tuple[Inline, ...]:
    return tuple(part for inline in inlines for part in _inline(inline, gone, note))


def _inline(inline: Inline, gone: IsLeftOut, note: str) -> tuple[Inline, ...]:
    match inline:
        case Link() if gone(inline.target):
            return (*inline.inside, Text(inline.location, inline.end, inline.end, f" {note}"))
        case Strong() | Emphasis():
            return (replace(inline, inside=_inlines(inline.inside, gone, note)),)
    return (inline,)
