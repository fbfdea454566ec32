"""Where citation marks stand in each kind of block: behind sentences, and never between the words of a warning."""

from __future__ import annotations

import pytest

from handbook.markup.blocks import TextBlock
from handbook.markup.document import parse, with_blocks
from handbook.markup.inlines import Blank, Citation, Code, Emphasis, FactLink, Inline, Link, Strong, Text
from handbook.render.marks import Wording, marked, places_of
from render.typst.specimen import code_of

WORDING = Wording(frozenset({"dr.", "тел."}), lambda link: link.target.startswith("sign"))

PLACED = {
    "a sentence": ("Wash [after a day](fact:a).", ["Wash after a day.<a>"]),
    "two sentences": (
        "[Wash](fact:a). Do [not](fact:b) rub. Rest.",
        ["Wash.<a> Do not rub.<b> Rest."],
    ),
    "a sentence with two facts": ("[Wash](fact:a) and [rest](fact:b).", ["Wash and rest.<a,b>"]),
    "one fact twice": ("[Wash](fact:a) and [rest](fact:a).", ["Wash and rest.<a,a>"]),
    "no full stop": ("Wash [after a day](fact:a) only", ["Wash after a day only<a>"]),
    "the last sentence without a full stop": ("[Wash](fact:a). Then [rest](fact:b)", ["Wash.<a> Then rest<b>"]),
    "a full stop in brackets or quotes": (
        "“[Wash it](fact:a).” ([Rest](fact:b).) Go.",
        ["“Wash it.”<a> (Rest.)<b> Go."],
    ),
    "a question": ("[Wash](fact:a)? [Rest](fact:b)! Go… on", ["Wash?<a> Rest!<b> Go… on"]),
    "an abbreviation": ("Ask [Dr. Tan](fact:a) or Dr. Lee [now](fact:b). Go", ["Ask Dr. Tan or Dr. Lee now.<a,b> Go"]),
    "an abbreviation in small letters": ("[По тел.](fact:a) Анны. Да.", ["По тел. Анны.<a> Да."]),
    "a decimal": ("Use [2.5 ml](fact:a) at 5 p.m. or later. Go.", ["Use 2.5 ml at 5 p.m. or later.<a> Go."]),
    "Persian and Arabic": (
        "[بشویید](fact:a)؟ [استراحت](fact:b)۔ [برو](fact:c). پایان",
        ["بشویید؟<a> استراحت۔<b> برو.<c> پایان"],
    ),
    "a sentence that ends in a link": ("Wash [it. Rest.](fact:a) Go [on](fact:b).", ["Wash it. Rest.<a> Go on.<b>"]),
    "a link of two sentences": ("[Wash. Then rest](fact:a). Go.", ["Wash. Then rest.<a> Go."]),
    "a link to a page with a full stop": ("[Wash](fact:a), see [A. And B](b.md). Go.", ["Wash, see A. And B.<a> Go."]),
    "a value that is filled in": ("Wash after [](fact:a). Then rest.", ["Wash after .<a> Then rest."]),
    "a value at the end": ("Wash. [](fact:a)", ["Wash. <a>"]),
    "bold sentences": ("**[Wash](fact:a). [Rest](fact:b).** [Go](fact:c).", ["*Wash.<a> Rest.*<b> Go.<c>"]),
    "a bold link at the end": ("Wash *[now](fact:a)*.", ["Wash *now*.<a>"]),
    "code": ("[Wash](fact:a) `a. B` now. Go.", ["Wash a. B now.<a> Go."]),
    "lines": ("Wash [it](fact:a).\nRest\n[now](fact:b).", ["Wash it.<a>\nRest\nnow.<b>"]),
    "no facts": ("Wash. [Rest](b.md).", ["Wash. Rest."]),
    "a heading": ("## Wash [now](fact:a) {#now}", ["Wash now<a>"]),
    "a list": ("- [Wash](fact:a)\n- [Rest](fact:b). Go.\n- no", ["Wash<a>", "Rest.<b> Go.", "no"]),
    "a list in a list": ("- [Wash](fact:a):\n    - [now](fact:b)", ["Wash:<a>", "now<b>"]),
    "terms": ("Wash [it](fact:a)\n:   With [water](fact:b).", ["Wash it<a>", "With water.<b>"]),
    "a quotation": ("> [Wash](fact:a). Go", ["Wash.<a> Go"]),
    "a row": (
        "| [A](fact:h) | B |\n|---|---|\n| [Wash](fact:a). Go. | [now](fact:b) |\n| [Rest](fact:c) | |"
        "\n| [Sun](fact:d) | \\_\\_\\_\\_ |",
        ["A", "B<h>", "Wash. Go.", "now<a,b>", "Rest<c>", "", "Sun<d>", "____"],
    ),
    "a box that is no warning": (
        '!!! do "Do [it](fact:t)"\n    - [Wash](fact:a)\n    - [Rest](fact:b)',
        ["Do it<t>", "Wash<a>", "Rest<b>"],
    ),
    "a box to call for": (
        "!!! call-now\n    [Fits](fact:a). [Fever](fact:b).\n\n    - [rash](fact:c)\n    - pus",
        ["", "Fits. Fever.", "rash", "pus<a,b,c>"],
    ),
    "a list in a list of a box to call for": (
        '!!! call-today "Call [today](fact:t)"\n    - [one](fact:a)\n        - [two](fact:b)\n    - three',
        ["Call today", "one", "two", "three<t,a,b>"],
    ),
    "items with paragraphs in a box to call for": (
        "!!! call-today\n    [Call](fact:t):\n\n    - [one](fact:a)\n\n        More [of it](fact:b). So."
        "\n\n    - [two](fact:c)",
        ["", "Call:<t>", "one", "More of it. So.<a,b>", "two<c>"],
    ),
    "a table in a box to call for": (
        "!!! call-now\n    [Call](fact:t).\n\n    | A | B |\n    |---|---|\n    | [one](fact:a) | two |",
        ["", "Call.<t>", "A", "B", "one", "two<a>"],
    ),
    "a list of signs": ("- [pus](fact:sign-a)\n- [rash](fact:sign-b)\n- ache", ["pus", "rash", "ache<sign-a,sign-b>"]),
    "the words that lead to signs": (
        "**[Any](fact:sign-a):**\n\n- pus\n- pain.\n\n[Wash](fact:a).",
        ["*Any:*", "pus", "pain.<sign-a>", "Wash.<a>"],
    ),
    "words that lead to other things": (
        "[Bring](fact:a):\n\n- [pus](fact:sign-a)\n- a card",
        ["Bring:<a>", "pus", "a card<sign-a>"],
    ),
    "a list of signs and other things": ("- [pus](fact:sign-a)\n- [wash](fact:a)", ["pus<sign-a>", "wash<a>"]),
}


