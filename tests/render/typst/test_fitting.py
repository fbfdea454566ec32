"""A sheet keeps to the sides of paper that it may take, whatever a clinic fills in and whichever dates come on top."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from pathlib import Path

import pytest

from built import print_books
from handbook.diagnostics.problems import Severity
from handbook.register.edition_choice import Wanted, choose
from handbook.register.handbook import Handbook
from handbook.register.selection import Selection, select
from handbook.render.editions import editions_in, file_name
from handbook.render.typst.book import Book
from handbook.render.typst.fitting import compile_to_fit
from project import load
from render.typst.pdf_text import texts
from render.typst.specimen import ROOT, book_of

DAY = datetime.date(2026, 12, 28)
"""Its dates are long in every language, and some stand in the next year."""
LONG_CLINIC = """\
name: "Pusat Dermatologi dan Laser Estetik Seri Kembangan Sdn. Bhd."
example: false
phone: "+60 3-8888 1234 ext. 1234"
out-of-hours: "+60 12-345 6789 ext. 5678"
messages: "WhatsApp +60 12-345 6789, telekonsultasi@klinik-kulit-seri-kembangan.example"
handbook-address: "https://buku-panduan.klinik-kulit-seri-kembangan.example/laser-co2-fraksional/"
values:
"""
_VALUE = re.compile(r"^#     allowed: (?P<allowed>.+)\n(?:#     .*\n)*#  (?P<name>[\w/-]+): \d+$", re.MULTILINE)


def sheet_of(lines: int, size: float = 14, sides: int = 1, *, large: bool = False) -> Book:
    """Return a sheet of some paragraphs of one line."""
    code = "".join(f"p([Line {number} of words]);" for number in range(lines))
    inputs = json.loads(book_of(code).inputs)
    look = {"sheet": True, "size": size, "sides": sides, "large-print": large}
    return book_of(code, edition={**inputs["edition"], **look})


def fitted(book: Book) -> tuple[float, float, int]:
    """Return in which letters and gaps a sheet is set, and how many problems there are."""
    found, pdf, problems = compile_to_fit(book, ROOT)
    assert pdf
    return found.size, json.loads(found.inputs)["edition"]["gaps"], len(problems)


@pytest.mark.parametrize(("lines", "expected"), [
    (10, (14, 1, 0)),
    (24, (14, 0.85, 0)),
    (28, (12.5, 0.85, 0)),
    (33, (12, 0.7, 0)),
    (60, (14, 1, 1)),
])  # fmt: skip
def test_a_sheet_is_set_closer_before_its_letters_become_smaller(
    lines: int, expected: tuple[float, float, int]
) -> None:
    assert fitted(sheet_of(lines)) == expected


@pytest.mark.parametrize(("lines", "expected"), [
    (23, (14, 0.85, 0)),
    (26, (13.5, 0.85, 0)),
    (28, (14, 1, 0)),
    (40, (14, 1, 0)),
])  # fmt: skip
def test_a_side_of_a_few_lines_is_saved_if_a_little_less_room_is_enough(
    lines: int, expected: tuple[float, float, int]
) -> None:
    """It may take two sides."""
    assert fitted(sheet_of(lines, sides=2)) == expected


def test_large_print_stays_large() -> None:
    """Such a sheet says how large its letters are."""
    assert fitted(sheet_of(20, 18, large=True)) == (18, 0.7, 0)
    assert fitted(sheet_of(23, 18, large=True)) == (18, 1, 1)
    assert fitted(sheet_of(23, 18)) == (14.5, 0.85, 0)


def test_one_that_cannot_fit_is_printed_with_a_warning() -> None:
    _, pdf, (problem,) = compile_to_fit(sheet_of(60), ROOT)
    assert pdf
    assert problem.severity is Severity.WARNING
    assert str(problem.message) == "handbook-en-a4.pdf takes 3 sides of paper and may take 1"
    assert problem.location.path == "docs/data/editions.yml"


def test_where_nobody_has_said_how_many_it_takes_what_it_needs() -> None:
    assert fitted(sheet_of(60, sides=0)) == (14, 1, 0)


@pytest.fixture(scope="module")
def long_clinic(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """Return the handbook of this repository for a clinic with a long name and the largest values that are allowed."""
    root = tmp_path_factory.mktemp("long")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, root)
    form = (ROOT / "docs/data/example-clinic.yml").read_text(encoding="utf-8")
    largest = {found["name"]: re.findall(r"\d+", found["allowed"])[-1] for found in _VALUE.finditer(form)}
    assert len(largest) > 20
    values = "".join(f"  {name}: {number}\n" for name, number in largest.items())
    (root / "docs/data/our-clinic.yml").write_text(LONG_CLINIC + values, encoding="utf-8")
    handbook, problems = load(root)
    assert handbook is not None
    assert problems == []
    return handbook


def too_long(handbook: Handbook, folder: Path) -> list[str]:
    """Return the printed sheets of a handbook that take more sides than they may."""
    return [
        name
        for language in handbook.printed
        for edition in editions_in(language, handbook)
        if edition.is_sheet
        if len(texts(folder / (name := file_name(language.code, edition.id, edition.day)))) > edition.sides
    ]


def test_no_sheet_of_this_handbook_takes_more_sides_than_it_may(real_print: Path, to_print: Handbook) -> None:
    assert too_long(to_print, real_print) == []


@pytest.mark.parametrize("language", ["ms", *(pytest.param(code, marks=pytest.mark.rest) for code in ("en", "ru"))])
def test_nor_does_it_for_a_clinic_of_long_names_or_with_dates(
    long_clinic: Handbook, tmp_path: Path, language: str
) -> None:
    own, problems = select(long_clinic, Selection((language, "en")))
    assert problems == []
    sheets = tuple(edition.id for edition in own.editions if edition.is_sheet)
    for wanted in (Wanted(sheets), Wanted(day=DAY)):
        chosen, _ = choose(own, wanted)
        assert print_books(chosen, tmp_path) == []
        assert too_long(chosen, tmp_path) == []
