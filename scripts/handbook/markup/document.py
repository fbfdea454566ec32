"""A page's source becomes a Document: blocks of a closed set of kinds, each with its place, or problems.

What a page may use is the dialect (``dialect.py``); how its tree becomes ours stands in ``builder.py``, and what can
be wrong with its form in ``form.py``. Every stage reads this one parse.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from handbook.diagnostics.problems import Problem
from handbook.markup.blocks import Block, Box, BoxTitle, Figure, Heading, Paragraph, Part, Table, TextBlock, walk
from handbook.markup.builder import build
from handbook.markup.dialect import tree_of
from handbook.markup.form import box_problems, heading_problems, list_problems, needless_headings, unfit
from handbook.markup.inlines import AnyImage, AnyLink, Link, Reference
from handbook.markup.source_map import SourceMap


@dataclass(frozen=True, eq=False)
class Document:
    """A page as every stage reads it; what thirty checks ask for is looked up once.

    Two are the same only if they are the very same, as with their blocks: so what was found of one can be kept.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...] = field(repr=False)
    """The blocks and all that stands in them, in reading order."""

    @cached_property
    def files(self) -> frozenset[str]:
        """The files that its blocks stand in: its own, and those of what it shows from elsewhere."""
        return frozenset((self.path, *(part.location.path for part in self.parts)))

    @cached_property
    def texts(self) -> tuple[TextBlock, ...]:
        """The pieces of running text in reading order."""
        return tuple(part for part in self.parts if isinstance(part, TextBlock) and part.text)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in order."""
        return tuple(part for part in self.parts if isinstance(part, Heading))

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes in order."""
        return tuple(part for part in self.parts if isinstance(part, Box))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables in order."""
        return tuple(part for part in self.parts if isinstance(part, Table))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The links into the register and the clinic's details."""
        return tuple(link for link in self._links if not isinstance(link, Link))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All other links."""
        return tuple(link for link in self._links if isinstance(link, Link))

    @cached_property
    def images(self) -> tuple[AnyImage, ...]:
        """The images and pictures, alone in a paragraph or among words."""
        found: list[AnyImage] = []
        for part in self.parts:
            if isinstance(part, Figure):
                found.append(part.image)
            elif isinstance(part, TextBlock):
                found += part.images
        return tuple(found)

    @cached_property
    def linking(self) -> tuple[Figure | TextBlock, ...]:
        """The figures, and the pieces of running text with links or images in them."""
        return tuple(
            part
            for part in self.parts
            if isinstance(part, Figure) or (isinstance(part, TextBlock) and (part.links or part.images))
        )

    @cached_property
    def _links(self) -> tuple[AnyLink, ...]:
        return tuple(link for part in self.parts if isinstance(part, TextBlock) for link in part.links)

    @cached_property
    def title(self) -> str:
        """The words of the first heading."""
        return self.headings[0].text if self.headings else ""

    @cached_property
    def summary(self) -> str:
        """What the page says of itself, for search engines: its first paragraph outside of boxes, or else in one."""
        own = (block.text for block in self.blocks if isinstance(block, Paragraph))
        boxed = (text.text for text in self.texts if isinstance(text, Paragraph | BoxTitle))
        return next(own, "") or next(boxed, self.title)


def parse(source: str, path: str) -> tuple[Document, list[Problem]]:
    """Parse a page; return it with what is wrong in its form.

    Reported: a text too large, too deep or with invisible characters, an unknown kind of box, a list that begins
    with an endless number, a heading too deep or whose id is missing, not plain or used twice, and a page without
    exactly one title.
    """
    document, problems = _parse(SourceMap.of(source, path))
    if document.blocks or not problems:
        problems += heading_problems(document.headings, path)
    return document, problems


def parse_part(map: SourceMap) -> tuple[Document, list[Problem]]:
    """Parse what becomes a part of pages and is none itself; return it with what is wrong in its form.

    Reported: the same as of a page, and any heading.
    """
    document, problems = _parse(map)
    return document, problems + needless_headings(document.headings)


def with_blocks(document: Document, blocks: tuple[Block, ...]) -> Document:
    """Return a document with other blocks in the place of its own."""
    return replace(document, blocks=blocks, parts=tuple(walk(*blocks)))


def _parse(map: SourceMap) -> tuple[Document, list[Problem]]:
    problems = [replace(each, location=map.moved(each.location)) for each in unfit(map.source, map.path)]
    blocks = () if problems else build(tree_of(map.source), map)
    document = Document(map.path, map.source, blocks, tuple(walk(*blocks)))
    return document, [*problems, *box_problems(document.boxes), *list_problems(document.parts)]
