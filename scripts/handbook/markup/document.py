"""A page's source becomes a Document: a tree of a closed set of elements, each with its place, or problems.

What a page may use is the dialect (``handbook.markup.dialect``); where each character stood in the source is found by
``handbook.markup.alignment``. Every stage reads this one parse.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.alignment import Block, Image, Link, Reference, align
from handbook.markup.dialect import BOXES, HEADING, box_kind, tree_of

MAX_SIZE = 64_000
"""Characters; a page of 1,200 words has a tenth of it."""

MAX_LINE = 4_000
"""Characters in a line; patterns with backtracking never see a longer one."""

MAX_NESTING = 6
"""Quotes, lists and boxes inside one another. Deeper ones are no help to a reader and make the parser recurse."""

MAX_MARKS = 400
"""Lines, and opening brackets, between two empty lines. The parser's time grows with the square of both."""

_INVISIBLE = ("Cc", "Cf", "Co", "Cn", "Cs")
"""Unicode categories of what is not seen and could hide words from a reader or a check."""

_PLAIN_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CHUNK = re.compile(r"(?:.+\n?)+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level (1 to 4), its explicit id and its words."""

    level: int
    id: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Document:
    """A page as every stage reads it. Nobody changes the tree: outputs walk it and write."""

    path: str
    source: str
    root: Element
    """A div with blocks (h1–h4 with id, p, ul, ol, li, dl, dt, dd, table, blockquote, hr, div.admonition) and inside
    them a, img, strong, em, code, br, and span.blank, a place to write on: four underscores and more in the source.
    A task is li.task or li.task.done; cells carry ta-left, ta-center, ta-right."""
    blocks: tuple[Block, ...]
    """The pieces of running text in reading order: headings, paragraphs, items, cells, titles of boxes."""
    headings: tuple[Heading, ...]
    references: tuple[Reference, ...]
    """The links into the register and the clinic's details."""
    links: tuple[Link, ...]
    """All other links."""
    images: tuple[Image, ...]
    places: dict[Element, Location]

    @property
    def title(self) -> str:
        """The words of the first heading."""
        return self.headings[0].text if self.headings else ""

    @property
    def summary(self) -> str:
        """The first paragraph of the page, for lists of pages and for search engines."""
        return next((block.text for block in self.blocks if block.kind == "p"), self.title)

    def locate(self, element: Element) -> Location:
        """Return the place of an element of the tree."""
        return self.places.get(element, Location(self.path))


def parse(source: str, path: str) -> tuple[Document, list[Problem]]:
    """Parse a page; return it with what is wrong in its form.

    Reported: a text too large, too deep or with invisible characters, an unknown kind of box, a heading whose
    id is missing, not plain or used twice, and a page without exactly one title.
    """
    problems = list(_unfit(source, path))
    root = Element("div") if problems else tree_of(source)
    aligned = align(root, source, path)
    headings = tuple(
        Heading(int(element.tag[1]), element.get("id", ""), aligned.text_of(element), aligned.places[element])
        for element in root.iter()
        if HEADING.fullmatch(element.tag)
    )
    document = Document(
        path, source, root, aligned.blocks, headings,
        aligned.references, aligned.links, aligned.images, aligned.places,
    )  # fmt: skip
    if not problems:
        problems += [*_box_problems(document), *_heading_problems(document)]
    return document, problems


def _unfit(source: str, path: str) -> list[Problem]:
    """Refuse what the parser should not be given at all."""
    if len(source) > MAX_SIZE:
        return [Problem(Location(path), f"the page has {len(source):,} characters, more than {MAX_SIZE:,}", "split it")]
    problems = []
    for number, line in enumerate(source.split("\n"), 1):
        start = line[: len(line) - len(line.lstrip(" \t>"))].replace("    ", ">").replace("\t", ">")
        if len(line) > MAX_LINE or start.count(">") > MAX_NESTING or "[" * (2 * MAX_NESTING) in line:
            problems.append(
                Problem(
                    Location(path, number),
                    "the line is too long or too deeply nested to be read",
                    "shorten it",
                )
            )
        for column, character in enumerate("" if line.isprintable() else line, 1):
            if character != "\t" and unicodedata.category(character) in _INVISIBLE and not _is_spelt(line, column):
                name = unicodedata.name(character, f"U+{ord(character):04X}")
                message = f"an invisible character stands here: {name}"
                problems.append(Problem(Location(path, number, column), message, "delete it"))
    for chunk in _CHUNK.finditer(source):
        if chunk[0].count("\n") > MAX_MARKS or chunk[0].count("[") > MAX_MARKS:
            message = "what begins here has too many lines or links to be read"
            place = Location(path, source.count("\n", 0, chunk.start()) + 1)
            problems.append(Problem(place, message, "break it up by empty lines"))
    if not source.strip():
        problems.append(Problem(Location(path), "the page is empty", "begin it with a title: # Title {#title}"))
    return problems


def _is_spelt(line: str, column: int) -> bool:
    """Tell whether a column holds the zero-width non-joiner of a word, as Persian orthography asks for: «می‌شود».

    Between two letters that would join (bidirectional class AL: Arabic script and its relatives) it changes how they
    look; anywhere else it is invisible.
    """
    around = line[column - 2 : column + 1]
    joined = [unicodedata.bidirectional(letter) for letter in around[::2]] == ["AL", "AL"]
    return joined and around[1] == "\N{ZERO WIDTH NON-JOINER}"


def _box_problems(document: Document) -> list[Problem]:
    boxes = [element for element in document.root.iter("div") if "admonition" in element.get("class", "")]
    return [
        Problem(
            document.locate(box),
            f"the box !!! {box_kind(box)} is of no known kind",
            f"use one of: {', '.join('!!! ' + kind for kind in BOXES)}",
        )
        for box in boxes
        if box_kind(box) not in BOXES
    ] + [
        Problem(document.locate(box), "the box has no text", "indent its text by four spaces under the !!! line")
        for box in boxes
        if not "".join(box.itertext()).strip() or (len(box) == 2 and not "".join(box[1].itertext()).strip())
    ]


def _heading_problems(document: Document) -> list[Problem]:
    problems = []
    seen: set[str] = set()
    for heading in document.headings:
        words = re.sub(r"[^a-z0-9]+", "-", heading.text.lower()).strip("-") or "name-of-the-section"
        if not heading.id:
            hint = f"write it as: {'#' * heading.level} {heading.text} {{#{words}}}"
            problems.append(Problem(heading.location, "the heading has no id", hint))
        elif not _PLAIN_ID.fullmatch(heading.id):
            hint = "use small Latin letters, digits and single hyphens, beginning with a letter"
            problems.append(Problem(heading.location, f"the heading's id {heading.id!r} is not plain", hint))
        elif heading.id in seen:
            problems.append(Problem(heading.location, f"the id {heading.id} is used twice on this page", "rename one"))
        seen.add(heading.id)
    titles = [heading for heading in document.headings if heading.level == 1]
    if len(titles) != 1:
        place = titles[1].location if titles else Location(document.path)
        message = f"the page has {len(titles)} titles (# …) and must have exactly 1"
        problems.append(Problem(place, message, "begin the page with one: # Title {#title}"))
    return problems
