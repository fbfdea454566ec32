"""Where a page explains a word, and what stands in the word list."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.markup.blocks import Definition, Term
from handbook.markup.document import Document
from handbook.markup.inlines import Explained, walk_inlines
from handbook.register.digest import shown_on
from handbook.register.explained import explained_on, with_explained
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from project import load, make

GLOSSARY = """\
concepts:
  keloid: {word: keloid, definition: A raised scar., explain: true}
  ointment: {word: ointment, forms: [balm], definition: A greasy product., explain: true, short: [OI]}
  burn: {word: burn, definition: A wound from heat., explain: true}
  sleeve: {word: Ärmel, definition: Part of a shirt., explain: true}
  crust: {word: crust, definition: A thin layer.}
"""
TITLE = "# Healing {#healing}\n\n"


def read(root: Path, text: str, **more: str) -> Handbook:
    """Read the base project with a glossary in English alone and a text on its home page."""
    files = {f"docs/data/glossary/{code}.yml": GLOSSARY for code in ("en", "ms", "ru")}
    handbook, problems = load(make(root, {**files, "docs/en/index.md": TITLE + text + "\n", **more}))
    assert handbook is not None
    assert problems == []
    return handbook


def home(handbook: Handbook) -> Page:
    page = handbook.page("index.md", "en")
    assert page is not None
    return page


def marked(document: Document) -> list[tuple[str, str]]:
    """Return the words that are marked in a document, each with its concept."""
    inlines = (inline for block in document.texts for inline in walk_inlines(block.inlines))
    return [(inline.text, inline.concept) for inline in inlines if isinstance(inline, Explained)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keloids and a keloid. Crusts.", [("Keloids", "keloid")]),
        ("A **keloid**, *balms*, OI.", [("keloid", "keloid"), ("balms", "ointment")]),
        ("- A keloid\n- An ointment", [("keloid", "keloid"), ("ointment", "ointment")]),
        ("| Keloid | b |\n|---|---|\n| ointment | keloid |", [("ointment", "ointment"), ("keloid", "keloid")]),
        ("Keloid\n:   A keloid.", [("keloid", "keloid")]),
        ("## Keloid {#a}\n\n[keloid](recovery/day-by-day.md) [keloid](fact:crusts-last) `keloid`", []),
        ('!!! call-now "Keloid"\n    A keloid.\n\n!!! note\n    - A keloid.', []),
        ("![](signs:today)\n\nA burn.", [("burn", "burn")]),
    ],
)
def test_the_first_use_in_running_text_is_marked(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    handbook = read(tmp_path, text)
    page = with_explained(home(handbook), handbook)
    assert marked(page.document) == expected
    assert [block.text for block in page.document.texts] == [block.text for block in home(handbook).document.texts]
    explained = explained_on(page, handbook)
    assert [concept.id for concept in explained] == [concept for _, concept in expected]


def test_what_stands_before_and_behind_stays_in_place(tmp_path: Path) -> None:
    handbook = read(tmp_path, "An ointment on a\nkeloid.")
    block = with_explained(home(handbook), handbook).document.texts[1]
    assert [block.text[inline.start : inline.end] for inline in block.inlines] == [
        "An ", "ointment", " on a ", "keloid", ".",
    ]  # fmt: skip


def test_the_word_list_has_what_pages_of_the_language_use_in_the_order_of_its_alphabet(tmp_path: Path) -> None:
    other = "# Balm {#balm}\n\nÄrmel, [keloid](fact:burn)."
    handbook = read(tmp_path, "![](glossary:)", **{"docs/en/recovery/day-by-day.md": other})
    document = home(handbook).document
    terms = [(part.text, part.id) for part in document.parts if isinstance(part, Term)]
    assert terms == [("keloid", "hb-word-keloid"), ("ointment", "hb-word-ointment"), ("Ärmel", "hb-word-sleeve")]
    said = [part.blocks[0] for part in document.parts if isinstance(part, Definition)]
    places = [str(block.location) for block in said]
    assert places == [f"docs/data/glossary/en.yml:{line}" for line in ("2:38", "3:57", "5:37")]


def test_a_page_with_the_word_list_explains_nothing_twice(tmp_path: Path) -> None:
    handbook = read(tmp_path, "A keloid.\n\n![](glossary:)")
    page = with_explained(home(handbook), handbook)
    assert marked(page.document) == [("keloid", "keloid")]
    assert explained_on(page, handbook) == ()


def test_a_handbook_needs_no_glossary(tmp_path: Path) -> None:
    root = make(tmp_path)
    for file in (root / "docs" / "data" / "glossary").iterdir():
        file.unlink()
    handbook, problems = load(root)
    assert handbook is not None
    assert (problems, handbook.glossary) == ([], {})
    assert with_explained(home(handbook), handbook) is home(handbook)


def test_who_signs_a_page_answers_for_the_words_that_it_explains(tmp_path: Path) -> None:
    plain, with_word = read(tmp_path / "one", "A scar."), read(tmp_path / "two", "A keloid.")
    assert ("word", "keloid") in shown_on(home(with_word), with_word).taken
    assert not [kind for kind, _ in shown_on(home(plain), plain).taken if kind == "word"]
