"""Pictures say what the register says: drawn as expected, and changed by every fact they rest on."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handbook.checks import broken_link, found_by, missing_alt
from handbook.register.handbook import Handbook
from handbook.register.svg_reader import SHAPE_STYLES, TEXT_STYLES
from handbook.render import pictures
from handbook.render.pictures import NARROW, PRINT, PRINTED, WIDE, Figure, figure_of
from project import ROOT, load
from render.pictures.drawn import FACTS, NAMES, QUANTITIES, SHARE, project, read

EXPECTED = Path(__file__).parent / "expected"
OTHERS = {
    "limit": "{kind: limit, low: null, high: 2, unit: week}",
    "duration": "{kind: duration, low: 3, high: 6, unit: day}",
    "point": "{kind: point, low: 1, high: 2, unit: day}",
    "share": "{kind: share, low: 50, high: 50, unit: percent}",
}
"""Another quantity of each kind."""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The handbook whose register is in register.py."""
    return read(tmp_path_factory.mktemp("pictures"))


def shown(name: str, handbook: Handbook, code: str = "en") -> Figure:
    found = figure_of(name, handbook.language(code), handbook.pictures)
    assert found is not None
    return found


def whole(name: str, handbook: Handbook) -> str:
    """Return everything a picture is, as text."""
    found = shown(name, handbook)
    parts = [part.for_print(PRINT) for part in found.parts(PRINTED)]
    return "\n".join(
        [found.title, found.alt, *found.long_description, *parts, found.draw(NARROW).for_site("narrow", found.alt), ""]
    )


@pytest.mark.parametrize("name", [*NAMES[:3], SHARE])
def test_it_is_drawn_as_expected(name: str, handbook: Handbook, update: bool) -> None:
    file = EXPECTED / f"{name}.txt"
    told = whole(name, handbook).replace("><", ">\n<")
    if update:
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "address"),
    [(name, address) for name in NAMES for address in FACTS[name].values() if address in QUANTITIES],
)
def test_it_changes_with_each_number(name: str, address: str, handbook: Handbook, tmp_path: Path) -> None:
    kind = re.findall(r"kind: (\w+)", QUANTITIES[address])[0]
    other = "{kind: point, low: 1, high: null, unit: day}" if "null" in QUANTITIES[address] else ""
    changed = read(tmp_path, {address: other if kind == "point" and other else OTHERS[kind]})
    assert whole(name, changed) != whole(name, handbook)


@pytest.mark.parametrize(("low", "high", "filled", "half", "empty"), [
    (0, 0, 0, 0, 100), (2.2, 2.2, 2, 0, 98), (2.5, 2.5, 3, 0, 97), (3, 5, 3, 2, 95), (100, 100, 100, 0, 0),
])  # fmt: skip
def test_so_many_figures_are_filled(
    low: float, high: float, filled: int, half: int, empty: int, tmp_path: Path
) -> None:
    share = f"{{kind: share, low: {low}, high: {high}, unit: percent}}"
    found = shown(SHARE, read(tmp_path, {"infection-rate/rounded": share}))
    root = ElementTree.fromstring(found.draw(NARROW).for_print({style: {"class": style} for style in PRINT}))
    drawn: Counter[tuple[str, str]] = Counter()
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        outline = path.get("d", "")
        drawn[path.get("class", ""), "person" if "v9z" in outline else "half"] += outline.count("M")
    between = 1 if low != high else 0
    in_key = Counter({("one", "person"): 1, ("one", "half"): between, ("other", "person"): 1 + between})
    people = Counter({("one", "person"): filled, ("one", "half"): half, ("other", "person"): half + empty})
    assert drawn == people + in_key


def test_every_picture_can_be_drawn_from_the_real_register_in_every_language() -> None:
    handbook, problems = load(ROOT)
    assert handbook is not None
    assert problems == []
    for language in handbook.languages:
        for name in handbook.pictures:
            found = figure_of(name, language, handbook.pictures)
            assert found is not None
            assert 0 < len(found.alt) <= 250
            for part in (found.draw(NARROW), found.draw(WIDE), *found.parts(PRINTED)):
                text = part.for_print(PRINT)
                assert ElementTree.fromstring(text) is not None
                assert "[pictures" not in text


def test_a_style_of_the_site_is_a_style_of_the_print() -> None:
    css = (ROOT / "overrides" / "assets" / "handbook.css").read_text(encoding="utf-8")
    styled = set(re.findall(r"hb-look-([a-z-]+)", css)) | {"words"}
    assert styled == set(PRINT)
    assert {*TEXT_STYLES, *SHAPE_STYLES} == set(PRINT)


def test_words_are_escaped(tmp_path: Path) -> None:
    node = pictures.svg.node("text", "words", text='<b> & "c"', x=1)
    drawing = pictures.svg.Drawing(10, 10, (node,))
    assert drawing.for_site("wide", 'a"b') == (
        '<svg class="hb-drawing hb-drawing--wide" viewBox="0 0 10 10" role="img" aria-label="a&quot;b">'
        '<text x="1" class="hb-look-words">&lt;b&gt; &amp; "c"</text></svg>'
    )


def test_a_picture_stands_alone_and_without_words(tmp_path: Path) -> None:
    folder = project(tmp_path)
    page = folder / "docs" / "en" / "index.md"
    page.write_text(
        "# Pictures {#pictures}\n\nWords ![](picture:skin-columns)\n\n![Skin](picture:skin-columns)\n", encoding="utf-8"
    )
    handbook, _ = load(folder)
    assert handbook is not None
    found = [problem for check in (broken_link, missing_alt) for problem in found_by(check, handbook)]
    place = "docs/en/index.md"
    assert [(str(it.location), it.message, it.hint) for it in found if it.location.path == place] == [
        (f"{place}:3:7", "picture:skin-columns does not stand alone", "put it between two empty lines"),
        (
            f"{place}:5:1",
            "picture:skin-columns brings its own words, in every language",
            "write ![](picture:skin-columns)",
        ),
    ]
