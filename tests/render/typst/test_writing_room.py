"""Whoever writes by hand has 8 mm above each line for it, on every page, also at its foot."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from built import print_books
from project import make
from render.typst.specimen import copy_templates
from render.typst.test_handbook_pdf import read

_HIGH = 8 * 72 / 25.4
"""8 mm in points."""
_BLACK = [0, 0, 0, 255]
"""Of lines to write on; frames and rules have another colour."""
_THIN, _LONG = 1.9, 20
"""Points; the black rules of the notice that a book is a draft are thicker."""
_EDITIONS = """editions:
- {id: book, kind: book, paper: a4, size: 14}
- {id: large, kind: book, paper: a4, size: 18, large-print: true}
- {id: small, kind: book, paper: a5, size: 12, two-sided: true, follow-on: true}
- {id: review, kind: book, paper: a4, size: 11, small: 9, review: true}
- {id: sheet, kind: sheet, paper: a4, size: 14, holds: [index.md]}
- {id: slip, kind: sheet, paper: a5, size: 12, holds: [index.md]}
- {id: wall, kind: sheet, paper: a4-wide, size: 13, to-hang: true, holds: [index.md]}
- {id: beside, kind: sheet, paper: a4, size: 12, small: 11, beside: en, holds: [index.md]}
"""
_PAGE = """\
# Home {#home}

Name: \\_\\_\\_\\_\\_\\_\\_\\_ Call: [](clinic:phone)

Name: \\_\\_\\_\\_\\_\\_\\_\\_

| Day | Pain |
|---|---|
| 1 | \\_\\_\\_\\_ |
| 2 | \\_\\_\\_\\_ |
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with a page to write on in each kind of edition."""
    folder = tmp_path_factory.mktemp("writing")
    files = {"docs/data/editions.yml": _EDITIONS, "docs/en/index.md": _PAGE}
    assert print_books(read(copy_templates(make(folder, files))), folder / "out") == []
    return folder / "out"


def rooms(file: Path) -> Iterator[float]:
    """Yield how much room is above each line to write on, up to whatever else is printed there."""
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            things = [thing for thing in page.get_objects() if thing.type != raw.FPDF_PAGEOBJ_FORM]
            frames = [thing.get_bounds() for thing in things]
            for left, _, right, top in (thing.get_bounds() for thing in things if _is_line(thing)):
                over = [low for begin, low, end, _ in frames if begin < right and left < end and low > top]
                yield min(over, default=page.get_height()) - top


def _is_line(thing: pypdfium2.PdfObject) -> bool:
    left, low, right, high = thing.get_bounds()
    if thing.type != raw.FPDF_PAGEOBJ_PATH or high - low > _THIN or right - left < _LONG:
        return False
    colour = [ctypes.c_uint() for _ in _BLACK]
    raw.FPDFPageObj_GetStrokeColor(thing.raw, *map(ctypes.byref, colour))
    return [it.value for it in colour] == _BLACK


def test_there_are_8_mm_above_every_line(printed: Path) -> None:
    least = {file.name: min(rooms(file)) for file in sorted(printed.glob("*.pdf"))}
    assert len(least) == 3 * 8 - 1
    assert {name: room for name, room in least.items() if room < _HIGH} == {}
