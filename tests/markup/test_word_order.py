"""The words of a page come in the order of its source and stand where they were put, or a problem says so."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions.admonition import AdmonitionProcessor

from handbook.checks.broken_markup import broken_in
from handbook.diagnostics.problems import Problem
from handbook.markup import dialect
from handbook.markup import document as documents
from handbook.markup.box_parser import BoxParser
from handbook.markup.document import Document, parse
from handbook.markup.word_order import misread_words
from markup.nested_pages import NestedPage

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*/**/*.md"))

BOX = """\
# Title {#title}

!!! do-not "Do not wash"
    - [ ] the skin bleeds.
        - [ ] there was pus.

        - [ ] it weeps.

    Else wash.
"""


def told(document: Document) -> list[Problem]:
    return list(broken_in(document))


def outline(source: str) -> list[tuple[str, tuple[str, ...]]]:
    document, _ = parse(source, "page.md")
    return [(block.text, block.within) for block in document.texts]


def test_a_list_in_a_box_may_go_on_after_an_empty_line() -> None:
    assert outline(BOX) == [
        ("Title", ()),
        ("Do not wash", ("do-not",)),
        ("the skin bleeds.", ("do-not", "list")),
        ("there was pus.", ("do-not", "list", "list")),
        ("it weeps.", ("do-not", "list", "list")),
        ("Else wash.", ("do-not",)),
    ]


@given(st.integers(0, 2**32))
@example(134217727)  # an item directly below a table becomes a row of it
@example(886298638)  # an item directly below a quotation becomes a part of it
def test_words_stand_in_order_and_where_they_were_put_or_a_problem_says_so(seed: int) -> None:
    page = NestedPage(random.Random(seed))
    document, problems = parse(page.make(), "page.md")
    assert problems == []
    found = [(word, block.within) for block in document.texts for word in re.findall(r"w\d+", block.text)]
    marks = [block.text for block in document.texts if re.search(r"!!!|\[ \]|[|>*]|- |: |\d\. ", block.text)]
    assert (found == list(page.within.items()) and marks == []) or told(document) != []
    assert list(misread_words(document)) == []


def test_most_nestings_are_read_without_a_problem() -> None:
    pages = [parse(NestedPage(random.Random(seed)).make(), "page.md")[0] for seed in range(300)]
    assert sum(told(document) == [] for document in pages) > 200


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_page_of_the_handbook_is_suspected(page: Path) -> None:
    document, _ = parse(page.read_text(encoding="utf-8"), "page.md")
    assert told(document) == []


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> Document:
    """A page whose words the parser has moved, as Python-Markdown alone does in boxes."""
    monkeypatch.setattr(BoxParser, "run", AdmonitionProcessor.run)
    return parse(BOX, "page.md")[0]


def test_words_that_the_parser_moves_are_told_where_they_stand(moved: Document) -> None:
    assert [(str(problem.location), problem.message) for problem in misread_words(moved)] == [
        ("page.md:4:11", "“the skin bleeds” is shown at another place or not at all")
    ]


MARKS = """\
# T**it**le {#title}

A[b](c.md)d, [e](<f>) [g](h_(i).md) **j**k ![l](m.png "n)o") &amp; `p` \\_q\\_ r_s_t [](fact:u "v").

1. - [ ] w [x](fact:y)

!!! note "Note"
    - !!! do

| z | z |
|---|---|
| z | z |
"""


def test_marks_are_no_lost_words() -> None:
    document, _ = parse(MARKS, "page.md")
    assert list(misread_words(document)) == []


BEFORE_PARSING = [
    ("there was pus", "", "page.md:5:15: “there was pus” is shown at another place or not at all"),
    ("Else wash", "Else wash off", "page.md:9:14: what stands here is read twice"),
]


@pytest.mark.parametrize(("words", "instead", "expected"), BEFORE_PARSING)
def test_words_that_a_parser_drops_or_doubles_are_told(
    monkeypatch: pytest.MonkeyPatch, words: str, instead: str, expected: str
) -> None:
    monkeypatch.setattr(documents, "tree_of", lambda source: dialect.tree_of(source.replace(words, instead)))
    document, _ = parse(BOX, "page.md")
    assert [f"{problem.location}: {problem.message}" for problem in misread_words(document)] == [expected]
