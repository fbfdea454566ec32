"""Each link of a printed book is described by where it leads, in the words of its language."""

from __future__ import annotations

import io

import pikepdf

from handbook.render.typst.compiler import compile_book
from render.typst.specimen import ROOT, book_of
from render.typst.test_citations import SOURCE

CODE = """
see("part/all.md#sun", "Shade");
p({"said";cite("part/all.md", 1)});
outside("https://example.org/a", "", "Outside");
h(2, "part/all.md#wash", "Wash");p("Words.");
h(2, "part/all.md#sun", "Sun");p(see("part/all.md", "This chapter"))
"""


def test_each_link_is_described_by_the_place_it_leads_to() -> None:
    see = {"en": "on page {page}"}
    pdf, problems = compile_book(book_of(CODE.replace("\n", " "), sources=[SOURCE] * 3, **{"see-page": see}), ROOT)
    assert problems == []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        links = [str(link.Contents) for page in document.pages for link in page.get("/Annots", ())]
    contents = ["All, on page 3", "Notes, on page 4", "Sources, on page 5", "How this handbook is checked, on page 6"]
    assert links == [
        *contents,
        "Sun, on page 3",
        "Notes, on page 4",
        "https://example.org/a",
        "All, on page 3",
        *["Sources, on page 5"] * 4,
    ]
