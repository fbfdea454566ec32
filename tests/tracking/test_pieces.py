"""What of a page is a piece, what it is called, and which pieces of another language say the same."""

from __future__ import annotations

from handbook.markup.document import parse, parse_part
from handbook.markup.source_map import SourceMap
from handbook.tracking.pieces import Piece, counterparts, pieces_of, place_in_file

PAGE = r"""# Title {#title}

One [two](../other/page.md#id) [here](#title) **three**.

![](picture:crusts)

!!! call-now
    Call.

## Section {#section}

- one
- two

| a | b |
|---|---|
| c | \*d\* |

![A cheek](../images/cheek.png)
"""


def pieces(source: str, path: str = "folder/page.md") -> tuple[Piece, ...]:
    document, _ = parse(source, f"docs/en/{path}")
    return pieces_of(document, path)


def test_pieces_are_named_by_heading_and_number() -> None:
    assert [(it.id, it.text, it.is_warning) for it in pieces(PAGE)] == [
        ("title", "# Title", False),
        ("title/1", "One [two](other/page.md#id) [here](#title) **three**.", False),
        ("title/2", "!!! call-now", True),
        ("title/3", "Call.", True),
        ("section", "## Section", False),
        ("section/1", "one", False),
        ("section/2", "two", False),
        ("section/3", "| a | b |", False),
        ("section/4", r"| c | \*d\* |", False),
        ("section/5", "![A cheek](../images/cheek.png)", False),
    ]


def test_a_page_that_moves_keeps_its_words() -> None:
    moved = PAGE.replace("](../other/page.md", "](other/page.md")
    assert [it.hash for it in pieces(PAGE)] == [it.hash for it in pieces(moved, "page.md")]


def test_without_headings_pieces_are_counted() -> None:
    document, _ = parse_part(SourceMap.of("One.\n\nTwo.\n", "docs/en/passages/more.md"))
    assert [it.id for it in pieces_of(document, "passages/more.md")] == ["1", "2"]
    assert [it.id for it in pieces_of(document, "", "signs/a/sign", is_warning=True)] == [
        "signs/a/sign/1", "signs/a/sign/2",
    ]  # fmt: skip


def test_they_are_sorted_by_section_and_number() -> None:
    ids = ["b", "a/10", "a/2", "a", "1", "10", "2"]
    assert sorted(ids, key=place_in_file) == ["1", "2", "10", "a", "a/2", "a/10", "b"]


def test_counterparts_stand_in_the_same_place() -> None:
    originals = pieces("# T {#t}\n\nOne.\n\nTwo.\n\n- three\n\nFour.\n\nFive.\n")
    mine = pieces("# J {#t}\n\nSatu.\n\nDua.\n\n- tiga\n\nEmpat. Lima.\n")
    found = {id: [it.text for it in said] for id, said in counterparts(originals, mine).items()}
    assert found == {
        "t": ["# J"], "t/1": ["Satu."], "t/2": ["Dua."], "t/3": ["tiga"],
        "t/4": ["Empat. Lima."], "t/5": ["Empat. Lima."],
    }  # fmt: skip


def test_what_has_no_place_in_a_translation_has_no_counterpart() -> None:
    found = counterparts(pieces("# T {#t}\n\n- one\n- two\n"), pieces("# J {#t}\n\n- satu\n"))
    assert found["t/2"] == ()
