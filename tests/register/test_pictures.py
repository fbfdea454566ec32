"""Pictures as data: facts may change their names everywhere, and drawings hold nothing that a page must not hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.diagnostics.problems import Problem
from handbook.register.pictures import Shape, Svg
from handbook.register.svg_reader import read_svg
from handbook.render.pictures import NARROW, figure_of
from project import ROOT, load

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30 20">'


def copied(root: Path) -> Path:
    """Copy the real handbook."""
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, root)
    shutil.copytree(ROOT / "docs", root / "docs")
    return root


def rename(folder: Path, old: str, new: str) -> None:
    """Rename a fact in all that people write: a ledger holds what the original was, and only the program writes it."""
    for file in [*folder.rglob("*.md"), *folder.rglob("*.yml")]:
        text = file.read_text(encoding="utf-8")
        if old in text and "translations" not in file.parts:
            file.write_text(text.replace(old, new), encoding="utf-8")


def drawings(root: Path) -> list[str]:
    handbook, problems = load(root)
    assert handbook is not None
    assert problems == []
    figures = [
        figure_of(name, language, handbook.pictures)
        for language in handbook.languages
        for name in handbook.pictures
    ]
    return [it.title + it.draw(NARROW).for_site("narrow", it.alt) for it in figures if it is not None]


def told(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(str(it.location), it.message, it.hint) for it in problems]


def test_a_fact_renamed_throughout_changes_no_picture(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for old, new in (("redness-strong-phase", "red-days"), ("swelling-duration", "swollen"), ("rf-swelling", "puffy")):
        rename(folder / "docs", old, new)
    assert drawings(folder) == drawings(ROOT)


def test_a_fact_left_behind_under_its_old_name_is_told(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    rename(folder / "docs", "dark-marks-thai-trial", "thai-trial")
    file = folder / "docs" / "data" / "pictures.yml"
    text = file.read_text(encoding="utf-8").replace("fact: thai-trial", "fact: dark-marks-thai-trial")
    file.write_text(text, encoding="utf-8")
    line = text[: text.index("fact: dark-marks-thai-trial")].count("\n") + 1
    place = f"docs/data/pictures.yml:{line}:9"
    _, problems = load(folder)
    message, hint = "the register has no fact dark-marks-thai-trial", "did you mean dark-marks-fade-time?"
    assert told(problems) == [(place, message, hint)]


def test_a_label_too_long_for_its_drawing_is_told(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    file = folder / "docs" / "data" / "interface" / "en.yml"
    text = file.read_text(encoding="utf-8").replace("untouched: Untouched skin", f"untouched: {'Untouched ' * 4}skin")
    file.write_text(text, encoding="utf-8")
    line = text[: text.index("untouched: Untouched")].count("\n") + 1
    _, problems = load(folder)
    assert told(problems) == [
        (
            f"docs/data/interface/en.yml:{line}:18",
            f"the label is about 409 wide, and skin-{name}.svg has room for 276 there",
            "shorten it, or move its place in the drawing",
        )
        for name in ("fractional", "non-ablative")
    ]


def read(root: Path, text: str) -> tuple[Svg | None, list[tuple[str, str, str]]]:
    problems: list[Problem] = []
    file = root / "a.svg"
    file.write_text(text, encoding="utf-8")
    found = read_svg(file, root, problems)
    return found, told(problems)


def test_shapes_and_places_for_words_are_read(tmp_path: Path) -> None:
    text = (
        f'<?xml version="1.0" encoding="windows-1251"?>\n<!-- Ж -->\n{SVG}<g transform="translate(1 2) rotate(-4.5)">'
        '<path class="gone" d="M1 2h3z"/></g><text class="words" data-slot="skin" x="3" text-anchor="end">Skin</text>'
        "</svg>"
    )
    path = Shape("path", "gone", (("d", "M1 2h3z"),), (), "")
    group = Shape("g", "", (("transform", "translate(1 2) rotate(-4.5)"),), (path,), "")
    words = Shape("text", "words", (("x", "3"), ("text-anchor", "end")), (), "skin")
    assert read(tmp_path, text) == (Svg("a.svg", 30, 20, (group, words)), [])


SHAPES = "g, rect, circle, ellipse, line, polyline, polygon, path, text"
STYLES = (
    "outer, deeper, gap, outline, gone, sure, stripes, frame, track, tick, good, good-sign, call, call-sign, one, other"
)


@pytest.mark.parametrize(("text", "problems"), [
    ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
     [("a.svg:1:15", "a document type can bring in anything", "take out <!DOCTYPE …>")]),
    (f"{SVG}<rect>", [("a.svg:1:84", "class of <rect> is ''", f"write one of {STYLES}"),
                      ("a.svg:1:90", "this is not XML: no element found", "save it again as plain SVG")]),
    (f"<?xml-stylesheet href='a'?>{SVG}</svg>",
     [("a.svg:1:1", "the instruction xml-stylesheet has no place in a drawing", "take out <?xml-stylesheet …?>")]),
    (f"{SVG}\n<script>alert(1)</script>\n <style>a</style></svg>",
     [("a.svg:2:1", "<script> has no place in a drawing", f"there may be {SHAPES}"),
      ("a.svg:3:2", "<style> has no place in a drawing", f"there may be {SHAPES}")]),
    (f'{SVG}\n<html:p xmlns:html="http://www.w3.org/1999/xhtml"/></svg>',
     [("a.svg:2:1", "<p> has no place in a drawing", f"there may be {SHAPES}")]),
    (f'{SVG}\n<rect class="gap" onclick="a" x="url(#a)"/></svg>',
     [("a.svg:2:1", "<rect> has the attribute onclick", "it may have x, y, width, height, rx, ry, class"),
      ("a.svg:2:1", "x of <rect> is 'url(#a)'", 'write it plainly, as in x="3", d="M3 4h5"')]),
    (f'{SVG}\n<g xmlns:x="http://www.w3.org/1999/xlink" x:href="a" class="gap"/></svg>',
     [("a.svg:2:1", "<g> has the attribute href", "it may have transform"),
      ("a.svg:2:1", "<g> has the attribute class", "it may have transform")]),
    (f"{SVG}\n<text class='gap' x='1'>Skin</text></svg>",
     [("a.svg:2:1", "class of <text> is 'gap'", "write one of words, name, axis"),
      ("a.svg:2:1", "words stand in the drawing itself",
       'write data-slot="…", and the words under labels: of the picture in docs/data/interface')]),
    (f"{SVG}\n<g><text class='words' data-slot='a'/></g>Skin</svg>",
     [("a.svg:2:4", "<text> stands inside <g>", "let it stand in <svg> itself"),
      ("a.svg:2:43", "the text 'Skin' stands in <svg>", "take it out, or put it into a <text>")]),
    ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>',
     [("a.svg:1:1", "the drawing has no clear size", 'write width="300" height="150" viewBox="0 0 300 150"')]),
    (SVG.replace("30", "400") + "</svg>",
     [("a.svg:1:1", "the drawing is 400 wide", "a phone shows 316 beside one another")]),
    ("<p/>", [("a.svg:1:1", "<p> has no place in a drawing", f"there may be {SHAPES}")]),
    (SVG + "<g>" * 40 + "</g>" * 40 + "</svg>",
     [("a.svg:1:117", "the drawing has too many elements", "2000 may stand there, 12 deep")]),
])  # fmt: skip
def test_what_is_not_on_the_list_is_refused(text: str, problems: list[tuple[str, str, str]], tmp_path: Path) -> None:
    assert read(tmp_path, text) == (None, problems)


def test_a_drawing_that_is_not_there_is_told(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "docs" / "images" / "sign-heat.svg").unlink()
    text = (folder / "docs" / "data" / "pictures.yml").read_text(encoding="utf-8")
    line = text[: text.index("sign-heat.svg")].count("\n") + 1
    _, problems = load(folder)
    place = f"docs/data/pictures.yml:{line}:25"
    assert told(problems) == [
        (place, "there is no drawing docs/images/sign-heat.svg", "did you mean sign-gone.svg?")
    ]
