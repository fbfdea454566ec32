"""Drawings with labels in the reader's language, each with words beside or below it, and a key to what is in them."""

from __future__ import annotations

from handbook.register.pictures import Labelled, LabelledDrawing, Shape
from handbook.render.pictures.chart import WIDE
from handbook.render.pictures.layout import Piece, hstack, space, vstack, words
from handbook.render.pictures.picture_data import PictureData
from handbook.render.pictures.svg import Node, kept

_GAP = 16.0
"""Between a drawing and its words, and between a sign and what it means."""

_SIGN_GAP = 10.0


def describe(data: PictureData) -> tuple[str, ...]:
    """Return in words what the drawings show."""
    names = (image.words for image in _kind(data).images)
    return tuple(f"{data.word(f'{name}.name')}: {data.word(f'{name}.words')}" for name in names)


def draw(data: PictureData, width: float) -> tuple[Piece, ...]:
    """Draw it, with its key."""
    images = [_panel(image, data, width) for image in _kind(data).images]
    return (vstack([*images, *_key(data, width), words(data.word("note"), width)], 18),)


def _kind(data: PictureData) -> LabelledDrawing:
    assert isinstance(data.picture.kind, LabelledDrawing)
    return data.picture.kind


def _panel(image: Labelled, data: PictureData, width: float) -> Piece:
    wide, left = width >= WIDE, image.svg.width + _GAP
    room = width - left if wide else width
    name, said = data.word(f"{image.words}.name"), data.word(f"{image.words}.words")
    text = vstack([words(name, room, "name"), words(said, room)], 2)
    if not wide:
        return vstack([_drawn(image, data), text], 4)
    above = space(max(0.0, round((image.svg.height - text.height) / 2)))
    return hstack(_drawn(image, data), vstack([above, text]), left)


def _key(data: PictureData, width: float) -> list[Piece]:
    signs = _kind(data).key
    left = max((sign.svg.width for sign in signs), default=0.0) + _SIGN_GAP
    lines = [hstack(_drawn(sign, data), words(data.word(f"labels.{sign.words}"), width - left), left) for sign in signs]
    return [vstack(lines, 5)] if lines else []


def _drawn(image: Labelled, data: PictureData) -> Piece:
    nodes = (_node(shape, data) for shape in image.svg.shapes)
    return Piece(image.svg.height, (kept(image.svg.width, *nodes),))


def _node(shape: Shape, data: PictureData) -> Node:
    text = data.word(f"labels.{shape.slot}") if shape.slot else ""
    return Node(shape.tag, shape.style, shape.attributes, tuple(_node(child, data) for child in shape.inside), text)
