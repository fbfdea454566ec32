"""The site lists what is printed, with the code by which a sheet in a drawer is known to be current."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdfium2
import pytest

from built import print_books
from handbook.render.html.audit import audit
from handbook.render.typst.jobs import jobs_of
from project import make
from render.typst.specimen import copy_templates
from render.typst.test_handbook_pdf import read

LIST = """editions:
- {id: days, kind: sheet, paper: a4, size: 14, holds: [recovery/day-by-day.md]}
- {id: small, kind: book, paper: a5, size: 12}
- {id: both, kind: sheet, paper: a4, size: 12, beside: en, holds: [index.md]}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_templates(make(tmp_path_factory.mktemp("listing"), {"docs/data/editions.yml": LIST}))
    assert print_books(read(folder), folder / "out") == []
    return folder


@pytest.mark.parametrize(("code", "books"), [("en", ["days", "small"]), ("ru", ["days", "both", "small"])])
def test_each_language_has_a_list_of_what_it_can_hand_out(root: Path, code: str, books: list[str]) -> None:
    html = (root / f"out/{code}.html").read_text(encoding="utf-8")
    assert re.findall(r'href="(handbook-.*?)"', html) == [f"handbook-{code}-{book}.pdf" for book in books]
    jobs, _ = jobs_of(read(root))
    for book in (book for job in jobs for book in job.books if book.language == code):
        with pypdfium2.PdfDocument(root / "out" / book.file_name) as document:
            pages = len(document)
        told = html.partition(book.file_name)[2].partition("</li>")[0]
        assert f": {pages}. " in told
        assert told.endswith(str(json.loads(book.inputs)["sheet-code"]))


def test_it_needs_neither_script_nor_network(root: Path) -> None:
    handbook = read(root)
    files = {f"print/{file.name}": file.read_bytes() for file in (root / "out").iterdir()}
    homes = {"index.html": b"", "ms/index.html": b"", "ru/index.html": b""}
    assert audit(files | homes, handbook) == []
    assert "<script" not in (root / "out/ms.html").read_text(encoding="utf-8")