def said(inlines: tuple[Inline, ...]) -> str:
    """Return words with stars for what stands out and the facts of each mark in angles."""
    return "".join(map(_said, inlines))


def _said(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.text
        case Strong() | Emphasis():
            return f"*{said(inline.inside)}*"
        case Link() | FactLink():
            return said(inline.inside)
        case Blank():
            return "_" * inline.length
        case Citation():
            return f"<{','.join(link.target for link in inline.links)}>"
    raise AssertionError(inline)


@pytest.mark.parametrize("kind", PLACED)
def test_a_mark_stands_behind_its_sentence(kind: str) -> None:
    source, shown = PLACED[kind]
    document, problems = parse(f"# Title {{#title}}\n\n{source}\n", "docs/en/page.md")
    assert problems == []
    after = with_blocks(document, marked(document.blocks, WORDING))
    texts = [said(part.inlines) for part in after.parts[1:] if isinstance(part, TextBlock)]
    assert [text.strip() for text in texts] == shown


def test_no_link_is_lost_or_cited_twice_and_no_word_changes() -> None:
    source = "\n\n".join(source for source, _ in PLACED.values() if not source.startswith("##"))
    document, _ = parse(f"# Title {{#title}}\n\n{source}\n", "docs/en/page.md")
    places = places_of(document.blocks, WORDING)
    cited = [link for found in places.values() for place in found for link in place.links]
    assert sorted(map(id, cited)) == sorted(id(link) for link in document.references)
    after = with_blocks(document, marked(document.blocks, WORDING))
    assert [text.text for text in after.texts] == [text.text for text in document.texts]


def test_a_page_is_left_as_it_was() -> None:
    document, _ = parse("# Title {#title}\n\nWash [it](fact:a).\n", "docs/en/page.md")
    before = [said(text.inlines) for text in document.texts]
    marked(document.blocks, WORDING)
    assert [said(text.inlines) for text in document.texts] == before


def test_a_mark_has_the_sources_of_all_its_facts_in_print() -> None:
    code, _ = code_of("One [two](fact:two), [three](fact:three) and [none](fact:nothing). More.")
    assert code.count("cite(") == 1
    assert 'cite("part/all.md", 3)' in code
