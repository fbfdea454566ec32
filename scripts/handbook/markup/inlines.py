"""What stands in the words of a page: a closed set of frozen kinds, each with its place in its block and in the source.

Every stage reads them with ``match``, so that the type checker finds a stage that forgets a kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from handbook.diagnostics.problems import Location


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """Any part of a page. Two parts are the same only if they are the very same part of the same page."""

    location: Location


@dataclass(frozen=True, slots=True, eq=False)
class _Inline(Node):
    start: int
    """Where its words begin in the text of its block,"""
    end: int
    """and where they end."""


@dataclass(frozen=True, slots=True, eq=False)
class Text(_Inline):
    """Words as they were typed, with their line breaks."""

    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Strong(_Inline):
    """Words that must not be overlooked."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Emphasis(_Inline):
    """Words that are stressed."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Foreign(_Inline):
    """Words in another language than those around them; no page can write them, a newer original is put in as them."""

    language: str
    """The code of their language."""
    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Code(_Inline):
    """Characters that are meant as they stand."""

    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Explained(_Inline):
    """A word that the glossary explains, where the page first uses it; put there for readers, not by the author."""

    text: str
    concept: str
    """The id of what it means."""


@dataclass(frozen=True, slots=True, eq=False)
class LineBreak(_Inline):
    """The end of a line that the author wants there."""


@dataclass(frozen=True, slots=True, eq=False)
class Blank(_Inline):
    """A place to write on by hand."""

    length: int
    """How many underscores the author typed: the more, the longer the line."""


@dataclass(frozen=True, slots=True, eq=False)
class Image(_Inline):
    """An image from a file."""

    source: str
    alt: str
    """What is to be seen, for those who cannot see it."""
    title: str
    """Words below it."""

    @property
    def insertion(self) -> tuple[str, str] | None:
        """The scheme and name of what is shown in its place, ``![](passage:reach-us)``; None for a file."""
        scheme, _, name = self.source.partition(":")
        return (scheme, name) if scheme in INSERTED else None


@dataclass(frozen=True, slots=True, eq=False)
class Picture(_Inline):
    """A picture drawn from the register, ``![](picture:recovery-timeline)``."""

    name: str
    """What stands after ``picture:``."""
    alt: str
    """Words the author gave it, which is a mistake: pictures bring their own."""

    @property
    def source(self) -> str:
        """The address as it was typed."""
        return f"{PICTURE}:{self.name}"


@dataclass(frozen=True, slots=True, eq=False)
class Link(_Inline):
    """A link to a page, a heading or another address."""

    target: str
    words: str
    title: str
    """Words behind the address, which nothing shows."""
    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FactLink(_Inline):
    """A statement of the register, ``[3 to 7 days](fact:crusts-last)``."""

    target: str
    """``crusts-last``, or ``crusts-last/name`` for a further quantity of the fact."""
    words: str
    """The words of the link; empty where the build fills them in."""
    form: str
    """The grammatical form asked for in the link's title, or empty."""
    before: str
    """The text before the link in its block, for the words that govern it."""
    inside: tuple[Inline, ...]

    scheme = "fact"


@dataclass(frozen=True, slots=True, eq=False)
class ClinicLink(_Inline):
    """A detail of the clinic, ``[](clinic:phone)``."""

    target: str
    """``phone``."""
    words: str
    title: str
    """Words behind the address, which nothing shows."""
    inside: tuple[Inline, ...]

    scheme = "clinic"


@dataclass(frozen=True, slots=True, eq=False)
class Citation(_Inline):
    """Where the sources of some links stand. No page has one as it is written: outputs put them in."""

    links: tuple[FactLink, ...]


Reference: TypeAlias = FactLink | ClinicLink
"""A link that is filled in from the register or from the clinic's details."""

AnyLink: TypeAlias = Link | FactLink | ClinicLink
AnyImage: TypeAlias = Image | Picture
Inline: TypeAlias = (
    Text
    | Strong
    | Emphasis
    | Code
    | Explained
    | Foreign
    | LineBreak
    | Blank
    | Image
    | Picture
    | Link
    | FactLink
    | ClinicLink
    | Citation
)

SCHEMES = (FactLink.scheme, ClinicLink.scheme)
"""The schemes of our own links."""

PICTURE = "picture"
"""The scheme of the images that the program draws."""

PASSAGE, SIGNS, GLOSSARY = "passage", "signs", "glossary"
INSERTED = (PASSAGE, SIGNS, GLOSSARY)
"""The schemes of what is written elsewhere and shown on pages."""


_HOLDERS = (Strong, Emphasis, Foreign, Link, FactLink, ClinicLink)
"""A tuple: it is asked for thousands of times, and a union takes three times as long."""


def walk_inlines(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield some inlines and all that stands in them, each before what it holds, in reading order."""
    for inline in inlines:
        yield inline
        if isinstance(inline, _HOLDERS):
            yield from walk_inlines(inline.inside)
