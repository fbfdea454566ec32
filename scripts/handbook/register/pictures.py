"""The pictures that are drawn from the register, and where on a page facts are used.

How a picture looks is decided in ``handbook.render.pictures``. What it says is read here from pictures.yml, because a
page with a picture uses its facts: they get notes, count as used, and change the page's digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from handbook.diagnostics.problems import Location
from handbook.language.quantities import Quantity
from handbook.language.units import Unit
from handbook.markup.blocks import Figure, TextBlock
from handbook.markup.document import Document
from handbook.markup.inlines import AnyImage, FactLink
from handbook.markup.inlines import Picture as PictureLink

SIZE = 16.0
"""Of all letters in a picture, in its units; a phone shows a unit as a pixel."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a timeline: what is there from ``start`` to ``turn``, and ends or happens from then to ``end``."""

    words: str
    """What its words are called in the language's file."""
    start: Fraction
    """In days after the treatment, as the others."""
    turn: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars under the same numbers."""

    words: str
    unit: Unit
    """What the numbers count."""
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """When each of several things begins and ends."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: expected to ``turn``, in some people to ``end``; from ``call`` on the same place may mean a call."""

    words: str
    turn: Fraction
    end: Fraction
    call: Fraction


@dataclass(frozen=True, slots=True)
class DayBars:
    """Which signs are expected until when, and from which day they mean a call."""

    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class InHundred:
    """A share as 100 people."""

    low: Fraction
    high: Fraction
    """More than ``low`` where the counts differ."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An element of an SVG file."""

    tag: str
    style: str
    """How it looks, by a name; empty for a group."""
    attributes: tuple[tuple[str, str], ...]
    inside: tuple[Shape, ...]
    slot: str
    """Of a text: the name of the words that are set there."""


@dataclass(frozen=True, slots=True)
class Svg:
    """An SVG file."""

    file: str
    """Under docs/images."""
    width: float
    height: float
    shapes: tuple[Shape, ...]

    @property
    def texts(self) -> tuple[Shape, ...]:
        """The places for words."""
        return tuple(shape for shape in self.shapes if shape.slot)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A drawing with the words beside it."""

    words: str
    svg: Svg


@dataclass(frozen=True, slots=True)
class LabelledDrawing:
    """Drawings with labels in the reader's language, and a key to what is in them."""

    images: tuple[Labelled, ...]
    key: tuple[Labelled, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """What the words are called that stand in the drawings and beside the signs of the key."""
        slots = (text.slot for image in (*self.images, *self.key) for text in image.svg.texts)
        return (*slots, *(sign.words for sign in self.key))


Kind: TypeAlias = Timeline | DayBars | InHundred | LabelledDrawing


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as pictures.yml describes it, the same in every language."""

    id: str
    facts: Mapping[str, str]
    """The address of each fact by the name that it has in the words."""
    quantities: Mapping[str, Quantity]
    """What these facts say, by the same names; not all have a number."""
    kind: Kind
    location: Location


Pictures: TypeAlias = Mapping[str, Picture]
"""By id."""


@dataclass(frozen=True, slots=True)
class Use:
    """A link or picture on a page that says what facts say."""

    node: FactLink | PictureLink
    addresses: tuple[str, ...]
    """What stands after ``fact:``; one for a link."""


def uses_of(document: Document, pictures: Pictures) -> tuple[Use, ...]:
    """Return everything on a page that says what facts say, in reading order."""
    return tuple(use for part in document.linking for use in _uses(part, pictures))


def _uses(part: Figure | TextBlock, pictures: Pictures) -> Iterator[Use]:
    if isinstance(part, Figure):
        yield from _drawn((part.image,), pictures)
    else:
        links = [Use(link, (link.target,)) for link in part.links if isinstance(link, FactLink)]
        uses = (*links, *_drawn(part.images, pictures))
        yield from sorted(uses, key=lambda use: (use.node.location.line, use.node.location.column))


def _drawn(images: Iterable[AnyImage], pictures: Pictures) -> Iterator[Use]:
    for image in images:
        if isinstance(image, PictureLink) and image.name in pictures:
            yield Use(image, tuple(pictures[image.name].facts.values()))


def addresses_of(document: Document, pictures: Pictures) -> tuple[str, ...]:
    """Return the addresses of the facts on a page, each once, in order of first use."""
    return tuple(dict.fromkeys(address for use in uses_of(document, pictures) for address in use.addresses))
