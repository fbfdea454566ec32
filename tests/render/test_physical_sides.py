"""Styles and templates speak of start and end, so that a language written from the right needs none of its own."""

from __future__ import annotations

import re

import pytest

from project import ROOT

OVERRIDES = ROOT / "overrides"
STYLES = "assets/handbook.css"
TEMPLATES = sorted(file.relative_to(OVERRIDES).as_posix() for file in (OVERRIDES / "pdf").rglob("*.typ"))
EXCEPTIONS = {
    ".ta-right { text-align: end !important; }": "Markdown has no other name for the far side of a column",
    '(..others, (if dir == rtl { "right" } else { "left" }): start)': "Typst knows no other sides of a frame",
    '(left: line("left", "x"), right: line("right", "x"), top: line("top", "y"), bottom: line("bottom", "y"))': (
        "nor of a cell"
    ),
}
"""Lines of code with a left or a right of their own, each with the reason."""

_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
_SIDE = re.compile(r"\b(?:left|right)\b")
_PART = re.compile(r"(?:[^\s()]|\([^()]*(?:\([^()]*\))?[^()]*\))+")


def code(name: str) -> list[str]:
    """Return the lines of a file without its comments."""
    return [line.strip() for line in _COMMENT.sub("", (OVERRIDES / name).read_text(encoding="utf-8")).split("\n")]


def values(name: str) -> list[list[str]]:
    """Return the parts of each value of some properties of the style sheet: margin: 0 auto is 0 and auto."""
    found = re.findall(rf"(?<![\w-])(?:{name}): ([^;{{}}]+);", "\n".join(code(STYLES)))
    assert found
    return [_PART.findall(value) for value in found]


@pytest.mark.parametrize("name", [STYLES, "pdf/listing.css", *TEMPLATES])
def test_nothing_stands_left_or_right(name: str) -> None:
    assert [line for line in code(name) if _SIDE.search(line) and line not in EXCEPTIONS] == []


def test_no_rule_gives_two_sides_different_lengths_in_one_breath() -> None:
    four = values("margin|padding|inset|border-width|border-style|border-color")
    assert [parts for parts in four if len(parts) == 4 and parts[1] != parts[3]] == []


def test_no_corner_on_one_side_is_unlike_that_on_the_other() -> None:
    corners = values("border-radius")
    assert [each for each in corners if len(each) == 4 and (each[0] != each[1] or each[2] != each[3])] == []


def test_a_shadow_turns_with_the_text() -> None:
    shifts = [next(part for part in parts if part != "inset") for parts in values("box-shadow")]
    assert [shift for shift in shifts if shift not in ("0", "none") and "--side" not in shift] == []
