"""The tags of a finished page, read so strictly that no browser can read them otherwise.

Everything that comes from a page or from data is escaped, so a ``<`` in the finished text begins a tag, a comment or
the type of the document. One that begins none of them is handed out as a tag without name. Text is never looked at:
a sentence about "graded: one = mild" holds no attribute. (html.parser reads the same in more than twice the time.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from handbook.diagnostics.problems import Location

_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+"
_MARKUP = re.compile(
    r"<(?!/[A-Za-z][\w:-]*\s*>)(?:"  # anything but a closing tag:
    rf"(?P<name>[A-Za-z][\w:-]*)(?P<attributes>(?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:{_VALUE}))?)*)\s*/?>"
    r"|!--(?!-?>)(?:(?!--!?>|<!--).)*-->"
    r"|!(?i:doctype)\s+html\s*>"
    r"|\?xml [^<>]*\?>"
    r"|(?P<odd>[^\n]{0,40})"
    r")",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rf"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>{_VALUE}))?")


class Tag(NamedTuple):
    """An opening tag; a tuple, because there are 160,000 of them on a site."""

    name: str
    """In small letters; empty where a ``<`` begins nothing."""
    attributes: tuple[tuple[str, str], ...]
    """Their names in small letters, and their values as a browser has them."""
    raw: str
    """As it stands in the page."""
    at: int
    """Where that begins."""

    def get(self, name: str) -> str | None:
        """Return the value of an attribute; a browser takes the first of two."""
        return next((value for key, value in self.attributes if key == name), None)


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page of the finished site."""

    path: str
    text: str
    tags: tuple[Tag, ...]

    @classmethod
    def read(cls, path: str, content: bytes) -> FinishedPage:
        """Read the page at a path of the site."""
        text = content.decode("utf-8")
        return cls(path, text, tuple(read_tags(text)))

    def place(self, tag: Tag) -> Location:
        """Return where a tag stands in the page."""
        return Location(self.path, self.text.count("\n", 0, tag.at) + 1)


def read_tags(text: str) -> Iterator[Tag]:
    """Yield the opening tags of a page in order, and every ``<`` that begins nothing."""
    for found in _MARKUP.finditer(text):
        name, attributes, odd = found.group("name", "attributes", "odd")
        if name:
            yield Tag(name.lower(), _attributes(attributes) if attributes else (), found[0], found.start())
        elif odd is not None:
            yield Tag("", (), found[0], found.start())


@lru_cache(maxsize=20_000)  # menus are the same on every page
def _attributes(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((found["name"].lower(), unescape(_bare(found["value"] or ""))) for found in _ATTRIBUTE.finditer(text))


def _bare(value: str) -> str:
    return value[1:-1] if value.startswith(("'", '"')) else value
