"""Reads a finished web page back: the words of each of its parts, and what is read aloud in place of images."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count

_ALONE = frozenset(("img", "input", "br", "hr", "meta", "link"))
_WITHIN = frozenset(("a", "b", "bdi", "cite", "code", "em", "span", "strong", "sup"))
"""Elements that stand within a line."""
_DOTS = ("•", "–")
_TICKS = {"hb-task": "☐", "hb-task--done": "☑"}


@dataclass(eq=False, slots=True)
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """Return its classes."""
        return self.attributes.get("class", "").split()

    def all(self, tag: str, name: str = "") -> Iterator[Element]:
        """Yield the elements in it of a tag and a class, in order."""
        for child in self.inside:
            if isinstance(child, Element):
                if child.tag == tag and (not name or name in child.classes):
                    yield child
                yield from child.all(tag, name)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.path = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.path[-1].inside.append(element)
        if tag not in _ALONE:
            self.path.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.path[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.path[-1].tag == tag, f"<{self.path[-1].tag}> is not closed before </{tag}>"
        self.path.pop()

    def handle_data(self, data: str) -> None:
        self.path[-1].inside.append(data)


def read_page(html: str) -> Element:
    """Return a page as a tree; an element that is not closed fails."""
    reader = _Reader()
    reader.feed(html)
    (root,) = reader.path
    return root


def words_of(part: Element | str, dots: int = 0, lead: str = "") -> str:
    """Return the words of a part of a page; an item begins with its sign, ``dots`` counts the lists around it."""
    if isinstance(part, str):
        return part
    if part.tag in ("ul", "ol"):
        return f" {''.join(_items(part, dots))} "
    inner = "".join(words_of(child, dots) for child in part.inside)
    return inner if part.tag in _WITHIN else f" {lead} {inner} "


def _items(part: Element, dots: int) -> Iterator[str]:
    numbers = count(int(part.attributes.get("start", "1")))
    for item in part.inside:
        if isinstance(item, Element):
            ticks = [_TICKS[name] for name in item.classes if name in _TICKS]
            dot = ticks[-1] if ticks else _DOTS[dots % len(_DOTS)]
            lead = f"{next(numbers)}." if part.tag == "ol" else dot
            yield words_of(item, dots + (lead in _DOTS), lead)


def figures_of(part: Element) -> Iterator[str]:
    """Yield what is read aloud in place of each image and each line to write on, in order."""
    for child in part.inside:
        if isinstance(child, Element):
            if child.tag == "img" and child.attributes["alt"]:
                yield child.attributes["alt"]
            elif child.attributes.get("role") == "img":
                yield child.attributes["aria-label"]
            yield from figures_of(child)
