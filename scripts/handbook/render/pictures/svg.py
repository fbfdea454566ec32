"""Elements of a drawing as values, and drawings as SVG text: every word and number is escaped here, and only here.

An element names its look and not its colours. On the website a look is a class, which the style sheet colours for
light and dark; for print it becomes the colours themselves, because there no style sheet reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

Looks: TypeAlias = Mapping[str, Mapping[str, str]]
"""The attributes of each look where there is no style sheet."""

_NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a drawing."""

    tag: str
    look: str
    attributes: tuple[tuple[str, str], ...]
    inside: tuple[Node, ...]
    text: str


def node(tag: str, look: str = "", *inside: Node, text: str = "", **attributes: float | str) -> Node:
    """Return an element; in the names of attributes an underscore stands for a hyphen."""
    written = tuple((name.replace("_", "-"), _written(value)) for name, value in attributes.items())
    return Node(tag, look, written, inside, text)


def moved(x: float, y: float, *inside: Node) -> Node:
    """Return elements moved to the right and down."""
    return node("g", "", *inside, transform=f"translate({_written(x)} {_written(y)})")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing, in units that are the pixels of a phone."""

    width: float
    height: float
    nodes: tuple[Node, ...]

    def for_site(self, kind: str, alt: str) -> str:
        """Return it as an element of a page, read aloud as ``alt``; ``kind`` is put into its class."""
        size = f'viewBox="0 0 {_written(self.width)} {_written(self.height)}"'
        inside = "".join(_element(part, None) for part in self.nodes)
        return f'<svg class="hb-drawing hb-drawing--{kind}" {size} role="img" aria-label="{escape(alt)}">{inside}</svg>'

    def for_print(self, looks: Looks) -> str:
        """Return it as a file of its own."""
        size = f'width="{_written(self.width)}" height="{_written(self.height)}"'
        box = f'viewBox="0 0 {_written(self.width)} {_written(self.height)}"'
        inside = "".join(_element(part, looks) for part in self.nodes)
        return f'<svg xmlns="{_NAMESPACE}" {size} {box}>{inside}</svg>'


def _element(part: Node, looks: Looks | None) -> str:
    attributes = dict(part.attributes)
    if part.look:
        attributes |= {"class": f"hb-look-{part.look}"} if looks is None else looks[part.look]
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    inside = escape(part.text, quote=False) + "".join(_element(child, looks) for child in part.inside)
    return f"<{part.tag}{written}>{inside}</{part.tag}>" if inside else f"<{part.tag}{written}/>"


def _written(value: float | str) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"
