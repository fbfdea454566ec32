"""The index of a book: topics and words of the glossary, under the letters of each language, with their places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.register.editions import WHOLE
from handbook.register.handbook import Handbook
from handbook.render.typst.chapters import book_of
from handbook.render.typst.fonts import read_project_fonts
from project import load, make, make_second, real_handbook
from render.typst.specimen import copy_templates

PAGE = "recovery/day-by-day.md"


def index_of(code: str, handbook: Handbook) -> list[Any]:
    """Return the index of the book with every page: each letter with its entries."""
    book, problems = book_of(WHOLE, handbook.language(code), handbook, read_project_fonts(handbook.project.root, []))
    assert problems == []
    return list(json.loads(book.inputs)["index"])


def read(root: Path) -> Handbook:
    handbook, problems = load(root)
    assert handbook is not None
    assert problems == []
    return handbook


def test_a_topic_leads_to_its_answer_and_a_word_to_what_is_about_it_and_to_its_meaning(tmp_path: Path) -> None:
    page = """# Day by day {#day}

Crusts.

## On crusts {#crusts}

They last.

## More {#more}

A crust, crusts, and a crust.

## Words {#words}

![](glossary:)
"""
    glossary = "concepts:\n  crust: {word: crust, definition: 'A crust upon a crust, and crusts.', explain: true}\n"
    files = {f"docs/en/{PAGE}": page, "docs/en/index.md": "# Home {#home}\n", "docs/data/glossary/en.yml": glossary}
    handbook, _ = load(copy_templates(make(tmp_path, files)))
    assert handbook is not None
    crust = ["Crust", [f"{PAGE}#crusts", f"{PAGE}#more"], f"{PAGE}#hb-word-crust"]
    assert index_of("en", handbook) == [["C", [crust, ["Crusts", [PAGE], ""]]]]


@pytest.mark.parametrize("code", ["en", "ms", "ru"])
def test_each_letter_stands_once_and_no_entry_twice_or_without_a_place(code: str) -> None:
    index = index_of(code, real_handbook())
    letters, entries = [letter for letter, _ in index], [entry for _, found in index for entry in found]
    assert letters == sorted(set(letters))
    assert len({words for words, _, _ in entries}) == len(entries) > 150
    assert [words for words, places, meaning in entries if not (places or meaning)] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "es",
            [
                "A: Agua y piscina",
                "B: Bastoncillo",
                "C: Cómo se hace, Conducto",
                "D: Dolor",
                "M: Mareo",
                "P: Para quién es",
                "S: Señales de alarma",
                "T: Tímpano",
            ],
        ),
        (
            "fa",
            [
                "آ: آب و استخر",
                "ب: برای چه کسی است",
                "پ: پردهٔ گوش",
                "چ: چگونه انجام می‌شود",
                "د: درد",
                "س: سرگیجه",
                "گ: گوش‌پاک‌کن",
                "م: مجرا",
                "ن: نشانه‌های هشدار",
            ],
        ),
    ],
)
def test_another_handbook_has_its_own_in_the_order_of_its_alphabet(tmp_path: Path, code: str, words: list[str]) -> None:
    index = index_of(code, read(make_second(tmp_path)))
    assert [f"{letter}: {', '.join(words for words, _, _ in found)}" for letter, found in index] == words
