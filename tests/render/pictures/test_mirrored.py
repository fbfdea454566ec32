"""In a language that runs from right to left a picture is laid out the other way round, and its signs stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from handbook.register.handbook import Handbook
from handbook.render.pictures import NARROW, PRINT, WIDE, Figure, figure_of
from handbook.render.pictures.svg import Node, kept, mirrored, moved, node
from render.pictures.drawn import NAMES, read

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """A handbook with every picture."""
    return read(tmp_path_factory.mktemp("pictures"))


def places(figure: Figure, width: float) -> Iterator[tuple[str, float, float]]:
    """Yield each text with its anchor's place, and each bar with both its ends, from the left."""
    root = ElementTree.fromstring(figure.draw(width).for_print({style: {} for style in PRINT}))
    for element in root.iter():
        x = float(element.get("x", "0"))
        if element.tag == f"{_SVG}text":
            yield (element.text or "").strip("\u202b\u202c"), x, x
        elif element.tag == f"{_SVG}rect":
            yield "", x, x + float(element.get("width", "0"))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "skin-columns"])
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_everything_stands_on_the_other_side(name: str, width: float, handbook: Handbook) -> None:
    language = handbook.source
    found = [
        figure_of(name, replace(language, direction=direction), handbook.pictures)
        for direction in ("ltr", "rtl")
    ]
    usual, other = (sorted(places(it, width)) for it in found if it is not None)
    turned = sorted((text, round(width - right, 1), round(width - left, 1)) for text, left, right in other)
    signs = {text for text, *_ in usual}
    assert {text for text, *_ in turned} == signs
    assert turned == [(text, round(left, 1), round(right, 1)) for text, left, right in usual]


def test_words_begin_at_their_right_and_signs_stay() -> None:
    sign = kept(18, node("path", "good-sign", d="M5 9l3 3"))
    given = moved(3, 4, node("text", "words", text="a", y=16), node("rect", "sure", x=2, width=5), sign)
    text = Node("text", "words", (("y", "16"), ("x", "0"), ("text-anchor", "end")), (), "\u202ba\u202c")
    bar = Node("rect", "sure", (("x", "-7"), ("width", "5")), (), "")
    assert mirrored(given) == moved(-3, 4, text, bar, moved(-18, 0, node("path", "good-sign", d="M5 9l3 3")))
    path = node("path", "call", d="M1 1")
    assert mirrored(path) == node("g", "", path, transform="scale(-1 1)")
    middle = node("text", "axis", text="7", x=9, text_anchor="middle")
    assert dict(mirrored(middle).attributes) == {"x": "-9", "text-anchor": "middle"}
    assert mirrored(node("circle", "good", cx=9, r=8)).attributes == (("cx", "-9"), ("r", "8"))


def test_places_are_reckoned_from_the_left_on_a_page_that_runs_from_the_right(handbook: Handbook) -> None:
    figure = figure_of(NAMES[0], replace(handbook.source, direction="rtl"), handbook.pictures)
    assert figure is not None
    assert ' direction="ltr" role="img"' in figure.draw(NARROW).for_site("narrow", "alt")
