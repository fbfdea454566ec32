"""The comparison itself: what a source says is read without the program, and every kind of loss is told in full."""

from __future__ import annotations

import pytest

from render.comparison.letters import Unit, differences, different_figures, joined, read_from_the_right, stream_of
from render.comparison.screen import figures_of, read_page, words_of
from render.comparison.source import Block, Piece, pieces_of, read_blocks

UNITS = (Unit("page.md:1", "A title"), Unit("page.md:3", "Some words."), Unit("page.md:5", "The end."))
WRONG = {
    "A title The end.": (
        "en, page.md:3:\n  it must say: Some words.\n  from here:   Somewords.\n  it is read:  A title The end."
    ),
    "A title Some words. Some words. The end.": (
        "en, page.md:5:\n  it must say: The end.\n  from here:   Theend.\n"
        "  it is read:  A title Some words. Some words. The end."
    ),
    "A title The end. Some words.": (
        "en, page.md:3:\n  it must say: Some words.\n  from here:   Somewords.\n"
        "  it is read:  A title The end. Some words."
    ),
    "A title Some words. The": (
        "en, page.md:5:\n  it must say: The end.\n  from here:   end.\n  it is read:  A title Some words. The"
    ),
    "A title Some words. The end. More": "en: more than it must say: More",
    "A title Somewords. The end.": "en, page.md:3: two words stand together: A title Somewords. The end.",
}


@pytest.mark.parametrize("read", WRONG)
def test_what_is_lost_doubled_moved_added_or_run_together_is_told(read: str) -> None:
    assert differences("en", UNITS, stream_of(read)) == [WRONG[read]]


def test_what_is_not_read_aloud_is_told() -> None:
    units = (Unit("1", "", ("a line", "a cheek")), Unit("2", "", ("a line",)))
    assert different_figures("en", units, ["a line", "a cheek", "a line"]) == []
    assert different_figures("en", units, ["a line", "a line"]) == [
        "en, 1: in place of a figure must be read aloud 'a cheek', and not 'a line'"
    ]
    assert different_figures("en", units, ["a line", "a cheek"]) == [
        "en, 2: in place of a figure must be read aloud 'a line', and not 'nothing'"
    ]
    assert different_figures("en", units, ["a line", "a cheek", "a line", "more"]) == [
        "en, the end: in place of a figure must be read aloud 'nothing', and not 'more'"
    ]


def test_lines_and_hyphens_may_end_anywhere() -> None:
    assert differences("en", UNITS, stream_of("A\ntitle\nSome\n words\n.\nThe\u2060 end.")) == []
    assert differences("en", [Unit("", "split-face")], stream_of("split\ufffe\nface")) == []


def test_a_sheet_that_begins_with_a_row_begins_with_its_head() -> None:
    rows = (Unit("1", "Head"), Unit("2", "one"), Unit("3", "two", repeated="Head"))
    sheets = [(7, stream_of("Head one")), (8, stream_of("Head two"))]
    assert differences("en", rows, joined(sheets)) == []
    assert differences("en", rows, joined([sheets[0], (8, stream_of("two"))])) == [
        "en, sheet 8, 3:\n  it must say: two\n  from here:   Headtwo\n  it is read:  Head one two"
    ]


def test_what_runs_from_the_right_has_its_letters_in_any_order() -> None:
    units = (Unit("1", "abc (d)"), Unit("2", "ef"))
    assert differences("fa", units, stream_of("c)b)da fe"), ordered=False) == []
    assert len(differences("fa", units, stream_of("c)b)d fea"), ordered=False)) == 1
    assert read_from_the_right("معمولاً") == "معمولاًلاً"


SOURCE = """\
# Title {#title}

Words [here](fact:one/two "genitive") and \\_\\_\\_\\_, *more* `co_de`.

!!! do
    - [x] done

        Its *second* paragraph.
    - [ ] open
        1. one
        2. two

One
Two
:   Both.

| A | B |
|---|--:|
| ![](picture:p) | [](clinic:phone) |

> Said
"""
READ = [
    Block(1, "heading", (Piece("text", "Title"),), name="title", level=1),
    Block(
        3,
        "paragraph",
        (
            Piece("text", "Words "),
            Piece("fact", "here", "one/two", "genitive", "Words "),
            Piece("text", " and "),
            Piece("blank"),
            Piece("text", ", more co_de."),
        ),
    ),
    Block(5, "box", name="do"),
    Block(6, "paragraph", (Piece("text", "done"),), lead="☑"),
    Block(8, "paragraph", (Piece("text", "Its second paragraph."),)),
    Block(9, "paragraph", (Piece("text", "open"),), lead="☐"),
    Block(10, "paragraph", (Piece("text", "one"),), lead="1."),
    Block(11, "paragraph", (Piece("text", "two"),), lead="2."),
    Block(13, "term", (Piece("text", "One"),)),
    Block(14, "term", (Piece("text", "Two"),)),
    Block(15, "paragraph", (Piece("text", "Both."),)),
]


def test_a_source_is_read_into_blocks() -> None:
    *blocks, table, quotation = read_blocks(SOURCE)
    assert blocks == READ
    assert [(row.line, row.cells) for row in table.rows] == [
        (17, (pieces_of("A"), pieces_of("B"))),
        (19, ((Piece("image", "", "picture:p"),), (Piece("clinic", "", "phone"),))),
    ]
    assert quotation == Block(21, "paragraph", (Piece("text", "Said"),))


def test_a_web_page_is_read_with_the_signs_of_its_lists() -> None:
    page = read_page(
        '<ul><li>a<ol start="3"><li><b>b</b>c</li></ol></li><li class="hb-task hb-task--done">d</li></ul>'
        '<p>e<br>f<span role="img" aria-label="line"></span></p><img src="x" alt="g"><img src="y" alt="">'
    )
    assert words_of(page).split() == ["•", "a", "3.", "bc", "☑", "d", "e", "f"]
    assert list(figures_of(page)) == ["line", "g"]
