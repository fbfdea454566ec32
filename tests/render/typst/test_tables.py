"""Tables and lists that people really write come out on paper, whatever hangs on their words."""

from __future__ import annotations

import json

import pypdfium2

from handbook.diagnostics.problems import Problem
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.overflow import problems_of_pages
from render.typst.specimen import ROOT, book_of, code_of
from render.typst.test_overflow import SOURCES


def printed(source: str, paper: str = "a4") -> tuple[str, list[Problem]]:
    """Return the text of a printed page, given without its title, and what was wrong."""
    code, problems = code_of(source)
    assert problems == []
    edition = {**json.loads(book_of(code).inputs)["edition"], "paper": paper}
    book = book_of(code, sources=SOURCES, edition=edition)
    pdf, problems = compile_book(book, ROOT)
    if problems:
        return "", problems
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in list(document)[2:-3]]
    return "\n".join(pages), problems_of_pages(pdf, book, ROOT)


def test_three_columns_of_long_words_with_sources_are_a_table() -> None:
    text, problems = printed(
        "| Препарат | Предварительно | Противопоказания |\n|---|---|---|\n"
        "| Изотретиноин | [за шесть месяцев до](fact:two) | [противопоказано](fact:two) |"
    )
    assert problems == []
    assert "Препарат Предварительно Противопоказания\n" in text


def test_three_columns_with_words_too_long_for_a_page_are_a_list() -> None:
    text, problems = printed(
        "| Отшелушивание | Рентгенологические | Противопоказания |\n|---|---|---|\n"
        "| Электрофизиологическое | [самонаблюдениепротивовоспалительными](fact:two) | иммунодепрессантами |"
    )
    assert problems == []
    assert (
        "Электрофизиологическое\n• Рентгенологические: самонаблюдениепротивовоспалительными\n"
        "• Противопоказания: иммунодепрессантами[1]"
    ) in text


def test_a_table_of_narrow_columns_of_text_is_a_list() -> None:
    text = "Do not wait, and call at once whoever has treated you, by day or by night. " * 3
    table = f"| Sign | What it is | What to do |\n|---|---|---|\n| Pain | {text} | {text} |\n| Itch | {text} | Wait |\n"
    assert "Sign What it is What to do\n" in printed(table)[0]
    assert "Pain\n• What it is: Do not wait" in printed(table, "a5")[0]
    short = "| Sign | What it is | What to do |\n|---|---|---|\n| Pain | Usual | Wait |\n"
    assert "Sign What it is What to do\n" in printed(short, "a5")[0]


def test_paper_on_its_side_has_room_for_five_columns() -> None:
    head = "| Day | Expected | Do | Do not | Call |\n|---|---|---|---|---|\n"
    row = "| Every day | Less pain | Wash, then rest in the shade | Rub | A spot that is raw after many days |\n"
    wide, problems = printed(head + row, "a4-wide")
    assert problems == []
    assert "Day Expected Do Do not Call\n" in wide
    assert "Expected: Less pain" in printed(head + row)[0]


def test_a_head_with_links_is_repeated_on_each_page() -> None:
    rows = "\n".join(f"| {number} | word |" for number in range(60))
    text, problems = printed(f"| Day | [Pain](#title) [and itch](fact:two) |\n|---|---|\n{rows}")
    assert problems == []
    assert text.count("Day Pain (page 3) and itch[1]\n") == 3


def test_an_item_that_is_no_task_keeps_its_bullet_among_tasks() -> None:
    text, problems = printed("- [ ] open\n- no task\n- [x] done")
    assert problems == []
    assert "☐ open\n• no task\n☑ done" in text
