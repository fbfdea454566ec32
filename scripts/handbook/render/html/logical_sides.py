"""Rules of the theme that come in pairs, one for each direction, become one rule that fits both.

The theme writes ``[dir=ltr] ul{margin-left:…}`` and ``[dir=rtl] ul{margin-right:…}``. On a page in one direction
with a part in the other, an original that stands in for a translation, both would apply to that part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIDES = {"ltr": {"left": "start", "right": "end"}, "rtl": {"left": "end", "right": "start"}}
_DIRECTION = re.compile(r"^\[dir=(?P<name>ltr|rtl)\](?= )")
_PROPERTY = re.compile(
    r"(?P<property>(?:margin|padding|border)-|)"  # of a box, or the side alone for a place,
    r"(?P<side>left|right)"
    r"(?=[-:])"  # and then its value, or which part of a border: border-left-width
)
_KEPT = re.compile(r"float:|transform:")
"""A shift has no side of the text, and browsers of a few years ago know none for what floats."""


def with_logical_sides(selectors: Iterable[str], body: str) -> dict[str, str]:
    """Return the body for each selector; for one of a pair both are the same as its twin's.

    A pair whose body cannot be written so stays as it is.
    """
    return dict(_both_ways(selector, body) for selector in selectors)


def _both_ways(selector: str, body: str) -> tuple[str, str]:
    direction = _DIRECTION.match(selector)
    if direction is None or _KEPT.search(body):
        return selector, body
    sides = _SIDES[direction["name"]]
    written = ";".join(_PROPERTY.sub(lambda found: _logical(found, sides), part, count=1) for part in body.split(";"))
    return _DIRECTION.sub("[dir]", selector), written


def _logical(found: re.Match[str], sides: dict[str, str]) -> str:
    return f"{found['property'] or 'inset-'}inline-{sides[found['side']]}"
