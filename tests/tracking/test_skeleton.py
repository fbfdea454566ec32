"""The skeleton of every page is built like the page itself, with its words in comments and its links in place."""

from __future__ import annotations

import pytest

from handbook.markup.blocks import Box, Heading, Paragraph, Plain, TextBlock
from handbook.markup.document import Document, parse, parse_part
from handbook.markup.source_map import SourceMap
from handbook.register.pages import Page
from handbook.tracking.pieces import pieces_of
from handbook.tracking.skeleton import skeleton_of
from project import SECOND, load, real_handbook

EVERYTHING = r"""# Title {#title}

One *two* **three** `four` \*five\* [six](other.md#id "title") [3 days](fact:crusts-last "genitive").

![](picture:crusts)

![A cheek](../images/cheek.png "Words below")

![](passage:more)

!!! do
    [](clinic:phone)

!!! note "Own *title*"
    - one
    - two

        more

    3. three
        - four
    4. five

- [ ] to tick \_\_\_\_\_\_
- [x] ticked

Term
Other term
:   Definition

    of two paragraphs

> Quoted
>
> - twice

---

| a | b | c |
|:---|:---:|---:|
| 1 | [](fact:first-wash) | |
"""


def form(document: Document) -> list[object]:
    """Return what a document is made of, without its words: kinds, ids, targets."""
    found: list[object] = []
    for part in document.parts:
        name = part.id if isinstance(part, Heading) else part.kind if isinstance(part, Box) else ""
        kind = "words" if isinstance(part, Paragraph | Plain) else type(part).__name__
        found.append((kind, name, getattr(part, "align", ""), getattr(part, "done", None)))
        if isinstance(part, TextBlock):
            found += [(type(link).__name__, link.target, getattr(link, "form", "")) for link in part.links]
    return [*found, *(image.source for image in document.images)]


def bare(document: Document) -> list[str]:
    return [it.text.replace("<!-- ", "").replace(" -->", "") for it in pieces_of(document, "")]


def pages() -> list[Page]:
    second, _ = load(SECOND)
    assert second is not None
    return [page for book in (real_handbook(), second) for page in (*book.pages, *book.passages.values())]


def test_a_page_with_everything() -> None:
    document, problems = parse(EVERYTHING, "docs/en/page.md")
    assert problems == []
    again, _ = parse(skeleton_of(document), "docs/ms/page.md")
    assert form(again) == form(document)
    assert bare(again) == bare(document)
    words = [block.text for block in again.texts if not block.text.startswith("<!--")]
    assert words == []


def test_every_page_and_passage() -> None:
    for page in pages():
        again, _ = parse_part(SourceMap.of(skeleton_of(page.written), page.path))
        assert form(again) == form(page.written), page.document.path
        assert bare(again) == bare(page.written), page.document.path


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("# Title {#title}", "# <!-- Title --> {#title}\n"),
        ("- one\n- two", "- <!-- one -->\n- <!-- two -->\n"),
        ("- one\n\n- two", "- <!-- one -->\n\n- <!-- two -->\n"),
        ("3. one", "3. <!-- one -->\n"),
        ("!!! do\n    [](clinic:phone)", "!!! do\n    [](clinic:phone)\n"),
        ("![A cheek](a.png)", "![<!-- A cheek -->](a.png)\n"),
        ("![](signs:today)", "![](signs:today)\n"),
    ],
)
def test_what_is_written(source: str, written: str) -> None:
    document, _ = parse_part(SourceMap.of(source + "\n", "docs/en/page.md"))
    assert skeleton_of(document) == written
