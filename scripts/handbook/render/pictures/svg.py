"""Elements of a drawing as values, and drawings as SVG text: every word and number is escaped here, and only here.

An element names its style and not its colours. On the website a style is a class, which the style sheet colours for
light and dark; for print it becomes the colours themselves, because there no style sheet reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import TypeAlias

Styles: TypeAlias = Mapping[str, Mapping[str, str]]
"""The attributes of each style where there is no style sheet."""

_NAMESPACE = "http://www.w3.org/2000/svg"
_FROM_RIGHT, _END = "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"
_PLACES = {"rect": ("x", "y"), "text": ("x", "y"), "circle": ("cx", "cy")}
"""The attributes that say where an element stands; the place of any other is in what it draws."""
_OTHER_SIDE = {"": "end", "start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a drawing."""

    tag: str
    """Empty where only what is inside is written."""
    style: str
    attributes: tuple[tuple[str, str], ...]
    inside: tuple[Node, ...]
    text: str
    offset: tuple[float, float] | None = None
    """How far a group is moved to the right and down."""
    kept: float = 0
    """The width of what is never mirrored: it moves to the other side as it is."""


def node(tag: str, style: str = "", *inside: Node, text: str = "", **attributes: float | str) -> Node:
    """Return an element; in the names of attributes an underscore stands for a hyphen."""
    written = tuple((name.replace("_", "-"), _written(value)) for name, value in attributes.items())
    return Node(tag, style, written, inside, text)


def moved(x: float, y: float, *inside: Node) -> Node:
    """Return elements moved to the right and down; what is moved already is moved on, without another group."""
    if len(inside) == 1 and (before := inside[0].offset):
        return replace(inside[0], offset=(x + before[0], y + before[1]))
    return Node("g", "", (), inside, "", offset=(x, y))


def kept(width: float, *inside: Node) -> Node:
    """Return elements that look the same in every direction of reading, such as a tick, and how wide they are."""
    return Node("", "", (), inside, "", kept=width)


def mirrored(part: Node) -> Node:
    """Return an element as on the other side of the left edge: words begin at their right, shapes are turned over."""
    if part.kept:
        return moved(-part.kept, 0, *map(_from_right, part.inside))
    inside = tuple(map(mirrored, part.inside))
    if part.offset is not None:
        return replace(part, inside=inside, offset=(0 - part.offset[0], part.offset[1]))
    if part.tag == "path":
        return node("g", "", part, transform="scale(-1 1)")
    attributes = dict(part.attributes) | _moved_over(part)
    return replace(_from_right(part), attributes=tuple(attributes.items()), inside=inside)


def _moved_over(part: Node) -> dict[str, str]:
    """Return the attributes that place an element on the other side."""
    found = dict(part.attributes)
    if part.tag == "circle":
        return {"cx": _written(0 - float(found["cx"]))}
    right = float(found.get("x", "0")) + float(found.get("width", "0"))
    anchor = {"text-anchor": _OTHER_SIDE[found.get("text-anchor", "")]} if part.tag == "text" else {}
    return {"x": _written(0 - right), **anchor}


def _from_right(part: Node) -> Node:
    """Return an element whose words run from right to left; not every program that shows them asks the page."""
    text = f"{_FROM_RIGHT}{part.text}{_END}" if part.text else ""
    return replace(part, text=text, inside=tuple(map(_from_right, part.inside)))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing, in units that are the pixels of a phone."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    direction: str = "ltr"
    """Of the words in it."""

    def for_site(self, kind: str, alt: str) -> str:
        """Return it as an element of a page, read aloud as ``alt``; ``kind`` is put into its class."""
        size = f'viewBox="0 0 {_written(self.width)} {_written(self.height)}"'
        # Places are reckoned from the left, also on a page that runs from the right.
        anchored = "" if self.direction == "ltr" else ' direction="ltr"'
        inside = "".join(_element(part, None) for part in self.nodes)
        named = f'role="img" aria-label="{escape(alt)}"'
        return f'<svg class="hb-drawing hb-drawing--{kind}" {size}{anchored} {named}>{inside}</svg>'

    def for_print(self, styles: Styles) -> str:
        """Return it as a file of its own."""
        size = f'width="{_written(self.width)}" height="{_written(self.height)}"'
        box = f'viewBox="0 0 {_written(self.width)} {_written(self.height)}"'
        inside = "".join(_element(part, styles) for part in self.nodes)
        return f'<svg xmlns="{_NAMESPACE}" {size} {box}>{inside}</svg>'


def _element(part: Node, styles: Styles | None, right: float = 0, down: float = 0) -> str:
    """Write an element moved to the right and down; a group that only moves what it holds is not written itself."""
    if part.offset is not None or not part.tag:
        x, y = part.offset or (0, 0)
        return "".join(_element(child, styles, right + x, down + y) for child in part.inside)
    inside = escape(part.text, quote=False) + "".join(_element(child, styles) for child in part.inside)
    attributes = _placed(part, right, down)
    if part.style:
        attributes |= {"class": f"hb-look-{part.style}"} if styles is None else styles[part.style]
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{part.tag}{written}>{inside}</{part.tag}>" if inside else f"<{part.tag}{written}/>"


def _placed(part: Node, right: float, down: float) -> dict[str, str]:
    """Return the attributes of an element that is moved: its place where it has one, else a transformation."""
    found = dict(part.attributes)
    if names := _PLACES.get(part.tag):
        places = {name: by + float(found.get(name, "0")) for name, by in zip(names, (right, down), strict=True)}
        return found | {name: _written(value) for name, value in places.items() if value or name in found}
    before = f" {found['transform']}" if "transform" in found else ""
    moving = f"translate({_written(right)} {_written(down)}){before}"
    return found | {"transform": moving} if right or down else found


def _written(value: float | str) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"
