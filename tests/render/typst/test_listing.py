"""The site lists what is printed, with the code by which a sheet in a drawer is known to be current."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser

from built import print_books
from handbook.cli import main
from handbook.diagnostics.problems import Problem
from handbook.handing_out import prints_now
from handbook.register.handed_out import prints_of, with_prints, write_handed_out
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
        assert told.endswith(book.sheet_code)


def test_it_needs_no_network_and_no_script_to_be_read(root: Path) -> None:
    handbook = read(root)
    files = {f"print/{file.name}": file.read_bytes() for file in (root / "out").iterdir()}
    homes = {"index.html": b"", "ms/index.html": b"", "ru/index.html": b""}
    assert audit(files | homes, handbook) == []
    assert (root / "out/ms.html").read_text(encoding="utf-8").count("<script") == 1


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the list after a sheet was recorded, was changed and recorded again, and was changed once more."""
    folder = copy_templates(make(tmp_path_factory.mktemp("later"), {"docs/data/editions.yml": LIST}))
    page = folder / "docs/en/recovery/day-by-day.md"
    for day, words in enumerate(("Rest today.", "Rest well today.", "Rest."), 1):
        page.write_text(page.read_text(encoding="utf-8") + f"\n{words}\n", encoding="utf-8")
        problems: list[Problem] = []
        handbook = read(folder)
        new = prints_now(handbook, datetime.date(2026, 12, day), problems) if day < 3 else ()
        text = write_handed_out(with_prints(handbook.handed_out, new), handbook.clinic.detail("name"))
        (folder / "docs/data/handed-out.yml").write_text(text, encoding="utf-8")
        assert problems == []
    assert print_books(read(folder), folder / "out") == []
    return folder


def test_a_code_in_somebody_s_hand_is_current_or_was_until_a_day_or_is_unknown(later: Path, browser: Browser) -> None:
    old, newest = (each.code for each in prints_of("days", "en", read(later).handed_out))
    page = browser.new_page()
    page.goto((later / "out/en.html").as_uri())
    current = page.locator("[data-code]").first.get_attribute("data-code") or ""

    def told(code: str) -> str:
        page.locator("#code").fill(code)
        return page.locator("#told").inner_text()

    assert told(current.lower()) == "Still current: Day by day."
    assert told(f" {old}") == "No longer current since 2 December 2026: Day by day. Changed: Day by day."
    assert told(newest).startswith("No longer current since ")
    assert told("ZZZZZZ") == "This code is not known here. Do not hand the sheet out: print it anew."
    assert told("ZZZ") == ""
    russian = next(each.code for each in prints_of("days", "ru", read(later).handed_out))
    assert told(russian).startswith("Русский: Лист действует: ")
    page.close()


def test_the_command_tells_of_a_code_too(later: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = prints_of("days", "en", read(later).handed_out)[0].code
    jobs, _ = jobs_of(read(later))
    now = next(book.sheet_code for job in jobs for book in job.books if book.file_name == "handbook-ms-days.pdf")
    told = {
        f"{now[:3].lower()} {now[3:]}": (0, "Masih terkini: Hari demi hari.\n", ""),
        f" {old}": (
            1,
            "",
            "handbook: No longer current since 2 December 2026: Day by day. Changed: Day by day.\n",
        ),
        "ZZZZZZ": (1, "", "handbook: Kod ini tidak dikenali di sini. Jangan edarkan helaian itu: cetak semula.\n"),
    }
    command = ["print", "--root", str(later), "--for", "ms", "--code"]
    assert {code: (main([*command, code]), *capsys.readouterr()) for code in told} == told


def test_what_has_changed_since_the_print_before_stands_beside_each(later: Path) -> None:
    html = (later / "out/en.html").read_text(encoding="utf-8")
    sheet, book = (html.partition(f"handbook-en-{name}.pdf")[2].partition("</li>")[0] for name in ("days", "small"))
    assert sheet.endswith("<br>Changed: Day by day.")
    assert "Day by day" in book.rpartition("<br>")[2]
    russian = (later / "out/ru.html").read_text(encoding="utf-8").partition("handbook-ru-days.pdf")[2]
    assert russian.partition("</li>")[0].endswith("<br>Выдаётся с 1 декабря 2026 г.")
