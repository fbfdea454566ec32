"""Where a statement comes from in print: marks counted anew in each chapter, notes for them, one list of sources."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.markup.document import parse
from handbook.register.pages import Page
from handbook.render.citations import Bibliography, marks_on
from handbook.render.marks import with_marks
from handbook.render.typst import chapters
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.fonts import read_project_fonts
from project import load, make, real_handbook
from render.typst.pdf_text import texts
from render.typst.specimen import NOTES, ROOT, book_of

SOURCE = {
    "authors": "A.",
    "title": "T.",
    "language": "en",
    "direction": "ltr",
    "place": "",
    "address": "",
    "shown": "",
    "note": "",
    "origin": ["docs/data/sources.yml", 2, 5],
}
CITED = Bibliography((), {"a": (1, 4), "b": (3,)})


def page_of(text: str) -> Page:
    document, problems = parse(f"# Title {{#title}}\n\n{text}", "docs/en/index.md")
    assert problems == []
    handbook = real_handbook()
    return with_marks(replace(handbook.pages_in("en")[0], document=document), handbook)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("[One](fact:a). [Two](fact:b).", ((1, 4), (3,))),
        ("[Two](fact:b). [One](fact:a).", ((3,), (1, 4))),
        ("[One](fact:a). [Two](fact:b). [Once more](fact:a/value).", ((1, 4), (3,))),
        ("[Two](fact:b), [one](fact:a). **[One](fact:a).**", ((1, 3, 4), (1, 4))),
        ("[None](fact:other).\n\n| [One](fact:a) | B |\n|---|---|\n| [two](fact:b) | d |", ((1, 4), (3,))),
    ],
)
def test_a_mark_is_counted_where_its_sources_are_first_needed(text: str, marks: tuple[tuple[int, ...], ...]) -> None:
    assert marks_on(page_of(text), CITED, real_handbook()) == marks


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((1,), "1"),
        ((1, 2), "1, 2"),
        ((1, 2, 3), "1–3"),
        ((1, 3, 4, 5, 7, 8), "1, 3–5, 7, 8"),
        ((2, 3, 4, 5, 8), "2–5, 8"),
    ],
)
def test_a_mark_leads_to_a_note_which_draws_numbers_in_a_row_together(
    numbers: tuple[int, ...], shown: str, tmp_path: Path
) -> None:
    notes = {**NOTES, "notes": [(8,), numbers]}
    code = 'p({"said";cite("part/all.md", 2)})'
    pdf, problems = compile_book(book_of(code, sources=[SOURCE] * 8, notes=[notes]), ROOT)
    assert problems == []
    (tmp_path / "book.pdf").write_bytes(pdf)
    _, _, chapter, noted, *_ = ([*page.replace("\u2060", "").splitlines()] for page in texts(tmp_path / "book.pdf"))
    assert chapter[2] == "said[2]"
    assert noted[-6:-3] == ["All", "1. 8", f"2. {shown}"]


@pytest.mark.parametrize(("authors", "shown"), [
    ("Rahman A, Lim B", "Rahman A, Lim B."),
    ("Rahman A, Lim B, Tan C", "Rahman A, Lim B, Tan C."),
    ("Rahman A, Lim B, Tan C, Devi D", "Rahman A et al."),
])  # fmt: skip
def test_of_four_authors_and_more_the_first_is_named(tmp_path: Path, authors: str, shown: str) -> None:
    sources = (ROOT / "tests/base/docs/data/sources.yml").read_text(encoding="utf-8")
    project = make(tmp_path, {"docs/data/sources.yml": sources.replace("authors: Rahman A", f"authors: {authors}")})
    handbook, problems = load(project)
    assert handbook is not None
    assert problems == []
    edition = next(edition for edition in handbook.editions if edition.sources)
    book, _ = chapters.book_of(edition, handbook.source, handbook, read_project_fonts(ROOT, []))
    assert shown in [source["authors"] for source in json.loads(book.inputs)["sources"]]
