"""What a sign-off holds for: everything that a page shows, in a form that no change of the program touches."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.register.digest import Shown, shown_on
from project import load, make, put

PAGE = """\
# Day by day {#day-by-day}

One line
goes on, **never *alone***.\x20\x20
Then `0.5` and ________.

!!! call-now
    - Call [](clinic:emergency).
    - [ ] Wash after [](fact:first-wash).

!!! note "Good to **know**"
    1. [Do not pick](fact:no-picking), [as told](index.md#healing).

> Crusts last [3 to 7 days](fact:crusts-last), [up to 14 days](fact:crusts-last/strong).

| You may | When |
|:--|--:|
| eat | [today](https://doi.org/10.1000/182) |

Crust
:   What dries.

***

![A square](../images/square.png "As seen")

![](picture:crusts)
"""
WORDS = """\
boxes: {call-now: Call now}
common:
  emergency: {all: "999 or {russia-ambulance}"}
pictures:
  in-words: In words
  crusts: {title: Crusts, alt: When., days: Days, crusts: {name: Crusts, when: "Clear in {crusts}."}}
"""
FILES = {
    "docs/en/index.md": PAGE,
    "docs/ms/index.md": "# Penyembuhan {#healing}\n\n[Jangan kopek](fact:no-picking).\n",
    "docs/data/evidence/ms.yml": "no-picking: {ivanova2021: mengopek meninggalkan parut}\n",
    "docs/data/interface/en.yml": WORDS,
}
SQUARE = "docs/images/square.png"
BLACK = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
WHITE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
DIGEST = "1:6b927900c85fdb2b06840d180fb8ca7bc0dcb003b4373bebe1ec2a01c9c67d1c"


def project(root: Path) -> Path:
    folder = make(root, FILES)
    put(folder / SQUARE, BLACK, "base64")
    return folder


def shown(folder: Path, language: str = "en") -> Shown:
    handbook, _ = load(folder)
    assert handbook is not None
    page = handbook.page("index.md", language)
    assert page is not None
    return shown_on(page, handbook)


def change(folder: Path, old: str, new: str) -> None:
    """Replace words wherever they stand under docs/."""
    written = [file for file in folder.glob("docs/**/*.*") if file.suffix in (".md", ".yml")]
    files = {file: file.read_text(encoding="utf-8") for file in written}
    holding = {file: text for file, text in files.items() if old in text}
    assert holding, old
    for file, text in holding.items():
        put(file, text.replace(old, new))


def test_the_whole_text_of_a_page(tmp_path: Path) -> None:
    expected = Path(__file__).with_name("canonical-page.txt").read_text(encoding="utf-8")
    assert shown(project(tmp_path)).text == expected


def test_the_digest_of_a_page_does_not_change_with_the_program(tmp_path: Path) -> None:
    assert shown(project(tmp_path)).digest == DIGEST


CHANGED = {
    "a word": ("What dries.", "What dries up."),
    "a capital letter": ("One line", "one line"),
    "the level of a heading": ("# Day by day", "## Day by day"),
    "the kind of a box": ("!!! note", "!!! do-not"),
    "the title of a box": ('"Good to **know**"', '"Good to know"'),
    "a title that the language gives to a box": ("call-now: Call now", "call-now: Call at once"),
    "a stress": ("*alone*", "alone"),
    "a line that ends": ("alone***.  \n", "alone***.\n"),
    "a place to write on": ("________", "so"),
    "a box to tick": ("[ ] Wash", "Wash"),
    "a tick": ("[ ] Wash", "[x] Wash"),
    "a list that is counted": ("1. [Do not", "- [Do not"),
    "the number it begins with": ("1. [Do not", "3. [Do not"),
    "a quotation": ("> Crusts", "Crusts"),
    "the side of a column": ("|:--|", "|--|"),
    "a row less": ("| eat | [today](https://doi.org/10.1000/182) |\n", ""),
    "where a link leads": ("index.md#healing", "recovery/day-by-day.md"),
    "the place on the page it leads to": ("index.md#healing", "index.md#day-by-day"),
    "an address outside": ("10.1000/182)", "10.1000/183)"),
    "which fact is cited": ("[Do not pick](fact:no-picking)", "[Do not pick](fact:crusts-last)"),
    "what an image shows, in words": ("![A square]", "![A blue square]"),
    "the words below an image": ("As seen", "As it is"),
    "a line across": ("\n***\n", "\n"),
    "the number of a fact": ("low: 3, high: 7", "low: 3, high: 8"),
    "a further number of a fact": ("high: 14", "high: 15"),
    "the confidence of a fact": ("confidence: moderate", "confidence: weak"),
    "whether a fact is contested": ("moderate\n  contested: false", "moderate\n  contested: true"),
    "how often a fact was checked": ("second_check: confirmed", "second_check: corrected"),
    "the source of a fact": ("source: rahman2019", "source: ivanova2021"),
    "the place in a source": ("locator: table 2", "locator: table 3"),
    "what a source says": ("says: picking leaves scars", "says: picking may leave scars"),
    "the title of a source": ("title: Crusts after laser", "title: Crusts"),
    "the address of a source": ("doi: 10.1000/182", "doi: 10.1000/180"),
    "a value of the clinic": ("low: 24, high: 24", "low: 36, high: 36"),
    "an emergency number": ("low: 103, high: 103", "low: 104, high: 104"),
    "the sentence with it": ("999 or", "999, or"),
    "the words of a picture": ("crusts: {name: Crusts", "crusts: {name: The crusts"),
    "what a picture shows": ("end: high of crusts", "end: low of crusts"),
}  # fmt: skip
"""Each thing that a reader of the page sees, as it was and as it becomes."""

SAME = {
    "where lines end": ("One line\ngoes on", "One line goes\non"),
    "spaces": ("| eat | [today]", "| eat   |   [today]"),
    "how a stress is written": ("*alone*", "_alone_"),
    "the way from this file to the page": ("index.md#healing", "./index.md#healing"),
    "the id of a heading": ("{#day-by-day}", "{#days}"),
    "the statement of a fact": ("statement: Do not pick the crusts.", "statement: Never pick the crusts."),
    "a note that is not printed": ("  second_check: confirmed\n", "  second_check: confirmed\n  note: ask again\n"),
    "the day a fact was collected": ("collected: 2026-11-20", "collected: 2026-11-21"),
    "the day of its review": ("review_by: 2027-11-20", "review_by: 2028-11-20"),
    "a fact that other pages use": ("high: 5,", "high: 4,"),
    "the order of keys": ("kind: duration, low: 3, high: 7", "high: 7, low: 3, kind: duration"),
    "how a number is written": ("low: 3, high: 7", "low: 3.0, high: 14/2"),
    "a comment": ("decisions:", "# What clinics decide\ndecisions:"),
    "a question for the clinic": ("question: When may", "question: When, then, may"),
    "what a value may be": ("allowed: {low: 12", "allowed: {low: 13"),
    "the page in another language": ("Jangan kopek", "Jangan korek"),
    "what a source says in another language": ("meninggalkan parut", "membuat parut"),
    "a word of another picture": ("in-words: In words", "in-words: In words\n  other: {title: Other}"),
}  # fmt: skip
"""What no reader of the page sees."""


@pytest.mark.parametrize(("old", "new"), CHANGED.values(), ids=CHANGED)
def test_what_is_shown_counts(tmp_path: Path, old: str, new: str) -> None:
    folder = project(tmp_path)
    before = shown(folder)
    change(folder, old, new)
    assert shown(folder).digest != before.digest


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_what_is_not_shown_does_not_count(tmp_path: Path, old: str, new: str) -> None:
    folder = project(tmp_path)
    before = shown(folder)
    change(folder, old, new)
    assert shown(folder).text == before.text


def test_the_content_of_an_image_counts(tmp_path: Path) -> None:
    folder = project(tmp_path)
    before = shown(folder)
    put(folder / SQUARE, WHITE, "base64")
    assert shown(folder).digest != before.digest


@pytest.mark.parametrize("way", ["../../../secret.png", "../images/" + 300 * "a" + ".png"])
def test_an_image_that_is_outside_the_project_or_cannot_be_is_not_read(tmp_path: Path, way: str) -> None:
    folder = project(tmp_path)
    put(folder / "docs/en/index.md", PAGE.replace("../images/square.png", way))
    put(tmp_path / "secret.png", BLACK, "base64")
    assert 'figure [["image","","A square","As seen"]]' in shown(folder).text
