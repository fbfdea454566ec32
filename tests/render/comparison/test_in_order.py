"""The comparison of any edition notices what is missing, doubled or moved, whatever the program puts between."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.register.editions import Edition
from handbook.render.typst.booklet import folded
from handbook.render.typst.compiler import compile_book
from project import real_handbook
from render.comparison.in_order import fault_in, letters_of, letters_of_booklet, plain, texts_of
from render.typst.specimen import ROOT, book_of

HANDBOOK = real_handbook()


def edition() -> Edition:
    return next(each for each in HANDBOOK.editions if each.id == "skin-care")


@pytest.mark.parametrize("language", HANDBOOK.languages, ids=lambda language: language.code)
def test_each_piece_is_missed_noticed_twice_and_out_of_its_place(language: object) -> None:
    own = next(each for each in HANDBOOK.languages if each is language)
    texts = [plain(text) for _, text, _ in texts_of(HANDBOOK, own, edition())]

    def told(pieces: list[str]) -> str:
        return fault_in(HANDBOOK, own, edition(), "(1)".join(pieces))

    assert told(texts) == ""
    long = max(texts, key=len)
    at = texts.index(long)
    assert " is missing: " in told([*texts[:at], *texts[at + 1 :]])
    assert " is moved: " in told([long, *texts[:at], *texts[at + 1 :]])
    doubled = [*texts[:at], long + long, *texts[at + 1 :]]
    assert " stands there twice: " in told(doubled)


def printed(code: str) -> bytes:
    pdf, problems = compile_book(book_of(code), ROOT)
    assert problems == []
    return pdf


def test_what_goes_on_overleaf_is_not_parted_by_what_stands_beside_it(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(900)]
    file = tmp_path / "book.pdf"
    file.write_bytes(printed(f'reviewed(false, p("{" ".join(words)}"), p("Beside. " * 900))'))
    assert "".join(words) in letters_of(file)


@pytest.mark.parametrize("pages", range(2, 8))
def test_a_booklet_is_read_as_its_pages_are_turned(pages: int, tmp_path: Path) -> None:
    words = [f"This is chapter {number}." for number in range(pages)]
    file = tmp_path / "booklet.pdf"
    file.write_bytes(folded(printed(";pagebreak();".join(f'p("{it}")' for it in words)), from_right=False))
    letters = letters_of_booklet(file)
    at = [letters.index(plain(it)) for it in words]
    assert at == sorted(at)
