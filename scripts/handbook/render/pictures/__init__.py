"""Pictures drawn from the register: if a fact changes, the picture changes, in every language and both outputs.

A page asks for one by an image without words, ``![](picture:recovery-timeline)``: the picture brings its own in the
page's language. What it shows stands in docs/data/pictures.yml, its words under ``pictures:`` in docs/data/interface,
and how each kind of picture is drawn in a module here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handbook.language.languages import Language
from handbook.register.pictures import DayBars, InHundred, LabelledDrawing, Pictures, Timeline
from handbook.render.pictures import day_bars, in_100, labelled, timeline
from handbook.render.pictures.layout import Piece, vstack
from handbook.render.pictures.picture_data import PictureData
from handbook.render.pictures.styles import PRINT
from handbook.render.pictures.svg import Drawing, mirrored, moved

__all__ = ["NARROW", "PRINT", "PRINTED", "WIDE", "Figure", "figure_of"]

_DRAW: Mapping[type, Callable[[PictureData, float], tuple[Piece, ...]]] = {
    Timeline: timeline.draw,
    DayBars: day_bars.draw,
    InHundred: in_100.draw,
    LabelledDrawing: labelled.draw,
}
_DESCRIBE: Mapping[type, Callable[[PictureData], tuple[str, ...]]] = {
    Timeline: timeline.describe,
    DayBars: day_bars.describe,
    InHundred: in_100.describe,
    LabelledDrawing: labelled.describe,
}
"""How each kind is drawn for a width, and told in sentences."""

NARROW, WIDE, PRINTED = 320.0, 640.0, 560.0
"""Widths of a drawing: for phones, for wider windows, and for paper, where letters come out larger."""

_EDGE = 2.0
"""Free room at both sides: some letters reach a little to the left of where they begin."""

_APART = 26.0
"""Between two parts of a drawing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in one language."""

    title: str
    alt: str
    """What it shows, in a sentence or two."""
    long_description: tuple[str, ...]
    """All that it shows, in sentences; none where ``alt`` says all."""
    data: PictureData

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of the facts it shows."""
        return tuple(self.data.picture.facts.values())

    def draw(self, width: float) -> Drawing:
        """Return it drawn for a width; letters keep their size, so that narrow drawings are taller."""
        return self._framed(vstack(self._pieces(width), _APART), width)

    def parts(self, width: float) -> tuple[Drawing, ...]:
        """Return it drawn in parts, which may stand on two sheets of paper."""
        return tuple(self._framed(piece, width) for piece in self._pieces(width))

    def _pieces(self, width: float) -> tuple[Piece, ...]:
        return _DRAW[type(self.data.picture.kind)](self.data, width - 2 * _EDGE)

    def _framed(self, piece: Piece, width: float) -> Drawing:
        if self.data.language.direction == "rtl":
            nodes = (moved(width - _EDGE, 0, *map(mirrored, piece.nodes)),)
        else:
            nodes = (moved(_EDGE, 0, *piece.nodes),)
        return Drawing(width, piece.height + 6, nodes, self.data.language.direction)


def figure_of(name: str, language: Language, pictures: Pictures) -> Figure | None:
    """Return the picture that pages call ``picture:skin-columns``, drawn with a language's words.

    None where there is no such picture, which the check ``broken-link`` has reported by then.
    """
    picture = pictures.get(name)
    if picture is None:
        return None
    data = PictureData(picture, language)
    description = _DESCRIBE[type(picture.kind)](data)
    if isinstance(picture.kind, InHundred):
        return Figure(data.word("title"), " ".join(description), (), data)
    return Figure(data.word("title"), data.word("alt"), description, data)
