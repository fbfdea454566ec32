"""Pages end where a reader can turn them: in the books and sheets of this handbook, and not in some made wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from handbook.register.handbook import Handbook
from handbook.render.editions import editions_in, file_name
from handbook.render.typst.book import Chapter
from handbook.render.typst.compiler import compile_book
from render.typst.page_ends import faults_of_ends
from render.typst.pdf_text import texts
from render.typst.specimen import ROOT, book_of, code_of
from render.typst.test_sheets import pages

WORDS = 'p("' + "Some words. " * 30 + '");'
LINES = 'p("A line");' * 12
WRONG = {
    'p("Little.");pagebreak();' + LINES: "less than a quarter is filled, down to 'Little.'",
    f'{WORDS}h(2, "more", "More");pagebreak();{LINES}': "it ends with the heading 'More'",
    f'{WORDS}p("Call for any of these:");pagebreak();{LINES}': "it ends with 'Call for any of these:'",
    f'{LINES}table(columns: 1, table.header[Head], {{{WORDS * 6}}})': "a row of a table is cut",
}
RIGHT = (
    f'{WORDS}p("Date: " + write-in("the date"));pagebreak();{LINES}',
    f'{LINES * 2}p("' + "Of these: " * 400 + '")',
)
TITLE = "Call at once"


def printed(code: str, folder: Path) -> Path:
    """Print a book of one chapter."""
    pdf, problems = compile_book(book_of(code), ROOT)
    assert problems == []
    file = folder / "book.pdf"
    file.write_bytes(pdf)
    return file


@pytest.mark.parametrize("code", WRONG)
def test_a_page_that_ends_wrongly_is_told(tmp_path: Path, code: str) -> None:
    assert faults_of_ends(printed(f"{{{code}}}", tmp_path)) == [f"book.pdf, page 3: {WRONG[code]}"]


@pytest.mark.parametrize("code", RIGHT)
def test_a_place_to_write_on_and_a_sentence_that_goes_on_may_stand_last(tmp_path: Path, code: str) -> None:
    assert faults_of_ends(printed(f"{{{code}}}", tmp_path)) == []


@pytest.mark.parametrize("language", ["en", "ms", "ru"])
def test_pages_of_the_handbook_end_well(real_print: Path, to_print: Handbook, language: str) -> None:
    """Without --all the complete book and the sheets; pages that are put two on a sheet are those of the book."""
    editions = editions_in(to_print.language(language), to_print)
    files = [real_print / file_name(language, edition.id) for edition in editions if not edition.folded]
    assert [fault for file in files for fault in faults_of_ends(file)] == []


@pytest.mark.parametrize("language", ["en", "ms", "ru"])
def test_the_contents_of_a_book_are_one_page_with_all_that_stands_below(
    real_print: Path, to_print: Handbook, language: str
) -> None:
    own = to_print.language(language)
    books = [edition for edition in editions_in(own, to_print) if not (edition.is_sheet or edition.folded)]
    found = [texts(real_print / file_name(language, edition.id))[1] for edition in books]
    assert [own.word("print.advice") in " ".join(page.split()) for page in found] == [True] * len(books) != []


def with_words(code: str, word: str) -> list[str]:
    """Return the pages of a book that have a word."""
    pdf, problems = compile_book(book_of(f"{{{code}}}"), ROOT)
    assert problems == []
    return [page for page in pages(pdf) if word in page]


def box(lines: int) -> str:
    return f'callout("call-now", "{TITLE}", ul({", ".join(["[Within]"] * lines)}))'


@pytest.mark.parametrize("lines", range(10, 20))
def test_a_box_is_never_cut_that_has_room_on_a_page(lines: int) -> None:
    assert len(with_words('p("Before");' * lines + box(14), "Within")) == 1


@pytest.mark.parametrize(("lines", "there"), [(16, 1), (28, 1), (40, 2)])
def test_a_box_that_takes_nearly_a_page_stands_closer_and_a_higher_one_breaks(lines: int, there: int) -> None:
    assert len(with_words(box(lines), "Within")) == there


def test_the_title_of_a_box_that_breaks_stands_on_each_of_its_pages() -> None:
    held = with_words(box(80), "Within")
    assert len(held) > 2
    assert [page.count(TITLE) for page in held] == [1] * len(held)


@pytest.mark.parametrize(("lines", "there"), [(1, 1), (20, 2)])
def test_a_section_begins_a_page_unless_hardly_anything_stands_on_the_last_one(lines: int, there: int) -> None:
    first = 'chapter("A", "a.md", "A", '
    second = 'chapter("B", "b.md", "B", section: "Section", inside: true, '
    chapters = (
        Chapter("docs/en/a.md", f"\n{first}", ("{" + 'p("A line");' * lines + "}",)),
        Chapter("docs/en/b.md", f"\n{second}", ('p("Words")',)),
    )
    book = book_of("")
    inputs = json.loads(book.inputs)
    inputs["edition"]["follow-on"] = True
    pdf, problems = compile_book(replace(book, chapters=chapters, inputs=json.dumps(inputs)), ROOT)
    assert problems == []
    assert len([page for page in pages(pdf) if "A line" in page or "Words" in page]) == there


@pytest.mark.parametrize("lines", range(16, 25))
def test_a_place_to_write_on_stays_with_its_words(lines: int) -> None:
    code, _ = code_of("The reception answers. " * 15 + "Its number: [](clinic:phone)")
    assert len(with_words(f"{'p([Before]);' * lines}{code}", "reception")) == 1


def test_the_frame_of_a_box_in_parts_ends_where_its_words_on_a_page_do(tmp_path: Path) -> None:
    """The second part has no room on the first page."""
    first, second = (f'ul({", ".join(["[Within]"] * lines)})' for lines in (22, 18))
    file = printed(f'callout("call-now", "{TITLE}", {first}, short({second}))', tmp_path)
    frames = [(words, frame) for words, frame in lowest(file) if frame]
    assert len(frames) == 2
    assert [frame - words < 30 for words, frame in frames] == [True, True]
    assert frames[0][1] < 600  # of 842: what stands below it is no part of the box


@pytest.mark.parametrize("lines", range(18, 26))
def test_what_is_filled_in_day_by_day_does_not_begin_with_a_row_at_the_foot_of_a_page(lines: int) -> None:
    form, problems = code_of("| Day | Pain |\n|---|---|\n" + "| Row | \\_\\_\\_\\_\\_\\_ |\n" * 12)
    assert problems == []
    first, *_ = with_words(f'{"p([Before]);" * lines}{form}', "Row")
    assert first.count("Row") >= 3


def lowest(file: Path) -> Iterator[tuple[float, float]]:
    """Yield how far down a page the words "Within" and what is red go, in points; 0 where there is none."""
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            text, height = page.get_textpage(), page.get_height()
            found = text.search("Within")
            places = [text.get_charbox(at[0])[1] for at in iter(found.get_next, None)]
            image = page.render().to_pil().convert("RGB")
            reds = [y for y in range(image.height) if _is_red(image.getpixel((image.width // 2, y)))]
            yield height - min(places, default=height), max(reds, default=0)


def _is_red(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 130 and colour[1] < 60
