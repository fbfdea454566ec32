"""A book that runs from the right stands on the sheet as in a mirror; a chapter in another language does not."""

from __future__ import annotations

import pypdfium2
import pytest

from handbook.render.typst.compiler import compile_book
from render.typst.specimen import ROOT, book_of

BOX = 'callout("do", "Wash", p("Wash gently"))'
TABLE = 'grid-of((("One",), ("Two",)), (1, 1), (start, start), true, ("One", "Two"), ("Three", "Four"))'


def lines(code: str, **directions: str) -> dict[str, tuple[float, float]]:
    """Return each line of the chapter's page: how far it stands from the left edge of the sheet, and from the right."""
    pdf, problems = compile_book(book_of(code, directions={"en": "ltr", **directions}), ROOT)
    assert problems == []
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[2]
        text = page.get_textpage()
        width = page.get_width()
        found = {}
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            words = text.get_text_bounded(left - 1, bottom - 1, right + 1, top + 1).strip()
            found[words] = (round(left), round(width - right))
        return found


@pytest.mark.parametrize(("code", "words"), [
    (BOX, "Wash gently"), (TABLE, "One"), (TABLE, "Four"), ('ul("An item")', "An item"), ('p("Words")', "Words"),
    (BOX, "Page 3 of 6"),
])  # fmt: skip
def test_what_stands_at_one_side_stands_as_far_from_the_other(code: str, words: str) -> None:
    left, _ = lines(code)[words]
    _, right = lines(code, en="rtl")[words]
    assert abs(left - right) <= 2


def test_a_chapter_in_another_language_keeps_its_own_direction() -> None:
    code = f'set text(lang: "ms", dir: direction-of("ms"));{BOX}'
    assert lines(code, en="rtl", ms="ltr")["Wash gently"][0] == lines(BOX)["Wash gently"][0]


def test_numbers_keep_their_order() -> None:
    assert "+60 3-1234 5678" in lines('p("+60 3-1234 5678")', en="rtl")
