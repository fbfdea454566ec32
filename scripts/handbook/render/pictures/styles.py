"""The colours of print: dark grey shades and patterns that stay apart without colour and on any copier."""

from __future__ import annotations

from handbook.render.pictures.svg import Styles

FONT = "Noto Sans"
"""Of all words on paper."""

_INK, _QUIET, _BRAND, _PALE = "#000000", "#3d3d3d", "#12343b", "#e9eef0"
_TEXT = {"fill": _INK, "font-family": FONT, "font-size": "16"}

PRINT: Styles = {
    "name": {**_TEXT, "font-weight": "700"},
    "words": _TEXT,
    "axis": {**_TEXT, "fill": _QUIET},
    "sure": {"fill": _BRAND},
    "stripes": {"stroke": _BRAND, "stroke-width": "2.5", "fill": "none"},
    "frame": {"stroke": _BRAND, "stroke-width": "1.5", "fill": "none"},
    "track": {"fill": _PALE},
    "tick": {"stroke": "#8a8a8a", "stroke-width": "1", "fill": "none"},
    "call": {"fill": _INK},
    "call-sign": {"fill": "#ffffff"},
    "good": {"fill": "#ffffff", "stroke": _BRAND, "stroke-width": "2"},
    "good-sign": {"stroke": _BRAND, "stroke-width": "2.5", "fill": "none"},
    "outer": {"fill": "#75858b"},
    "deeper": {"fill": _PALE},
    "gap": {"fill": "#ffffff"},
    "outline": {"stroke": _INK, "stroke-width": "1.5", "fill": "none"},
    "gone": {"stroke": _INK, "stroke-width": "1.5", "stroke-dasharray": "5 4", "fill": "none"},
    "one": {"fill": _BRAND, "stroke": _BRAND, "stroke-width": "1.5"},
    "other": {"fill": "#ffffff", "stroke": _QUIET, "stroke-width": "1.5"},
}
"""By style; handbook.css says the same for the website."""
