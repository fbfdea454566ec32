"""A page's tree becomes Typst code: one rule for each element of the closed set, and a Problem for any other.

The code calls functions of the templates in overrides/pdf, which carry the names of the elements; what they look
like is decided there. Nothing is dropped in silence: an element without a rule, a link that leads nowhere in this
handbook, and an image that is not there are reported with page and line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from handbook.diagnostics.problems import Problem
from handbook.markup.alignment import Reference
from handbook.markup.document import Document
from handbook.render.citations import Words
from handbook.render.pictures import Figure
from handbook.render.typst.rules import RULES
from handbook.render.typst.syntax import joined, literal, position

_SPACE = re.compile(r"[ \t\r\n]+")
_BLOCKS = frozenset("div h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table thead tbody tr th td blockquote hr".split())
_CONTAINERS = frozenset("ul ol dl table thead tbody tr blockquote".split())


@dataclass(frozen=True, slots=True)
class TypstContext:
    """What a page cannot know by itself."""

    root: Path
    """The project, for images."""
    folder: str
    """Where the pages of the language stand, ``docs/ms``."""
    targets: Mapping[str, str]
    """The labels of the places links may lead to: ``recovery/day-by-day.md``, ``recovery/day-by-day.md#day-1``."""
    box_titles: Mapping[str, str]
    """The title of each kind of box, for boxes that have none of their own."""
    blank: str
    """What a place to write on is called, for those who cannot see it."""
    words: Callable[[Reference], Words]
    """The words of a reference: typed or filled in, or blank for a detail that the clinic has not set."""
    marks: Callable[[str], tuple[tuple[int, ...], bool]]
    """The numbers of the sources of a fact, and whether they disagree."""
    picture: Callable[[str], Figure | None] = lambda source: None
    """The picture at an address such as ``picture:skin-columns``; None for an image that is a file."""


@dataclass(slots=True)
class TypstWriter:
    """One pass over a document; ``problems`` gathers what could not be written."""

    document: Document
    path: str
    """The page within its language's folder."""
    around: TypstContext
    problems: list[Problem] = field(default_factory=list)
    references: dict[Element, Reference] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.references = {reference.element: reference for reference in self.document.references}

    def title(self) -> str:
        """Return the words of the page's title, which the template sets as a chapter's."""
        return joined([code for h1 in self.document.root.iter("h1") for code in self.inside(h1)])

    def body(self) -> str:
        """Return everything under the title."""
        return joined([self.write(child) for child in self.document.root if child.tag != "h1"])

    def write(self, element: Element) -> str:
        """Return the code of one element, or report that it has no rule."""
        rule = RULES.get(element.tag)
        if rule is None:
            self.report(element, f"<{element.tag}> has no place in the printed handbook", "take it out of the page")
            return "[]"
        return (self.mark(element) if element.tag in _BLOCKS else "") + rule(self, element)

    def inside(self, element: Element) -> list[str]:
        """Return the code of what stands in an element: its text and its children, in order."""
        parts = [*_text(element.text, None, element[0] if len(element) else None)]
        for child, following in zip(element, [*element[1:], None], strict=False):
            parts.append(self.write(child))
            parts += _text(child.tail, child, following)
        return parts

    def content(self, element: Element) -> str:
        """Return what stands in an element as one piece of content."""
        return joined(self.inside(element))

    def part(self, element: Element) -> str:
        """Return what stands in an item, a term or a cell, with its place."""
        return self.mark(element) + self.content(element)

    def mark(self, element: Element) -> str:
        """Begin a line that says where in the page its code comes from."""
        while element.tag in _CONTAINERS and len(element):
            element = element[0]
        return "\n" + position(self.document.locate(element))

    def report(self, element: Element, message: str, hint: str) -> None:
        """Report something about an element."""
        self.problems.append(Problem(self.document.locate(element), message, hint))

    def plain(self, element: Element) -> str:
        """Return the words of an element with its citation marks, to reckon how much room they need."""
        inner = (element.text or "") + "".join(self.plain(child) + (child.tail or "") for child in element)
        reference = self.references.get(element)
        if reference is None:
            return inner
        numbers, contested = self.around.marks(reference.target) if reference.scheme == "fact" else ((), False)
        marks = f"[{','.join(map(str, numbers))}{'*' * contested}]" if numbers else ""
        return (inner or self.around.words(reference).text) + marks


def _text(text: str | None, before: Element | None, after: Element | None) -> Iterator[str]:
    """Yield a text with its white space drawn together; between blocks there is none."""
    shown = _SPACE.sub(" ", text or "")
    if before is None or before.tag in _BLOCKS or before.tag == "br":
        shown = shown.lstrip(" ")
    if after is None or after.tag in _BLOCKS or after.tag == "br":
        shown = shown.rstrip(" ") if after is not None else shown
    if shown.strip(" ") or (shown and not _next_to_block(before, after)):
        yield literal(shown)


def _next_to_block(before: Element | None, after: Element | None) -> bool:
    return any(neighbour is not None and neighbour.tag in _BLOCKS for neighbour in (before, after))
