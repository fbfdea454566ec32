"""Every word of a parsed page is found where it stands in the source."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.markup.document import parse
from handbook.markup.inlines import Blank, FactLink

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*/**/*.md"))

SOURCE = """\
# Words {#words}

The words [words](words.md#words "words") and words `words` **wo**rds, words.

!!! call-now "words call now"
    - words: [](fact:words) words
    - [ ] words

1. 1 words
2. - 2 words

    3 words

| words | words |
|-------|:-----:|
| [words](fact:words/words) | ![words](words.png) words |
"""

PLACES = [
    ("Heading", "Words", "1:3"),
    ("Paragraph", "The words words and words words words, words.", "3:1"),
    ("BoxTitle", "words call now", "5:15"),
    ("Plain", "words:  words", "6:7"),
    ("Plain", "words", "7:11"),
    ("Plain", "1 words", "9:4"),
    ("Plain", "2 words", "10:6"),
    ("Paragraph", "3 words", "12:5"),
    ("Cell", "words", "14:3"),
    ("Cell", "words", "14:11"),
    ("Cell", "words", "16:4"),
    ("Cell", "words", "16:51"),
]


def test_words_that_stand_everywhere_are_told_apart() -> None:
    document, problems = parse(SOURCE, "page.md")
    places = [(type(b).__name__, b.text, str(b.locate(0, 1)).removeprefix("page.md:")) for b in document.texts]
    assert places == PLACES
    assert problems == []


def test_references_carry_their_words_and_what_stands_before_them() -> None:
    document, _ = parse(SOURCE, "page.md")
    found = [
        (r.scheme, r.target, r.words, r.before, str(r.location), r.location.length)
        for r in document.references
        if isinstance(r, FactLink)
    ]
    assert found == [
        ("fact", "words", "", "words: ", "page.md:6:14", 14),
        ("fact", "words/words", "words", "", "page.md:16:4", 5),
    ]
    assert [(link.target, link.words, str(link.location)) for link in document.links] == [
        ("words.md#words", "words", "page.md:3:12")
    ]
    assert [(i.source, i.alt, str(i.location), i.location.length) for i in document.images] == [
        ("words.png", "words", "page.md:16:31", 19)
    ]


def test_a_backslash_before_any_sign_prints_the_sign() -> None:
    signs = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~\\"
    document, _ = parse("".join(f"\\{sign}" for sign in signs), "page.md")
    assert [block.text for block in document.texts] == [signs]


def test_a_place_to_write_on_is_found_where_it_stands() -> None:
    document, _ = parse("words\n\n- \\_\\_\\_\\_ words ____", "page.md")
    blanks = [inline.location for block in document.texts for inline in block.inlines if isinstance(inline, Blank)]
    assert [(str(place), place.length) for place in blanks] == [("page.md:3:3", 8), ("page.md:3:18", 4)]


def assert_aligned(source: str) -> None:
    document, _ = parse(source, "page.md")
    for block in document.texts:
        assert len(block.map.offsets) == len(block.text)
        wrong = [
            (c, source[at : at + 1])
            for c, at in zip(block.text, block.map.offsets, strict=True)
            if c.isalnum() and c != source[at]
        ]
        assert wrong == [], block.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_letter_of_the_handbook_is_found(page: Path) -> None:
    assert_aligned(page.read_text(encoding="utf-8"))


PIECES = st.sampled_from(
    ["a", "b1", "3", "слово", "a_b", " ", "\n", "\n\n", "- ", "1. ", "# ", "**", "*", "_", "`", "[", "]", "(", ")", "|",
     "[a](fact:b)", "[](fact:a)", "![a](b.png)", "!!! note\n    ", "!!! do \"a\"\n    ",
     "| a | b |\n|---|---|\n| a | b |\n",
     "{#a}", "\\", "<b>", "&amp;", "> ", ": ", "    ", "[ ] "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_text_is_too_strange_to_be_read(source: str) -> None:
    document, _ = parse(source, "page.md")
    assert all(len(block.map.offsets) == len(block.text) for block in document.texts)
