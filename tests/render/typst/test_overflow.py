"""Text that Typst would cut off in silence stops the print."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from handbook.diagnostics.problems import Location, Problem
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.overflow import problems_of_pages
from render.typst.specimen import PAGE, ROOT, book_of, code_of, copy_templates

WORD = "Pneumono" * 10
SOURCES = [
    {
        "authors": "A", "title": f"Title {n}", "language": "en", "direction": "ltr", "place": "P", "note": "N",
        "address": "https://example.org/a", "shown": "example.org/a", "origin": ["docs/data/sources.yml", n, 5],
    }
    for n in (1, 2, 3)
]  # fmt: skip


def places_of(source: str, **inputs: object) -> list[str]:
    """Return where a page, given without its title, does not fit: line and column of each place."""
    code, problems = code_of(source)
    assert problems == []
    book = book_of(code, **{"sources": SOURCES, **inputs})
    pdf, problems = compile_book(book, ROOT)
    assert problems == []
    found = problems_of_pages(pdf, book, ROOT)
    return [str(problem.location).removeprefix(f"{PAGE}:") for problem in found]


def problems_of(code: str) -> list[Problem]:
    book = book_of(code)
    pdf, problems = compile_book(book, ROOT)
    assert problems == []
    return problems_of_pages(pdf, book, ROOT)


def test_a_word_wider_than_the_page_is_reported_where_it_stands_in_its_page() -> None:
    word = "Pneumono" * 10
    assert problems_of(f'p("{word}")') == [
        Problem(
            Location(PAGE, 3, 1),
            f"this does not fit on page 3 of handbook-en-a4.pdf: {word}",
            "shorten it, or divide the long word, the wide table or the high image it stands in",
        )
    ]


def test_a_box_higher_than_a_page_breaks_and_loses_nothing() -> None:
    lines = ";".join(f'p("Line {number}")' for number in range(60))
    assert problems_of(f'callout("call-now", "Call", {{{lines}}})') == []


def test_what_cannot_break_and_is_higher_than_a_page_is_reported() -> None:
    lines = ";".join(f'p("Line {number}")' for number in range(60))
    assert [problem.location for problem in problems_of(f"block(breakable: false, {{{lines}}})")] == [
        Location(PAGE, 3, 1)
    ]


def test_a_long_word_in_a_narrow_column_gets_its_room() -> None:
    word = "Gangguanpenglihatanmendadak"
    table = f'(("{word}",), ("b",)), (1, 80), (start, start), true, ("a", "b"), ("{word}", "b " * 90)'
    assert problems_of(f"grid-of({table})") == []


def test_a_word_that_stands_in_many_places_is_told_at_each_of_them_that_is_too_narrow() -> None:
    source = f"""\
A paragraph with {WORD[:24]} that fits.

- An item with {WORD} in it
- An item without
- Another {WORD}

!!! do "A title"
    Text in a box.

    - {WORD} there

| Head | Other |
|---|---|
| one | two |
| three | {WORD} |
| {WORD} | four |

{WORD} once more."""
    assert places_of(source) == ["5:3", "7:3", "12:7", "17:11", "18:3", "20:1"]


def test_a_cell_that_does_not_fit_is_told_in_its_row_and_column() -> None:
    rows = "\n".join(f"| row {number} | word {number} | more |" for number in range(60))
    assert places_of(f"| a | b | c |\n|---|---|---|\n{rows}\n| last | {WORD} | end |") == ["65:10"]


def test_a_source_that_does_not_fit_is_told_in_the_list_of_sources() -> None:
    assert places_of("Text.", sources=[SOURCES[0], {**SOURCES[1], "title": WORD}]) == ["docs/data/sources.yml:2:5"]


def test_a_detail_of_the_clinic_that_does_not_fit_is_told_there() -> None:
    call = {"name": "Clinic", "text": WORD, "blank": False, "origin": ["docs/data/our-clinic.yml", 3, 8]}
    assert places_of("Text.", calls=[call]) == ["docs/data/our-clinic.yml:3:8"]


def test_a_place_to_write_on_is_never_wider_than_its_room() -> None:
    source = f"""\
Name: {"_" * 200} and date: {"_" * 30}

| Day | What I did | Notes |
|---|---|---|
| {"_" * 12} | {"_" * 100} | {"_" * 4} |

!!! do
    - Name: {"_" * 90}

- [ ] Task {"_" * 90}
    - inner {"_" * 90}"""
    assert places_of(source.replace("_", "\\_")) == []


def lines_of(code: str) -> list[str]:
    return [str(problem.location) + " " + problem.message for problem in problems_of(code)]


def test_a_place_to_write_on_that_leaves_the_text_is_told() -> None:
    assert lines_of('p(box(width: 12cm, move(dx: 12cm, write-in("the date"))))') == [
        f"{PAGE}:3:1 this does not fit on page 3 of handbook-en-a4.pdf: an image or a place to write on"
    ]


def test_a_place_to_write_on_that_runs_into_the_next_column_is_told() -> None:
    code = 'grid(columns: 2, box(width: 3cm, move(dx: 2cm, write-in("the date"))), write-in("the pain"))'
    assert lines_of(code) == [
        f"{PAGE}:3:1 this is printed over something else on page 3 of handbook-en-a4.pdf: "
        "an image or a place to write on"
    ]


def test_words_over_other_words_are_told() -> None:
    assert lines_of('{p("Call an ambulance");v(-2.2em);p("Do not call")}') == [
        f"{PAGE}:3:1 this is printed over something else on page 3 of handbook-en-a4.pdf: Call an ambulance Do not call"
    ]


def test_an_image_larger_than_the_page_is_made_to_fit() -> None:
    tall = '"<svg xmlns=\'http://www.w3.org/2000/svg\' width=\'400\' height=\'4000\'><path d=\'M0 0v4000h400\'/></svg>"'
    assert problems_of(f'block(breakable: false, image(bytes({tall}), format: "svg", alt: "Tall"))') == []


ADDRESS = f"www.example.org/cons_doc_LAW_130129/{'4e5559f36a5f9f7a22f3' * 4}/index.php?a=b"


def test_an_address_ends_its_lines_behind_its_signs_and_is_copied_whole() -> None:
    source = {**SOURCES[0], "address": f"https://{ADDRESS}", "shown": ADDRESS}
    code, _ = code_of(f"Read [this](https://{ADDRESS}), or [{ADDRESS}](https://{ADDRESS}).")
    book = book_of(code, sources=[source])
    pdf, problems = compile_book(book, ROOT)
    assert (problems, problems_of_pages(pdf, book, ROOT)) == ([], [])
    with pypdfium2.PdfDocument(pdf) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert text.replace("\r\n", "").count(ADDRESS) == 3


def test_a_foot_that_does_not_fit_is_told_at_its_edition(tmp_path: Path) -> None:
    edition = copy_templates(tmp_path) / "overrides/pdf/formats/a4.typ"
    edition.write_text(edition.read_text(encoding="utf-8").replace("bottom: 35mm", "bottom: 16mm"), encoding="utf-8")
    book = book_of('p("Words")')
    pdf, _ = compile_book(book, tmp_path)
    (problem,) = problems_of_pages(pdf, book, tmp_path)
    assert problem == Problem(
        Location("overrides/pdf/formats/a4.typ"),
        "this does not fit on page 2 of handbook-en-a4.pdf: Clinic:",
        "give it more room: larger margins, or smaller letters",
    )
