"""What Typst finds wrong becomes a Problem at the place its author knows; nothing comes from the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.diagnostics.problems import Location, Problem
from handbook.render.typst.compiler import compile_book
from render.typst.specimen import PAGE, ROOT, book_of, copy_templates, place_in

TABLES_ARE_IMPORTED = place_in("handbook.typ", 'import "tables.typ"')
SPOILED = {
    "a mistake in a template": (
        "boxes.typ",
        "#let keep(title, words, first, frame: none, inset: (:), ..room) = layout(size => {",
        "#let keep(title, body, stroke: none, ..style) = layout(size => {\n  let x = title.nope",
        Problem(
            place_in("boxes.typ", "#let keep(", below=1)._replace(column=len("  let x = title.n")),
            'Typst cannot print this: block does not have field "nope"',
        ),
    ),
    "a template cut short": (
        "tables.typ",
        "#let inset = 0.5em",
        "#let inset = (0.5em",
        Problem(
            place_in("tables.typ", "0.5em"),
            f"Typst cannot print this: unclosed delimiter (asked for by {TABLES_ARE_IMPORTED})",
        ),
    ),
    "a font that is not there, which Typst only warns of": (
        "handbook.typ",
        "    font: print.fonts,",
        '    font: ("Helvetica", ..print.fonts),',
        Problem(
            place_in("handbook.typ", "print.fonts"),
            "Typst cannot print this: unknown font family: helvetica",
        ),
    ),
    "a misspelt word of the interface": (
        "contents.typ",
        'word("contents")',
        'word("contens")',
        Problem(
            place_in("words.typ", "print.words.at(name)"),
            'Typst cannot print this: dictionary does not contain key "contens" and no default value was specified '
            f"(asked for by {place_in('contents.typ', 'gaps.find(fits)')})",
        ),
    ),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_broken_template_is_a_problem_with_file_line_and_column(name: str, tmp_path: Path) -> None:
    file, there, instead, expected = SPOILED[name]
    template = copy_templates(tmp_path) / "overrides/pdf" / file
    text = template.read_text(encoding="utf-8")
    assert there in text
    template.write_text(text.replace(there, instead), encoding="utf-8")
    box = 'callout("do", "Do", {strong("Wash");"."})'
    assert compile_book(book_of(box), tmp_path) == (b"", [expected])


def test_what_typst_finds_in_a_page_is_placed_in_the_page(tmp_path: Path) -> None:
    pdf, problems = compile_book(book_of('unknown("words")'), copy_templates(tmp_path))
    assert (pdf, problems) == (
        b"",
        [Problem(Location(PAGE, 3, 1), "Typst cannot print this: unknown variable: unknown")],
    )


def test_a_damaged_image_is_named(tmp_path: Path) -> None:
    copy_templates(tmp_path)
    (tmp_path / "broken.svg").write_text("<svg")
    pdf, problems = compile_book(book_of('picture("/broken.svg", "Alt", "")'), tmp_path)
    assert (pdf, [problem.location for problem in problems]) == (b"", [Location("broken.svg", 1, 1)])


def test_a_paper_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    look = {"paper": "a9", "sheet": False}
    pdf, problems = compile_book(book_of('p("x")', edition=look), copy_templates(tmp_path))
    assert (pdf, [str(problem.location) for problem in problems]) == (b"", ["overrides/pdf/words.typ:3:9"])


def test_the_same_book_gives_the_same_bytes_in_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = book_of('p("Words")')
    here, _ = compile_book(book, ROOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "Asia/Kuala_Lumpur")
    monkeypatch.chdir(tmp_path)
    there, _ = compile_book(book, copy_templates(tmp_path))
    assert here == there
