"""Finds where each character of a parsed page stood in its source.

Python-Markdown keeps no positions, and a second parser would disagree with the first. But a page's words come
out of the parser in the order they went in, each to the letter; so one pass over the tree with a cursor in the
source finds them again. What stands in the source and not in the text (addresses of links, ids, marks of lists
and boxes) is stepped over where its element begins or ends. Nothing is written into the source for this, so the
parse that is checked is the very parse that is published.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from handbook.diagnostics.problems import Location

SCHEMES = ("fact", "clinic")
"""The schemes of our own: a fact of the register, a detail of the clinic."""

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s")
_ITEM_MARK = re.compile(
    r"^[ \t>]*"  # at the beginning of a line,
    r"(?:(?:\d+\.|[-*+])[ \t]+)+"  # a number or bullet, or several: a list that begins in an item
    r"(?:\[[ xX]\][ \t]+)?",  # and the mark of a task
    re.MULTILINE,
)
_LEAVES = frozenset("h1 h2 h3 h4 h5 h6 p li dt dd th td".split())
_CONTAINERS = frozenset("div ul ol dl table thead tbody tr blockquote hr".split()) | _LEAVES


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page, an anchor or another address."""

    target: str
    text: str
    location: Location
    element: Element


@dataclass(frozen=True, slots=True)
class Image:
    """An image with its alternative text."""

    source: str
    alt: str
    location: Location
    element: Element


