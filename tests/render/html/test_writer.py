"""Each element of a page is written by one rule."""

from __future__ import annotations

from html import escape

import pytest

from handbook.markup.document import parse
from handbook.markup.inlines import AnyLink
from handbook.render.html.writer import HtmlContext, write_blocks, write_title


def link(link: AnyLink, words: str) -> str:
    return f'<a href="{escape(link.target)}">{words}</a>'


def context(urgent: bool = False) -> HtmlContext:
    return HtmlContext(
        link=link,
        mark=lambda citation: f"<sup>{len(citation.links)}</sup>",
        box_titles={"do": "What to do"},
        is_urgent=lambda row: urgent,
        blank="to write on",
        picture=lambda picture: picture.name,
        language=lambda code: f' lang="{code}"',
        image=lambda image: {"src": f"to/{image.source}"},
    )


def write(source: str, urgent: bool = False) -> str:
    document, problems = parse(f"# Title {{#title}}\n\n{source}\n", "docs/en/page.md")
    assert problems == []
    return write_blocks(document.blocks, context(urgent))


WRITTEN = {
    "a paragraph": ("One *two* **three** `four`.", "<p>One <em>two</em> <strong>three</strong> <code>four</code>.</p>"),
    "signs of HTML": ("1 < 2 & <b>", "<p>1 &lt; 2 &amp; &lt;b&gt;</p>"),
    "a heading": ("## Day 2 {#day-2}", '<h2 id="day-2">Day 2</h2>'),
    "a list": ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
    "a list from three": ("3. one", '<ol start="3">\n<li>one</li>\n</ol>'),
    "a task": ("- [ ] bring it", '<ul>\n<li class="hb-task">bring it</li>\n</ul>'),
    "a task that is done": ("- [x] bring it", '<ul>\n<li class="hb-task hb-task--done">bring it</li>\n</ul>'),
    "a link": ("[there](b.md)", '<p><a href="b.md">there</a></p>'),
    "a picture": (
        '![A "cream"](a.png)',
        '<p><img src="to/a.png" alt="A &quot;cream&quot;" loading="lazy" decoding="async"></p>',
    ),
    "a picture with words below it": (
        '![A cream](a.png "The <cream> & how")',
        '<figure class="hb-image">\n<img src="to/a.png" alt="A cream" loading="lazy" decoding="async">\n'
        "<figcaption>The &lt;cream&gt; &amp; how</figcaption>\n</figure>",
    ),
    "a list in a list": ("- one\n    - two", "<ul>\n<li>one<ul>\n<li>two</li>\n</ul>\n</li>\n</ul>"),
    "an item of two paragraphs": ("- one\n\n    two", "<ul>\n<li>\n<p>one</p>\n<p>two</p>\n</li>\n</ul>"),
    "terms": ("Word\n:   Meaning", "<dl>\n<dt>Word</dt>\n<dd>Meaning</dd>\n</dl>"),
    "a quotation": ("> Said", "<blockquote>\n<p>Said</p>\n</blockquote>"),
    "a line across": ("---", "<hr>"),
    "a line that ends": ("one  \ntwo", "<p>one<br>\ntwo</p>"),
    "a place to write on": (
        "Name: __________",
        '<p>Name: <span class="hb-blank" role="img" aria-label="to write on"></span></p>',
    ),
    "a place for a number": (
        "No. ____",
        '<p>No. <span class="hb-blank hb-blank--short" role="img" aria-label="to write on"></span></p>',
    ),
    "a place for a sentence": (
        "Who: ________________",
        '<p>Who: <span class="hb-blank hb-blank--long" role="img" aria-label="to write on"></span></p>',
    ),
    "a drawn picture": ("![](picture:a/b)", "a/b"),
    "a box with a title": (
        '!!! call-now "Call 999"\n    Now.',
        '<div class="hb-box hb-box--call-now">\n<p class="hb-box__title"><span>Call 999</span></p>\n'
        "<p>Now.</p>\n</div>",
    ),
    "a box without a title": (
        "!!! do\n    Rest.",
        '<div class="hb-box hb-box--do">\n<p class="hb-box__title"><span>What to do</span></p>\n<p>Rest.</p>\n</div>',
    ),
    "a table of pairs": (
        "| Q | A |\n|---|---|\n| When? | Now |",
        '<table class="hb-table hb-table--pairs">\n<thead>\n<tr><th scope="col">Q</th><th scope="col">A</th></tr>\n'
        '</thead>\n<tbody>\n<tr><th scope="row">When?</th><td>Now</td></tr>\n</tbody>\n</table>',
    ),
    "a wider table": (
        "| a | b | c |\n|---|:-:|---|\n| 1 | 2 | 3 |",
        '<div class="hb-scroll" role="group" tabindex="0" aria-labelledby="title">\n<table class="hb-table">\n'
        '<thead>\n<tr><th scope="col">a</th><th scope="col" class="ta-center">b</th><th scope="col">c</th></tr>\n'
        "</thead>\n"
        '<tbody>\n<tr><th scope="row">1</th><td class="ta-center"><span class="hb-head">b</span> 2</td>'
        '<td><span class="hb-head">c</span> 3</td></tr>\n</tbody>\n</table>\n</div>',
    ),
}


@pytest.mark.parametrize(("source", "html"), WRITTEN.values(), ids=WRITTEN)
def test_it_writes(source: str, html: str) -> None:
    assert write(source) == html


def test_a_row_about_an_emergency_is_marked() -> None:
    assert '<tr class="hb-row--now"><th scope="row">x</th>' in write("| Q | A |\n|---|---|\n| x | y |", urgent=True)


def test_the_title_stands_apart() -> None:
    document, _ = parse("# A & B {#a-b}\n\nText.\n", "docs/en/page.md")
    assert write_title(document.blocks, context()) == '<h1 id="a-b">A &amp; B</h1>'
