"""What Typst can only place in a template is led back to the block of the page that it is about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handbook.diagnostics.problems import Location, Problem
from handbook.render.typst.book import Book, Chapter
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.print_job import PrintJob
from handbook.render.typst.refusals import led_back
from render.typst.specimen import ROOT, book_of, copy_templates, place_in

BOX = '\n/*9:1*/callout("do", "Do", {\n/*10:5*/strong("Wash");"."})'


def book(*boxes: int) -> Book:
    """Return a book of five chapters of three blocks, which lead to one another; some have a box."""
    chapters = [
        Chapter(
            f"docs/en/{n}.md",
            f'\nchapter("{n}", "{n}.md", "{n}", ',
            (
                f'\n/*3:1*/p(see("{(n + 1) % 5}.md#more", "there"))',
                f'\n/*4:1*/h(2, "{n}.md#more", "More")',
                BOX if n in boxes else '\n/*9:1*/p("Words")',
            ),
        )
        for n in range(5)
    ]
    return replace(book_of(""), chapters=tuple(chapters))


def spoil(folder: Path, file: str, there: str, instead: str) -> Path:
    template = copy_templates(folder) / "overrides/pdf" / file
    text = template.read_text(encoding="utf-8")
    assert there in text
    template.write_text(text.replace(there, instead, 1), encoding="utf-8")
    return folder


KEEP = "#let keep(title, words, first, frame: none, inset: (:), ..room) = layout(size => {"
NOPE = 'Typst cannot print this: block does not have field "nope"'


def test_a_mistake_that_only_some_block_brings_out_is_told_at_the_first_such_block(tmp_path: Path) -> None:
    root = spoil(tmp_path, "boxes.typ", KEEP, f"{KEEP}\n  let x = title.nope")
    result = PrintJob((book(3, 4),), root).run()
    place = place_in("boxes.typ", KEEP, below=1)._replace(column=len("  let x = title.n"))
    message = f"{NOPE} (in {place})"
    assert (result.files, result.problems) == ({}, (Problem(Location("docs/en/3.md", 9, 1), message),))


def test_a_mistake_that_has_nothing_to_do_with_a_page_stays_at_its_template(tmp_path: Path) -> None:
    root = spoil(tmp_path, "contents.typ", 'word("contents")', 'word("contens")')
    result = PrintJob((book(3),), root).run()
    assert [problem.location for problem in result.problems] == [place_in("words.typ", "print.words.at(name)")]


def test_what_typst_places_in_a_page_itself_stays_there() -> None:
    problem = Problem(Location("docs/en/1.md", 3, 1), "Typst cannot print this: unknown variable: unknown")
    assert led_back(problem, book(), ROOT) is problem


def test_a_book_without_some_of_its_blocks_still_has_the_targets_of_its_links() -> None:
    hollow = replace(book(), chapters=tuple(chapter.with_only([0]) for chapter in book().chapters))
    pdf, problems = compile_book(hollow, ROOT)
    assert (problems, pdf[:5]) == ([], b"%PDF-")
