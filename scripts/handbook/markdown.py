"""The one Markdown dialect: a page's source becomes a Document, a tree of a closed set of elements.

The dialect is part of the program and not of the configuration, because both outputs write every element by a
rule of their own and know no other: a feature switched on elsewhere would have no rule. It is Python-Markdown
with tables, boxes (admonitions), definition lists, task lists and explicit heading ids, and without everything
that could carry foreign matter: raw HTML, entities, reference links, attribute lists, includes, front matter.

Every stage reads the same parse. Where each character stood in the source is found by ``handbook.alignment``.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element, SubElement

import markdown as python_markdown
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from handbook.alignment import Block, Image, Link, Reference, align
from handbook.problems import Location, Problem

BOXES = ("note", "key-points", "do", "do-not", "call-today", "call-now")
"""The kinds of box a page may hold, ``!!! call-now`` in the source."""

MAX_SIZE = 64_000
"""Characters; a page of 1,200 words has a tenth of it."""

MAX_LINE = 4_000
"""Characters in a line; patterns with backtracking never see a longer one."""

MAX_NESTING = 6
"""Quotes, lists and boxes inside one another. Deeper ones are no help to a reader and make the parser recurse."""

MAX_MARKS = 400
"""Lines, and opening brackets, between two empty lines. The parser's time grows with the square of both."""

_SWITCHED_OFF = {
    "preprocessors": ("html_block",),
    "parser.blockprocessors": ("code", "setextheader", "reference"),
    "inlinePatterns": (
        "html", "entity", "autolink", "automail",
        "reference", "short_reference", "image_reference", "short_image_ref",
    ),
}  # fmt: skip

_HEADING = re.compile(r"h[1-6]")
_HEADING_ID = re.compile(r"\s*\{#(?P<id>[^}\s]*)\}\s*$")
_PLAIN_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TASK = re.compile(r"\[(?P<mark>[ xX])\]\s+")
_BLANK = re.compile(r"_{4,}")
_CHUNK = re.compile(r"(?:.+\n?)+")
_ALIGN = re.compile(r"text-align: (left|center|right);")


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
    root = Element("div") if problems else _tree(source)
    aligned = align(root, source, path)
    headings = tuple(
        Heading(int(element.tag[1]), element.get("id", ""), aligned.text_of(element), aligned.places[element])
        for element in root.iter()
        if _HEADING.fullmatch(element.tag)
    )
    document = Document(
        path, source, root, aligned.blocks, headings,
        aligned.references, aligned.links, aligned.images, aligned.places,
    )  # fmt: skip
    if not problems:
        problems += [*_box_problems(document), *_heading_problems(document)]
    return document, problems


@cache
def _parser() -> python_markdown.Markdown:
    parser = python_markdown.Markdown(
        extensions=[TableExtension(), AdmonitionExtension(), DefListExtension(), SaneListExtension()],
        tab_length=4,
    )
    for name in _SWITCHED_OFF["preprocessors"]:
        parser.preprocessors.deregister(name)
    for name in _SWITCHED_OFF["parser.blockprocessors"]:
        parser.parser.blockprocessors.deregister(name)
    for name in _SWITCHED_OFF["inlinePatterns"]:
        parser.inlinePatterns.deregister(name)
    return parser


def _tree(source: str) -> Element:
    """Run Python-Markdown up to its tree, leaving out the steps that make HTML text of it."""
    parser = _parser().reset()
    lines = source.split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root: Element = parser.parser.parseDocument(lines).getroot()  # type: ignore[assignment]  # never None here
    for processor in parser.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    for element in list(root.iter()):
        _settle(element)
        _take_blanks(element)
    return root


def _settle(element: Element) -> None:
    """Turn what Python-Markdown wrote for one element into the closed set."""
    if _HEADING.fullmatch(element.tag):
        _take_heading_id(element)
    elif element.tag == "code":
        element.text = html.unescape(element.text or "")  # Python-Markdown escapes it for its own serializer
    elif element.tag == "li":
        _take_task(element)
    elif element.tag in ("th", "td"):
        align_found = _ALIGN.fullmatch(element.attrib.pop("style", ""))
        if align_found:
            element.set("class", f"ta-{align_found[1]}")
    elif element.tag == "div" and "admonition" in element.get("class", ""):
        _settle_title(element)


def _take_heading_id(heading: Element) -> None:
    last = heading[-1] if len(heading) else None
    text = (last.tail if last is not None else heading.text) or ""
    found = _HEADING_ID.search(text)
    if not found:
        return
    heading.set("id", found["id"])
    if last is not None:
        last.tail = text[: found.start()]
    else:
        heading.text = text[: found.start()]


def _take_task(item: Element) -> None:
    holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    found = _TASK.match(holder.text or "")
    if found:
        item.set("class", "task" if found["mark"] == " " else "task done")
        holder.text = (holder.text or "")[found.end() :]


def _take_blanks(element: Element) -> None:
    """Turn four underscores and more into a place to write on by hand, a span of the class blank."""
    if element.tag == "code":
        return
    children = [*_blanks(element.text)]
    element.text = (element.text or "") if not children else _BLANK.split(element.text or "")[0]
    for child in list(element):
        element.remove(child)
        children += [child, *_blanks(child.tail)]
        child.tail = _BLANK.split(child.tail or "")[0]
    element.extend(children)


def _blanks(text: str | None) -> list[Element]:
    blanks = []
    for after in _BLANK.split(text or "")[1:]:
        blanks.append(Element("span", {"class": "blank"}))
        blanks[-1].tail = after
    return blanks


def _settle_title(box: Element) -> None:
    """Leave the title empty where the author gave none: each language has its own word for the kind of box."""
    kind = box_kind(box)
    if len(box) == 0 or box[0].get("class") != "admonition-title":
        title = Element("p", {"class": "admonition-title"})
        box.insert(0, title)
    elif box[0].text == kind.capitalize():
        box[0].text = ""
    if len(box) == 1 and not (box.text or "").strip():
        SubElement(box, "p")


def box_kind(box: Element) -> str:
    """Return the kind of a box, ``call-now`` of ``div.admonition.call-now``."""
    return " ".join(name for name in box.get("class", "").split() if name != "admonition")


def holds_only_image(paragraph: Element) -> bool:
    """Tell whether an image is all there is in a paragraph."""
    alone = len(paragraph) == 1 and paragraph[0].tag == "img"
    return alone and not (paragraph.text or paragraph[0].tail or "").strip()


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
            if character != "\t" and unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Cs"):
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
