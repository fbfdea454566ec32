"""Which words each picture needs, and what is wrong with those in docs/data/interface/<code>.yml.

Words that are missing, that no picture has, gaps for facts that are not there, and labels too long for their drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import Value, data, keys_below, open_yaml
from handbook.language.interface import GAP
from handbook.language.languages import Language
from handbook.language.letter_widths import width_of
from handbook.project import Project
from handbook.register.picture_words import NUMBER, SECTION, fill_gaps
from handbook.register.pictures import (
    SIZE,
    DayBars,
    InHundred,
    Kind,
    LabelledDrawing,
    Picture,
    Pictures,
    Shape,
    Svg,
    Timeline,
)

_DOT = re.compile(re.escape("."))
_SHARED = ("in-words", "between")
"""Words of several pictures: what leads to the words of a picture, and what a half filled figure means."""


def check_words(pictures: Pictures, languages: Iterable[Language], project: Project) -> Iterator[Problem]:
    """Yield a problem for words that a picture lacks in some language, that no picture has, and for unknown gaps."""
    wanted = {f"{SECTION}.{name}": frozenset[str]() for name in _SHARED}
    for picture in pictures.values():
        for name, gaps in _wanted(picture):
            wanted[f"{SECTION}.{picture.id}.{name}"] = gaps
    for language in languages:
        value = open_yaml(project.data_folder / "interface" / f"{language.code}.yml", project.root, [])
        if value is not None:
            keys = {name: (place, inner) for name, place, inner in keys_below(value)}
            words = _Words(language, keys, value.location)
            yield from (*_missing(words, wanted), *_left_over(words, wanted), *_gaps(words, wanted))
            yield from (problem for picture in pictures.values() for problem in _labels(words, picture))


def _wanted(picture: Picture) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the words that a picture needs, each with the gaps that it may have."""
    number = frozenset({NUMBER} if isinstance(picture.kind, InHundred) else ())
    for name in ("title", "alt", *_names(picture.kind)):
        if name != "alt" or not number:
            yield name, frozenset(picture.quantities) | number


def _names(kind: Kind) -> Iterator[str]:
    """Yield the words that a picture of a kind needs beside a title and what it shows."""
    if isinstance(kind, Timeline):
        yield from ("plain", "striped", *(panel.words for panel in kind.panels))
        bars = (bar.words for panel in kind.panels for bar in panel.bars)
        yield from (f"{bar}.{name}" for bar in bars for name in ("name", "when"))
    elif isinstance(kind, DayBars):
        yield from ("days", "expected", "call", "striped", "note")
        yield from (f"{sign.words}.{name}" for sign in kind.signs for name in ("name", "expected", "call"))
    elif isinstance(kind, LabelledDrawing):
        yield from (f"{image.words}.{name}" for image in kind.images for name in ("name", "words"))
        yield from (f"labels.{name}" for name in dict.fromkeys(kind.labels))
        yield "note"
    else:
        yield from ("yes", "no")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language, with their places."""

    language: Language
    keys: Mapping[str, tuple[Location, Value]]
    """By address; also what holds other words."""
    start: Location

    def text(self, address: str) -> str:
        """Return the words at an address, or nothing."""
        found = data(self.keys[address][1]) if address in self.keys else None
        return found if isinstance(found, str) else ""

    def place(self, address: str) -> Location:
        """Return the place of a key, or of what should hold it."""
        while address not in self.keys and address:
            address = address.rpartition(".")[0]
        return self.keys[address][0] if address else self.start


def _missing(words: _Words, wanted: Iterable[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(_first_missing(name, words.keys) for name in wanted if not words.text(name).strip()):
        message = Message(
            "{language} has no words at {name}", language=words.language.name, name=name.replace(".", ": ")
        )
        inner = [other.removeprefix(f"{name}.") for other in wanted if other.startswith(f"{name}.")]
        key = name.rpartition(".")[2]
        hint = Message("add {key}: …", key=key)
        if inner:
            hint = Message("add {key}: with {names}", key=key, names=", ".join(inner))
        yield Problem(words.place(name), message, hint)


def _left_over(words: _Words, wanted: Iterable[str]) -> Iterator[Problem]:
    """Report words that belong to no picture, without those inside them."""
    known = {SECTION, *(name[: dot.start()] for name in wanted for dot in _DOT.finditer(name)), *wanted}
    for name in words.keys:
        above = name.rpartition(".")[0]
        if name not in known and above in known and above:
            others = known - words.keys.keys()
            beside = sorted(other.rpartition(".")[2] for other in others if other.rpartition(".")[0] == above)
            hint = meant(name.rpartition(".")[2], beside, Message("take it out, or name it in docs/data/pictures.yml"))
            yield Problem(
                words.place(name), Message("no picture has the words {name}", name=name.replace(".", ": ")), hint
            )


def _gaps(words: _Words, wanted: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    for name, gaps in wanted.items():
        for gap in GAP.findall(words.text(name)):
            if gap not in gaps:
                known = Message("known are {names}", names=", ".join(sorted(gaps))) if gaps else Message("take it out")
                message = Message("the gap {{{gap}}} is no fact of this picture that has a number", gap=gap)
                yield Problem(words.keys[name][1].location, message, meant(gap, sorted(gaps), known))


def _labels(words: _Words, picture: Picture) -> Iterator[Problem]:
    """Report labels that are too long for their drawing."""
    if not isinstance(picture.kind, LabelledDrawing):
        return
    images = (*picture.kind.images, *picture.kind.key)
    for svg, text in ((image.svg, text) for image in images for text in image.svg.texts):
        name = f"{SECTION}.{picture.id}.labels.{text.slot}"
        said = fill_gaps(words.text(name), picture.quantities, words.language)
        wide, room = width_of(said, SIZE, text.style == "name"), _room(text, svg)
        if wide > room:
            message = Message(
                "the label is about {wide:.0f} wide, and {file} has room for {room:g} there",
                wide=wide,
                file=svg.file,
                room=room,
            )
            yield Problem(
                words.keys[name][1].location, message, Message("shorten it, or move its place in the drawing")
            )


def _room(text: Shape, svg: Svg) -> float:
    """Return how wide the words at a place in a drawing may be."""
    placed = dict(text.attributes)
    x = float(placed.get("x", "0"))
    left, right = x, svg.width - x
    sizes = {"start": right, "middle": 2 * min(left, right), "end": left}
    return sizes[placed.get("text-anchor", "start")]


def _first_missing(name: str, keys: Iterable[str]) -> str:
    """Return the first part of an address that is not there, so that a whole picture without words is told once."""
    parts = name.split(".")
    addresses = (".".join(parts[:count]) for count in range(1, len(parts) + 1))
    return next((address for address in addresses if address not in keys), name)
