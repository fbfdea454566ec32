"""A page with everything in place but the words: headings with their ids, boxes, lists, tables, links to facts.

The words of the original stand in comments, ``<!-- … -->``, for the translator to write over. One that is left is
refused as HTML by the check ``raw-html``, so that no reader meets the original's words in the middle of a translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from handbook.markup.blocks import (
    Block,
    Box,
    BulletList,
    Definition,
    DefinitionList,
    Divider,
    Figure,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Plain,
    Quotation,
    Row,
    Table,
    Term,
    TextBlock,
)
from handbook.markup.document import Document
from handbook.markup.inlines import Image
from handbook.markup.markdown_writer import write_markdown

_TASKS = {None: "", False: "[ ] ", True: "[x] "}


def skeleton_of(document: Document) -> str:
    """Return the Markdown of a page as it is written, with its words in comments."""
    return "\n\n".join(_block(block) for block in document.blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_comment(block)} {{#{block.id}}}"
        case Paragraph() | Plain():
            return _comment(block)
        case Figure():
            return _figure(block)
        case BulletList():
            return _list(block.items, ["- "] * len(block.items))
        case NumberedList():
            return _list(block.items, [f"{number}. " for number, _ in enumerate(block.items, block.start)])
        case DefinitionList():
            return "\n\n".join(_defined(block))
        case Table():
            return _table(block)
        case Quotation():
            return "\n".join(f"> {line}".rstrip() for line in _blocks(block.blocks).split("\n"))
        case Divider():
            return "---"
        case Box():
            title = f' "{_comment(block.title)}"' if block.title.text else ""
            return f"!!! {block.kind}{title}\n{_indented(_blocks(block.blocks))}"
    assert_never(block)


def _comment(block: TextBlock) -> str:
    """Return the words of a block in a comment; what is only filled in, or shown from elsewhere, stands as it is."""
    written = write_markdown(block.inlines, "")
    return f"<!-- {written} -->" if block.text else written


def _figure(figure: Figure) -> str:
    """Return an image; of a photograph the words stand in a comment."""
    image, written = figure.image, write_markdown([figure.image], "")
    if not isinstance(image, Image) or image.insertion or not image.alt:
        return written
    return written.replace(f"![{image.alt}]", f"![<!-- {image.alt} -->]", 1)


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n\n".join(_block(block) for block in blocks)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _list(items: Sequence[Item], marks: Sequence[str]) -> str:
    """Return a list; one of paragraphs has empty lines between its items."""
    apart = "\n\n" if any(isinstance(item.blocks[0], Paragraph) for item in items if item.blocks) else "\n"
    return apart.join(_item(item, mark) for item, mark in zip(items, marks, strict=True))


def _item(item: Item, mark: str) -> str:
    inside = ""
    for before, block in zip((None, *item.blocks), item.blocks, strict=False):
        is_close = isinstance(before, Plain) and isinstance(block, BulletList | NumberedList)
        inside += ("\n" if is_close else "\n\n") * (before is not None) + _block(block)
    return f"{mark}{_TASKS[item.done]}{_indented(inside).lstrip(' ')}"


def _defined(block: DefinitionList) -> Iterator[str]:
    """Yield each term, or terms, with its definitions."""
    terms: list[str] = []
    for part in block.parts:
        match part:
            case Term():
                terms.append(_comment(part))
            case Definition():
                inside = _indented(_blocks(part.blocks)).lstrip(" ")
                yield "\n".join((*terms, f":   {inside}"))
                terms = []


def _table(table: Table) -> str:
    ways = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}
    under = "|" + "|".join(ways[cell.align] for cell in table.head.cells) + "|"
    return "\n".join((_row(table.head), under, *(_row(row) for row in table.rows)))


def _row(row: Row) -> str:
    return f"| {' | '.join(_comment(cell) for cell in row.cells)} |"
