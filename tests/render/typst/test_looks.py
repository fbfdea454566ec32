"""How the sample looks in print: its pages as small pictures, in expected/<language>.png, which --update draws anew.

The fonts are the project's own, so that other machines print the same. Small pictures forgive what no reader sees.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from render.typst.test_handbook_pdf import EXPECTED, LANGUAGES
from render.typst.test_handbook_pdf import printed as printed  # the sample, printed once

PAGES = {
    "the cover": 1, "lists": 4, "a table, a form and boxes": 5, "a box to call now": 6, "the notes": 7, "the index": 10,
}  # fmt: skip
WIDTH = 120
"""Pixels of a page."""
_UNLIKE = 48
"""Of 255: by how much a pixel may be darker or brighter. A line that is a point higher changes more."""


def looks(file: Path) -> Image.Image:
    """Return the pages beside one another, in shades of grey."""
    with pypdfium2.PdfDocument(file) as document:
        shown = [_small(document[number - 1]) for number in PAGES.values()]
    sheet = Image.new("L", (WIDTH * len(shown), shown[0].height))
    for at, page in enumerate(shown):
        sheet.paste(page, (WIDTH * at, 0))
    return sheet


def _small(page: pypdfium2.PdfPage) -> Image.Image:
    """Return a page that was drawn large and made small, because letters drawn small differ by machine."""
    large = page.render(scale=2, grayscale=True).to_pil().convert("L")
    return large.resize((WIDTH, round(WIDTH * large.height / large.width)), Image.Resampling.BOX)


def unlike(one: Image.Image, other: Image.Image) -> list[str]:
    """Return the pages that two sheets show differently."""
    if one.size != other.size:
        return ["all pages"]
    parts = [(at * WIDTH, 0, (at + 1) * WIDTH, one.height) for at in range(len(PAGES))]
    most = [ImageChops.difference(one.crop(part), other.crop(part)).getextrema()[1] for part in parts]
    return [name for name, difference in zip(PAGES, most, strict=True) if difference > _UNLIKE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_looks_as_it_did(printed: Path, tmp_path: Path, language: str, update: bool) -> None:
    sheet, file = looks(printed / f"handbook-{language}-a4.pdf"), EXPECTED / f"{language}.png"
    if update:
        sheet.save(file, optimize=True)
    sheet.save(tmp_path / f"{language}.png")
    with Image.open(file) as expected:
        assert unlike(sheet, expected) == [], f"look at {file}, and at {tmp_path / file.name}"


def test_what_stands_a_little_higher_is_seen(printed: Path) -> None:
    sheet = looks(printed / "handbook-en-a4.pdf")
    moved = ImageChops.offset(sheet.resize((sheet.width * 4, sheet.height * 4)), 0, 1).resize(sheet.size)
    assert unlike(sheet, moved) == list(PAGES)
