"""Sheets as they come out of the printer: whom to call, how old they are, where the same stands on the site."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from built import print_books
from handbook.register.edition_choice import Wanted, choose
from handbook.register.handbook import Handbook
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.jobs import jobs_of
from project import make
from render.typst.specimen import ROOT, book_of, code_of, copy_templates
from render.typst.test_handbook_pdf import read
from render.typst.test_tables import printed as printed_table

SHEETS = """\
- {id: leaflet, kind: sheet, paper: a4, size: 14, days: {day-2-4: [2, 4]},
   holds: ["recovery/day-by-day.md#day-2-4", index.md]}
- {id: small, kind: sheet, paper: a5, size: 12, holds: [recovery/day-by-day.md]}
- {id: wall, kind: sheet, paper: a4-wide, size: 13, to-hang: true, holds: [index.md]}
- {id: dated, kind: sheet, paper: a4, size: 18, large-print: true, holds: ["signs:today", "dates:crusts"]}
"""
DAY = datetime.date(2026, 12, 30)


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """Return a handbook with sheets."""
    root = copy_templates(make(tmp_path_factory.mktemp("sheets"), {"docs/data/editions.yml": f"editions:\n{SHEETS}"}))
    return read(root)


@pytest.fixture(scope="module")
def printed(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with all of them, one also with dates."""
    folder = tmp_path_factory.mktemp("printed")
    dated, _ = choose(handbook, Wanted((), (), DAY))
    assert print_books(handbook, folder) + print_books(dated, folder) == []
    return folder


def pages(file: Path | bytes) -> list[str]:
    """Return the words of each page."""
    with pypdfium2.PdfDocument(file) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_each_page_says_whom_to_call_and_how_old_it_is(handbook: Handbook, printed: Path) -> None:
    for page in pages(printed / "handbook-en-leaflet.pdf"):
        for name in ("phone", "out-of-hours"):
            assert handbook.clinic.detail(name) in page
        assert "Page 1 of " in page or "Page 2 of " in page
        assert all(words in page for words in ("English", "· Code ", "Version ", "Check again by "))


def test_on_a_sheet_to_be_hung_up_the_numbers_are_the_largest_letters(handbook: Handbook, tmp_path: Path) -> None:
    numbers = {"phone": "+60 3-1234 5678", "out-of-hours": "+60 12-345 6789"}
    clinic = replace(handbook.clinic, details={**handbook.clinic.details, **numbers})
    wall, _ = choose(replace(handbook, clinic=clinic), Wanted(("wall",)))
    assert print_books(wall, tmp_path) == []
    with pypdfium2.PdfDocument(tmp_path / "handbook-en-wall.pdf") as document:
        text = document[0].get_textpage()
        sizes = [round(raw.FPDFText_GetFontSize(text, at)) for at in range(text.count_chars())]
        largest = "".join(text.get_text_range(at, 1) for at, size in enumerate(sizes) if size == max(sizes))
    assert largest.strip() == "".join(numbers.values())


def test_where_the_same_stands_on_the_site_is_printed_in_words(printed: Path) -> None:
    first, *_ = pages(printed / "handbook-ru-leaflet.pdf")
    assert "handbook.example/ru/recovery/day-by-day.html#day-2-4" in first


def test_a_reader_gets_dates_in_the_words_of_the_language(printed: Path) -> None:
    def said(name: str) -> str:
        return " ".join(pages(printed / f"handbook-{name}.pdf"))

    assert "Day of treatment: 30 December 2026. These dates" in said(f"en-dated-{DAY}")
    assert "30 December to 6 January" in said(f"en-dated-{DAY}")
    assert "День процедуры: 30 декабря 2026 г. Это только" in said(f"ru-dated-{DAY}")
    assert "с 30 декабря по 6 января" in said(f"ru-dated-{DAY}")


def test_without_a_day_there_is_a_place_to_write_the_dates(printed: Path) -> None:
    said = " ".join(pages(printed / "handbook-en-dated.pdf"))
    assert "Day of treatment: These dates" in said
    assert "Day 0 to 7:" in said


def test_a_part_about_some_days_has_the_readers_dates_behind_its_heading(printed: Path) -> None:
    assert "Day 2 to 4: 1 January to 3 January" in " ".join(pages(printed / f"handbook-en-leaflet-{DAY}.pdf"))
    assert "Hari 2 hingga 4: 1 Januari hingga 3 Januari" in " ".join(
        pages(printed / f"handbook-ms-leaflet-{DAY}.pdf")
    )
    undated = " ".join(pages(printed / "handbook-en-leaflet.pdf"))
    assert "January" not in undated
    assert "Day of treatment" not in undated


def test_the_code_is_the_same_for_whomever_it_is_dated_and_another_where_the_text_is(handbook: Handbook) -> None:
    def codes(handbook: Handbook) -> list[str]:
        jobs, problems = jobs_of(handbook)
        assert problems == []
        books = (book for job in jobs for book in job.books if "-dated" in book.file_name)
        return [json.loads(book.inputs)["sheet-code"] for book in books]

    dated, _ = choose(handbook, Wanted(("dated",), (), DAY))
    assert codes(dated) == codes(handbook)
    assert len(set(codes(handbook))) == len(handbook.languages)
    clinic = replace(handbook.clinic, details={**handbook.clinic.details, "phone": "+60 3-1234 5678"})
    assert not set(codes(replace(handbook, clinic=clinic))) & set(codes(handbook))


def test_a_link_to_what_is_not_printed_says_that_it_is_on_the_site() -> None:
    code, problems = code_of("Read [more](more.md).")
    assert problems == []
    assert 'online("https://handbook.example/part/more.html", "more")' in code


def test_a_form_stays_a_table_and_other_wide_tables_become_lists() -> None:
    wide = "| Day | Pain | Fluid | Cream |\n|---|---|---|---|\n| 1 | {0} | {0} | {0} |\n"
    form, _ = printed_table(wide.format("\\_\\_\\_\\_"))
    told, _ = printed_table(wide.format("much"))
    assert "Pain:" not in form
    assert "Pain:" in told


def test_words_that_end_in_a_colon_stay_with_what_they_lead_to() -> None:
    code, _ = code_of("Call for any of these:\n\n- One\n- Two\n\nThe end.")
    assert code.count("lead(") == 1
    code, _ = code_of("**What I take**\n\n- One\n\n**Never** this.")
    assert code.count("lead(") == 1
    for more in range(20, 28):
        book = book_of(f'h(2, "x", "H"){";p([Line])" * more};lead("Any of these:");ul("First thing", "Second thing")')
        pdf, problems = compile_book(book, ROOT)
        assert problems == []
        assert [("these:" in page) for page in pages(pdf)] == [("First thing" in page) for page in pages(pdf)]
