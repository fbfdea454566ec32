"""What a page is made of: a closed set of frozen blocks, each with its place in the source.

Blocks stand under one another. Those that hold words directly are text blocks; what may stand in the words is in
``inlines.py``. Every stage reads the blocks with ``match``, so that the type checker finds one that forgets a kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from handbook.diagnostics.problems import Location
from handbook.markup.inlines import AnyImage, AnyLink, Inline, Node
from handbook.markup.source_map import SourceMap


@dataclass(frozen=True, slots=True, eq=False)
class _TextBlock(Node):
    """A piece of running text."""

    inlines: tuple[Inline, ...]
    text: str
    """All its words in a row, every white space as a space."""
    map: SourceMap
    within: tuple[str, ...]
    """What it stands in, outermost first: the kind of a box, ``list``, ``table``, ``quotation``, ``definitions``."""
    links: tuple[AnyLink, ...]
    """All links in it, in order."""
    images: tuple[AnyImage, ...]

    def locate(self, start: int, end: int) -> Location:
        """Return the place in the file of ``text[start:end]``."""
        return self.map.locate(start, end)

    @property
    def is_label(self) -> bool:
        """Whether it names what stands under it or beside it, and says nothing itself."""
        return isinstance(self, (Heading, Term, BoxTitle)) or (isinstance(self, Cell) and self.is_head)


@dataclass(frozen=True, slots=True, eq=False)
class Heading(_TextBlock):
    """A heading; the one of level 1 is the page's title."""

    level: int
    id: str
    """What links name it by; empty where the author forgot it."""


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph(_TextBlock):
    """A paragraph."""


@dataclass(frozen=True, slots=True, eq=False)
class Plain(_TextBlock):
    """Words that stand directly in an item, a definition or a quotation, without a paragraph of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class Cell(_TextBlock):
    """A cell of a table."""

    align: str
    """``left``, ``center`` or ``right``, or empty where the author says nothing."""
    is_head: bool


@dataclass(frozen=True, slots=True, eq=False)
class Term(_TextBlock):
    """A word that a definition explains."""

    id: str
    """What links name it by; empty where nothing leads to it."""


@dataclass(frozen=True, slots=True, eq=False)
class BoxTitle(_TextBlock):
    """The title of a box; without words where each language's own title for the kind of box is meant."""


@dataclass(frozen=True, slots=True, eq=False)
class Figure(Node):
    """An image that is all there is in its paragraph."""

    image: AnyImage


@dataclass(frozen=True, slots=True, eq=False)
class Item(Node):
    """An item of a list."""

    blocks: tuple[Block, ...]
    done: bool | None
    """Whether a task is ticked; None where the item is no task."""


@dataclass(frozen=True, slots=True, eq=False)
class BulletList(Node):
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NumberedList(Node):
    """A list whose items are counted."""

    items: tuple[Item, ...]
    start: int


@dataclass(frozen=True, slots=True, eq=False)
class Definition(Node):
    """What is said of a term."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DefinitionList(Node):
    """Terms, each followed by its definitions."""

    parts: tuple[Term | Definition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Row(Node):
    """A row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table(Node):
    """A table with one row as its head."""

    head: Row
    rows: tuple[Row, ...]
    section: str
    """The id of the heading above it."""


@dataclass(frozen=True, slots=True, eq=False)
class Quotation(Node):
    """What somebody else says."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Divider(Node):
    """A line across."""


@dataclass(frozen=True, slots=True, eq=False)
class Box(Node):
    """A coloured frame, ``!!! call-now``."""

    kind: str
    title: BoxTitle
    blocks: tuple[Block, ...]


TextBlock: TypeAlias = Heading | Paragraph | Plain | Cell | Term | BoxTitle
"""The blocks that hold words."""

Block: TypeAlias = (
    Heading
    | Paragraph
    | Plain
    | Figure
    | BulletList
    | NumberedList
    | DefinitionList
    | Table
    | Quotation
    | Divider
    | Box
)
"""What may stand on a page, in a box, an item, a definition or a quotation."""

Part: TypeAlias = Block | Item | Definition | Row | Cell | Term | BoxTitle
"""Everything that a walk over the blocks meets."""


def walk(*parts: Part) -> Iterator[Part]:
    """Yield parts of a page and all that stands in them, each before what it holds, in reading order."""
    for part in parts:
        yield part
        yield from walk(*held(part))


def held(part: Part) -> tuple[Part, ...]:
    """Return what stands directly in a part of a page, in reading order."""
    match part:
        case BulletList() | NumberedList():
            return part.items
        case DefinitionList():
            return part.parts
        case Table():
            return (part.head, *part.rows)
        case Row():
            return part.cells
        case Box():
            return (part.title, *part.blocks)
        case Item() | Definition() | Quotation():
            return part.blocks
        case _:
            return ()


def links_in(*parts: Part) -> Iterator[AnyLink]:
    """Yield every link in some parts of a page, in reading order."""
    for part in walk(*parts):
        if isinstance(part, TextBlock):
            yield from part.links
