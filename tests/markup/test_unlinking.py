"""Links to a page that is left out: their words stay, and a note says why, wherever on a page they stand."""

from __future__ import annotations

from handbook.markup.document import parse
from handbook.markup.inlines import FactLink, Text, walk_inlines
from handbook.markup.unlinking import unlinked

PAGE = """\
# The [gone](gone.md) page {#page}

A [**gone** page](gone.md#there), [kept](kept.md), and **[gone](gone.md) with [a fact](fact:one)**.

- [gone](gone.md)
    - deeper [gone](gone.md)

1. [gone](gone.md)

> quoted [gone](gone.md)

!!! note "A [gone](gone.md) title"
    boxed [gone](gone.md)

| [gone](gone.md) | b |
|---|---|
| *[gone](gone.md)* | [kept](kept.md) |

[Gone](gone.md) term
:   defined [gone](gone.md)

***

![](picture:one)
"""
SAID = [
    "The gone (left out) page",
    "A gone page (left out), kept, and gone (left out) with a fact.",
    "gone (left out)",
    "deeper gone (left out)",
    "gone (left out)",
    "quoted gone (left out)",
    "A gone (left out) title",
    "boxed gone (left out)",
    "gone (left out)",
    "b",
    "gone (left out)",
    "kept",
    "Gone (left out) term",
    "defined gone (left out)",
]


def leads_to_gone(target: str) -> bool:
    return target.startswith("gone.md")


def test_the_words_stay_and_the_note_stands_behind_them() -> None:
    document, problems = parse(PAGE, "docs/en/page.md")
    assert problems == []
    changed = unlinked(document, leads_to_gone, "(left out)")
    said = ["".join(i.text for i in walk_inlines(text.inlines) if isinstance(i, Text)) for text in changed.texts]
    assert said == SAID
    assert [link.target for link in changed.links] == ["kept.md", "kept.md"]


def test_facts_and_pictures_are_the_very_same() -> None:
    document, _ = parse(PAGE, "docs/en/page.md")
    changed = unlinked(document, leads_to_gone, "(left out)")
    assert changed.references == document.references
    assert changed.images == document.images
    strong = [i for text in changed.texts for i in walk_inlines(text.inlines) if isinstance(i, FactLink)]
    assert strong == list(document.references)


def test_a_page_without_such_links_is_the_same_document() -> None:
    document, _ = parse(PAGE, "docs/en/page.md")
    assert unlinked(document, lambda target: False, "(left out)") is document
