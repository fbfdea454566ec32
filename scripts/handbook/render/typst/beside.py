"""Writes a text beside the same text in another language, block by block, so that two people can read it together.

A box is one box for both, with its title in both languages; the items of a list stand beside each other one by one.
Where a translation has other blocks than its original, all of one stand beside all of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.markup.blocks import Block, Box, BulletList, Heading, NumberedList
from handbook.render.typst.context import TypstContext
from handbook.render.typst.syntax import boolean, call, joined, literal, position
from handbook.render.typst.writer import box_title, is_short, kept_together, leads_on, write_blocks


@dataclass(frozen=True, slots=True)
class Side:
    """A text in one of the two languages."""

    code: str
    """Of the language."""
    blocks: Sequence[Block]
    context: TypstContext


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands beside each other."""

    own: Sequence[Block]
    its: Sequence[Block]
    leads: bool
    """Whether it stays with the row below."""


def write_beside(one: Side, other: Side) -> tuple[str, ...]:
    """Return the code of two texts, a row for each pair of blocks that say the same; titles of pages are left out."""
    return tuple(code for code, _ in _rows(one, other))


def _rows(one: Side, other: Side) -> Iterator[tuple[str, bool]]:
    """Yield the code of each row, and whether it stays with the row below."""
    for row in _pairs(_body(one.blocks), _body(other.blocks)):
        yield _row(row, one, other), row.leads


def _body(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if not (isinstance(block, Heading) and block.level == 1)]


def _pairs(own: Sequence[Block], its: Sequence[Block]) -> Iterator[_Row]:
    """Yield what stands beside each other, single blocks where both texts are built alike."""
    if [type(block) for block in own] != [type(block) for block in its]:
        yield _Row(own, its, leads_on(own[-1]))
        return
    for mine, yours in zip(own, its, strict=True):
        if _same_length(mine, yours):
            yield from _items_beside(mine, yours)
        else:
            yield _Row((mine,), (yours,), leads_on(mine))


def _items_beside(own: Block, its: Block) -> Iterator[_Row]:
    """Yield the items of two lists one by one; those of a short list stay together."""
    items = list(zip(_items(own), _items(its), strict=True))
    for number, (mine, yours) in enumerate(items, 1):
        yield _Row(mine, yours, is_short(own) and number < len(items))


def _same_length(own: Block, its: Block) -> bool:
    """Tell whether two blocks are lists with as many items."""
    lists = (BulletList, NumberedList)
    return isinstance(own, lists) and isinstance(its, lists) and len(own.items) == len(its.items)


def _items(block: Block) -> list[tuple[Block, ...]]:
    """Return a list as lists of one item each."""
    if isinstance(block, NumberedList):
        numbers = range(block.start, block.start + len(block.items))
        return [(replace(block, start=at, items=(item,)),) for at, item in zip(numbers, block.items, strict=True)]
    assert isinstance(block, BulletList)
    return [(replace(block, items=(item,)),) for item in block.items]


def _row(row: _Row, one: Side, other: Side) -> str:
    match (row.own, row.its):
        case ((Box() as mine,), (Box() as yours,)) if mine.kind == yours.kind:
            inside = kept_together(_rows(replace(one, blocks=mine.blocks), replace(other, blocks=yours.blocks)))
            place = "\n" + position(mine.location, one.context.file)
            titles = (box_title(mine, one.context), box_title(yours, other.context))
            return place + call("callout-beside", literal(mine.kind), literal(other.code), *titles, *inside)
    code = (joined(write_blocks(row.own, one.context)), joined(write_blocks(row.its, other.context)))
    return call("beside", literal(other.code), boolean(row.leads), *code)
