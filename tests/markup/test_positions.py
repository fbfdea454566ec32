"""Every letter and link of the handbook stands where the program says, counted afresh by ``scanner.py``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from handbook.markup.document import parse
from markup.scanner import FoundLink, Letter, Scanned, scan

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*/**/*.md"))

SOURCE = """\
# Words {#words}

The words [words](words.md#words "words") and words \\_\\_\\_\\_ **wo**rds, [**words** of](fact:words).

!!! call-now "words call now"
    - words: [](fact:words "genitive") words
    - [ ] words [words](fact:words) and [words](fact:words)

!!! do
    1. 1 words
    2. - 2 words

    3 words

![](picture:words)

Word
:   The word

| words | words |
|-------|:-----:|
| [words](fact:words/words) | ![words](words.png) words |
"""


def located(source: str) -> tuple[list[tuple[str, list[tuple[int, int]]]], list[tuple[str, tuple[int, int]]]]:
    """Return what the program says: each block's text with the line and column of each character, and each link's."""
    document, _ = parse(source, "page.md")
    blocks = []
    for block in document.texts:
        places = [block.locate(at, at + 1) for at in range(len(block.text))]
        blocks.append((block.text, [(place.line, place.column) for place in places]))
    links = [(link.target, (link.location.line, link.location.column)) for link in document.links]
    links += [(f"{r.scheme}:{r.target}", (r.location.line, r.location.column)) for r in document.references]
    return blocks, links


def told(source: str) -> Scanned:
    """Return the letters and links that the program finds, in its own order; links by their places."""
    blocks, links = located(source)
    letters = tuple(
        Letter(*place, letter)
        for text, places in blocks
        for letter, place in zip(text, places, strict=True)
        if letter.isalnum()
    )
    return Scanned(letters, tuple(sorted(FoundLink(*place, target) for target, place in links)))


@cache
def page(file: Path) -> tuple[Scanned, Scanned]:
    """Return what the scanner and the program find on a page."""
    source = file.read_text(encoding="utf-8")
    return scan(source), told(source)


def faults(found: Scanned, said: Scanned) -> list[str]:
    """Return every letter and link that only one of the two has, or that the program has in another order."""
    told = []
    for mine, theirs in ((found.letters, said.letters), (found.links, said.links)):
        here, there = set(mine), set(theirs)
        told += [f"not found: {one}" for one in mine if one not in there]
        told += [f"not there: {one}" for one in theirs if one not in here]
        told += ["twice or in another order"] if here == there and mine != theirs else []
    return told


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_letter_and_link_of_a_page_stands_where_it_is_said_to_stand(file: Path) -> None:
    found, said = page(file)
    assert faults(found, said) == []


def test_the_scanner_is_not_blind() -> None:
    found = [page(file)[0] for file in PAGES]
    assert sum(len(scanned.letters) for scanned in found) > 200_000
    assert sum(len(scanned.links) for scanned in found) > 2_500


WORDS = (
    "Words The words words and words words words of words call now words words words words and words "
    "1 words 2 words 3 words Word The word words words words words"
)
LINKS = [
    FoundLink(3, 12, "words.md#words"),
    FoundLink(3, 76, "fact:words"),
    FoundLink(6, 14, "fact:words"),
    FoundLink(7, 18, "fact:words"),
    FoundLink(7, 42, "fact:words"),
    FoundLink(22, 4, "fact:words/words"),
]


def test_the_scanner_knows_text_from_marks() -> None:
    found = scan(SOURCE)
    assert "".join(one.letter for one in found.letters) == WORDS.replace(" ", "")
    assert list(found.links) == LINKS


def test_the_program_and_the_scanner_agree_on_words_that_stand_everywhere() -> None:
    assert faults(scan(SOURCE), told(SOURCE)) == []


def moved(at: int, by: int) -> Callable[[Scanned], Scanned]:
    """Return what puts one letter ``by`` columns further."""

    def change(said: Scanned) -> Scanned:
        letters = list(said.letters)
        letters[at] = letters[at]._replace(column=letters[at].column + by)
        return replace(said, letters=tuple(letters))

    return change


LINE = "The words, [words](fact:words) and words."
BROKEN: dict[str, tuple[Callable[[Scanned], Scanned], list[str]]] = {
    "a letter off by one": (
        moved(2, 1),
        ["not found: Letter(line=1, column=3, letter='e')", "not there: Letter(line=1, column=4, letter='e')"],
    ),
    "a word left out": (
        lambda said: replace(said, letters=said.letters[:13] + said.letters[16:]),
        [f"not found: Letter(line=1, column={32 + at}, letter={letter!r})" for at, letter in enumerate("and")],
    ),
    "a word told twice": (
        lambda said: replace(said, letters=said.letters[:8] + said.letters[3:]),
        ["twice or in another order"],
    ),
    "two words exchanged": (
        lambda said: replace(said, letters=said.letters[3:8] + said.letters[:3] + said.letters[8:]),
        ["twice or in another order"],
    ),
    "a link at the same word before it": (
        lambda said: replace(said, links=(said.links[0]._replace(column=5),)),
        [
            "not found: FoundLink(line=1, column=13, target='fact:words')",
            "not there: FoundLink(line=1, column=5, target='fact:words')",
        ],
    ),
    "a link with another target": (
        lambda said: replace(said, links=(said.links[0]._replace(target="fact:other"),)),
        [
            "not found: FoundLink(line=1, column=13, target='fact:words')",
            "not there: FoundLink(line=1, column=13, target='fact:other')",
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_wrong_place_is_seen(name: str) -> None:
    change, expected = BROKEN[name]
    assert faults(scan(LINE), told(LINE)) == []
    assert faults(scan(LINE), change(told(LINE))) == expected
