"""Whether each piece of a page stands in the source where the parser took it to stand.

The parser goes by indentation in steps of four and is lenient about what lies between: a paragraph indented by two
leaves its item, an item indented by two leaves its inner list. So the column of each piece is compared with that of
what it was read as a part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import (
    Block,
    Box,
    BulletList,
    Definition,
    DefinitionList,
    Figure,
    NumberedList,
    Part,
    Quotation,
    Term,
    TextBlock,
    walk,
)
from handbook.markup.document import Document

_STEP = 4
_HOLDERS = {
    BulletList: Message("list"),
    NumberedList: Message("list"),
    DefinitionList: Message("list of definitions"),
    Box: Message("box"),
}


def wrong_indents(document: Document) -> Iterator[Problem]:
    """Yield a problem for each block and item that is read as part of something else than its column says."""
    yield from _Frame(document.path, document.source.split("\n")).blocks(document.blocks)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What some blocks stand in."""

    path: str
    lines: Sequence[str]
    column: int = 0
    """How far they should be indented,"""
    quotes: int = 0
    """behind so many signs of quotations."""
    opening: int = 0
    """The line that begins what they stand in; the first of them may stand there too, behind its mark."""

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Problem]:
        """Yield what is wrong with some blocks and all that stands in them."""
        for block, above in zip(blocks, (None, *blocks), strict=False):
            line = _first_line(block)
            if line and line != self.opening and not isinstance(block, BulletList | NumberedList):
                yield from self._block(line, above)
            yield from self._inside(block, line or 0)

    def _inside(self, block: Block, line: int) -> Iterator[Problem]:
        match block:
            case BulletList() | NumberedList():
                for item in block.items:
                    first = _first_line(item) or 0
                    if first and first != self.opening:
                        yield from self._item(first)
                    yield from self._within(first).blocks(item.blocks)
            case DefinitionList():
                for part in block.parts:
                    yield from self._part(part)
            case Quotation():
                inside = replace(self, column=0, quotes=self.quotes + 1, opening=0)
                yield from inside.blocks(block.blocks)
            case Box():
                yield from self._within(line).blocks(block.blocks)

    def _part(self, part: Term | Definition) -> Iterator[Problem]:
        if isinstance(part, Definition):
            yield from self._within(_first_line(part) or 0).blocks(part.blocks)

    def _within(self, opening: int) -> _Frame:
        return replace(self, column=self.column + _STEP, opening=opening)

    def _item(self, line: int) -> Iterator[Problem]:
        indent = self._indent(line)
        if indent % _STEP or indent > self.column:
            message = Message(
                "the item is indented by {indent}, which does not say to which list it belongs", indent=indent
            )
            yield Problem(self._place(line, indent), message, Message("indent by {step} for each level", step=_STEP))
        elif indent < self.column:
            yield self._swallowed(line, indent)

    def _block(self, line: int, above: Block | None) -> Iterator[Problem]:
        indent = self._indent(line)
        holder = _HOLDERS.get(type(above))
        if indent < self.column:
            yield self._swallowed(line, indent)
        elif indent > self.column and holder:
            message = Message(
                "this is indented by {indent}, and is not read as part of the {holder} above it",
                indent=indent,
                holder=holder,
            )
            yield Problem(
                self._place(line, indent),
                message,
                Message("indent by {step} for each level what belongs to it", step=_STEP),
            )
        elif indent >= self.column + _STEP:
            message = Message("this is indented by {indent}, and belongs to nothing above it", indent=indent)
            hint = (
                Message("indent it by {column}", column=self.column)
                if self.column
                else Message("take away the spaces before it")
            )
            yield Problem(self._place(line, indent), message, hint)

    def _swallowed(self, line: int, indent: int) -> Problem:
        message = Message("this is read as part of what is indented above it")
        return Problem(self._place(line, indent), message, Message("put an empty line before it"))

    def _indent(self, line: int) -> int:
        words = re.sub(rf"^(?:[ ]*>){{{self.quotes}}}[ ]?" if self.quotes else "^", "", self.lines[line - 1])
        words = words.expandtabs(_STEP)
        return len(words) - len(words.lstrip())

    def _place(self, line: int, indent: int) -> Location:
        text = self.lines[line - 1]
        start = len(text) - len(text.lstrip(" >"))
        return Location(self.path, line, max(1, start - indent + 1), max(1, indent))


def _first_line(part: Part) -> int | None:
    """Return the line on which a part begins; None where it has no words to tell."""
    for inner in walk(part):
        if isinstance(inner, TextBlock) and inner.inlines:
            return (inner.locate(0, 1) if inner.text else inner.inlines[0].location).line
        if isinstance(inner, Figure | Box):
            return inner.location.line if isinstance(inner, Box) else inner.image.location.line
    return None