@dataclass(frozen=True, slots=True)
class Reference:
    """A link into the register, ``[3 to 7 days](fact:crusts-last)``, or to a detail of the clinic."""

    scheme: str
    target: str
    """``crusts-last``, or ``crusts-last/name`` for a further quantity of the fact."""
    text: str
    """The words of the link; empty where the build fills them in."""
    form: str
    """The grammatical form asked for in the link's title, or empty."""
    before: str
    """The text before the link in its block, for the words that govern it."""
    location: Location
    """The words, or the whole link where it is empty."""
    element: Element


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of running text: a heading, a paragraph, an item, a cell, the title of a box."""

    kind: str
    """The element's tag."""
    text: str
    spans: tuple[tuple[int, int], ...]
    """Where in ``text`` the words of references to facts stand."""
    element: Element
    path: str
    offsets: tuple[int, ...]
    lines: tuple[int, ...]
    ancestors: tuple[str, ...]
    """Tags and box kinds around it, outermost first: ``("call-now",)``, ``("table",)``."""

    def location(self, start: int, end: int) -> Location:
        """Return the place in the file of ``text[start:end]``."""
        if not self.offsets:
            return Location(self.path)
        first = self.offsets[min(start, len(self.offsets) - 1)]
        last = self.offsets[min(max(end - 1, start), len(self.offsets) - 1)] + 1
        return _location(self.path, self.lines, first, last)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Everything in a tree that has a place."""

    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    places: dict[Element, Location]

    def text_of(self, element: Element) -> str:
        """Return the running text of a leaf element."""
        return next((block.text for block in self.blocks if block.element is element), "")


def align(root: Element, source: str, path: str) -> Aligned:
    """Find the place of every block, link and image of a tree that was parsed from ``source``."""
    walk = _Walk(source, path)
    walk.visit(root, ())
    blocks = tuple(draft.block(path, walk.lines) for draft in walk.drafts if draft.text.strip())
    return Aligned(blocks, tuple(walk.references), tuple(walk.links), tuple(walk.images), walk.places)


@dataclass(slots=True)
class _Draft:
    """A block while its text is being gathered."""

    element: Element
    ancestors: tuple[str, ...]
    text: str = ""
    offsets: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def block(self, path: str, lines: tuple[int, ...]) -> Block:
        """Return the finished block, without the white space around its text."""
        lead = len(self.text) - len(self.text.lstrip())
        text = self.text.strip()
        return Block(
            self.element.tag,
            text,
            tuple((start - lead, end - lead) for start, end in self.spans),
            self.element,
            path,
            tuple(self.offsets[lead : lead + len(text)]),
            lines,
            self.ancestors,
        )


class _Walk:
    """One pass over a tree, with a cursor in its source."""

    def __init__(self, source: str, path: str):
        self.source, self.path, self.cursor = source, path, 0
        self.lines = tuple([0] + [match.end() for match in re.finditer("\n", source)])
        self.drafts: list[_Draft] = []
        self.references: list[Reference] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.places: dict[Element, Location] = {}

    def visit(self, element: Element, ancestors: tuple[str, ...], draft: _Draft | None = None) -> None:
        """Walk an element and what stands in it; its tail belongs to the caller."""
        self._enter(element)
        if element.tag in _LEAVES:
            draft = _Draft(element, ancestors)
            self.drafts.append(draft)
        start = self.cursor
        words_at = len(draft.text) if draft else 0
        inner = (*ancestors, *_names(element))
        self._text(element.text, draft)
        for child in element:
            self.visit(child, inner, None if child.tag in _CONTAINERS else draft)
            self._text(child.tail, draft)
        if element.tag == "a":
            self._leave_link(element, draft, words_at)
        elif element.tag == "img":
            self._leave_image(element)
        elif element.get("id"):
            self.cursor = self._after("}", self.cursor)
        if element not in self.places:
            offsets = draft.offsets[words_at:] if draft else []
            first = next((offset for offset in offsets if offset >= start), start)
            self.places[element] = _location(self.path, self.lines, first, max(self.cursor, first + 1))

    def _enter(self, element: Element) -> None:
        """Step over the mark that begins an element, so that its letters are not taken for the text's."""
        if element.tag == "li":
            nested = self.source[self.cursor - 1 : self.cursor] in (
                " ",
                "\t",
            )  # its mark was passed with its parent's
            mark = None if nested else _ITEM_MARK.search(self.source, self.cursor)
            self.cursor = mark.end() if mark else self.cursor
        elif element.tag == "div" and "admonition" in element.get("class", ""):
            start = self.source.find("!!!", self.cursor)
            if start >= 0:
                kind = element.get("class", "").removeprefix("admonition").strip()
                self.cursor = start + 3
                self.places[element] = _location(self.path, self.lines, start, start + 4 + len(kind))
                self.cursor = self._after(kind, self.cursor)

    def _text(self, text: str | None, draft: _Draft | None) -> None:
        """Add a stretch of text to the block, each character with its place."""
        if not text or draft is None:
            return
        done = 0
        for word in _WORD.finditer(text):
            found = self._find(word[0])
            place = self.cursor if found is None else found
            gap = word.start() - done
            near = max(self.cursor, place - gap)
            draft.offsets += range(near, near + gap)
            draft.offsets += range(place, place + len(word[0]))
            self.cursor = place if found is None else place + len(word[0])
            done = word.end()
        draft.offsets += range(self.cursor, self.cursor + len(text) - done)
        draft.text += _SPACE.sub(" ", text)

    def _find(self, word: str) -> int | None:
        """Return where a whole word stands next, or None."""
        start = self.source.find(word, self.cursor)
        while start >= 0:
            end = start + len(word)
            before, after = self.source[start - 1 : start], self.source[end : end + 1]
            if not before.isalnum() and not after.isalnum():
                return start
            start = self.source.find(word, start + 1)
        return None

    def _after(self, text: str, start: int) -> int:
        found = self.source.find(text, start)
        return start if found < 0 else found + len(text)

    def _leave_link(self, element: Element, draft: _Draft | None, words_at: int) -> None:
        target = element.get("href", "")
        text = draft.text[words_at:] if draft else ""
        opening = self.source.find("](", self.cursor)
        opening = self.cursor if opening < 0 else opening
        first = draft.offsets[words_at] if draft and text else opening - 1
        words = _location(self.path, self.lines, first, opening)
        self.cursor = self._after(")", opening + 2 + len(target))
        place = words if text.strip() else _location(self.path, self.lines, first, self.cursor)
        self.places[element] = place
        scheme, colon, rest = target.partition(":")
        if not colon or scheme not in SCHEMES:
            self.links.append(Link(target, text, place, element))
            return
        before = draft.text[:words_at] if draft else ""
        self.references.append(
            Reference(scheme, rest, text.strip(), element.get("title", ""), before, place, element)
        )
        if draft:
            draft.spans.append((words_at, len(draft.text)))

    def _leave_image(self, element: Element) -> None:
        start = self.source.find("![", self.cursor)
        start = self.cursor if start < 0 else start
        target = self._after("](", start)
        self.cursor = self._after(")", target + len(element.get("src", "")))
        self.places[element] = _location(self.path, self.lines, start, self.cursor)
        image = Image(element.get("src", ""), element.get("alt", ""), self.places[element], element)
        self.images.append(image)


def _names(element: Element) -> tuple[str, ...]:
    if element.tag == "div":
        return tuple(name for name in element.get("class", "").split() if name != "admonition")
    return (element.tag,)


def _location(path: str, lines: tuple[int, ...], start: int, end: int) -> Location:
    """Return the place of ``source[start:end]``; what goes on over the line's end is underlined up to there."""
    line = bisect_right(lines, start)
    line_end = lines[line] - 1 if line < len(lines) else end
    return Location(path, line, start - lines[line - 1] + 1, max(1, min(end, line_end) - start))
