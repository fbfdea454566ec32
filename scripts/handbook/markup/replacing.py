"""Blocks with other words, or with other blocks in the place of an image; all else stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol, TypeAlias, TypeVar

from handbook.markup.blocks import (
    Block,
    Box,
    BulletList,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Plain,
    Quotation,
    Row,
    Table,
    TextBlock,
)
from handbook.markup.inlines import Image

_TextBlock = TypeVar("_TextBlock", bound=TextBlock)
_Holder = TypeVar("_Holder", bound=Item | Definition | Quotation)
_List = TypeVar("_List", bound=BulletList | NumberedList)


class ChangeWords(Protocol):
    """Returns a piece of running text with other words; it stays of its kind."""

    def __call__(self, block: _TextBlock, /) -> _TextBlock:
        """Return the block with other words."""


Stead: TypeAlias = Callable[[Image, tuple[str, ...], str], "tuple[Block, ...] | None"]
"""Returns what stands in the place of an image, or None where it stays; it is told what the image stands in, outermost
first, and the id of the heading above it."""


def replace_words(blocks: Iterable[Block], change: ChangeWords, section: str = "") -> tuple[Block, ...]:
    """Return blocks in which ``change`` has been asked for every piece of running text.

    A table that has no heading above it gets the one with the id ``section``. A paragraph left without words is gone.
    """
    changed = (_changed(block, change, section) for block in blocks)
    return tuple(block for block in changed if not isinstance(block, Paragraph | Plain) or block.inlines)


def alone_in(block: Block) -> Image | None:
    """Return the image of a file that is all there is in a block."""
    if isinstance(block, Figure):
        return block.image if isinstance(block.image, Image) else None
    only = block.inlines[0] if isinstance(block, Plain) and len(block.inlines) == 1 else None
    return only if isinstance(only, Image) else None


def replace_images(blocks: Iterable[Block], stead: Stead) -> tuple[Block, ...]:
    """Return blocks in which others stand in the place of each image that is alone in its block."""
    return _replaced(blocks, stead, (), [""])


def _changed(block: Block, change: ChangeWords, section: str) -> Block:
    if isinstance(block, TextBlock):
        return change(block)
    match block:
        case BulletList() | NumberedList():
            return replace(block, items=tuple(_held(item, change, section) for item in block.items))
        case DefinitionList():
            parts = (_held(p, change, section) if isinstance(p, Definition) else change(p) for p in block.parts)
            return replace(block, parts=tuple(parts))
        case Table():
            head, rows = _row(block.head, change), tuple(_row(row, change) for row in block.rows)
            return replace(block, head=head, rows=rows, section=block.section or section)
        case Quotation():
            return _held(block, change, section)
        case Box():
            return replace(block, title=change(block.title), blocks=replace_words(block.blocks, change, section))
    return block


def _held(part: _Holder, change: ChangeWords, section: str) -> _Holder:
    return replace(part, blocks=replace_words(part.blocks, change, section))


def _row(row: Row, change: ChangeWords) -> Row:
    return replace(row, cells=tuple(change(cell) for cell in row.cells))


def _replaced(
    blocks: Iterable[Block], stead: Stead, within: tuple[str, ...], section: list[str]
) -> tuple[Block, ...]:
    """Replace images; ``section`` has the id of the last heading that was passed."""
    found: list[Block] = []
    for block in blocks:
        image = alone_in(block)
        put_in = stead(image, within, section[0]) if image is not None else None
        found += [_inside(block, stead, within, section)] if put_in is None else put_in
    return tuple(found)


def _inside(block: Block, stead: Stead, within: tuple[str, ...], section: list[str]) -> Block:
    match block:
        case Heading():
            section[0] = block.id
        case BulletList() | NumberedList():
            return _list(block, stead, (*within, "list"), section)
        case DefinitionList():
            inside = (*within, "definitions")
            parts = (_holder(p, stead, inside, section) if isinstance(p, Definition) else p for p in block.parts)
            return replace(block, parts=tuple(parts))
        case Quotation():
            return _holder(block, stead, (*within, "quotation"), section)
        case Box():
            return replace(block, blocks=_replaced(block.blocks, stead, (*within, block.kind), section))
    return block


def _list(block: _List, stead: Stead, within: tuple[str, ...], section: list[str]) -> _List:
    return replace(block, items=tuple(_holder(item, stead, within, section) for item in block.items))


def _holder(part: _Holder, stead: Stead, within: tuple[str, ...], section: list[str]) -> _Holder:
    return replace(part, blocks=_replaced(part.blocks, stead, within, section))
