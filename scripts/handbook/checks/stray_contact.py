"""Whom to call and where to read on the web stands in links that can be compared, and never in running text alone.

Nobody checks digits or the name of a site in a sentence. A wrong one, by mistake or on purpose, sends a frightened
patient to a stranger.

Passes:

    Call [](clinic:phone). In 2019-2021 and 1998 2003 studies were published.

Fails:

    Call 019-555 1234, or see clinic-example.com for more.

What to do: let the clinic fill in its numbers, `[](clinic:phone)`, and link to a page, `[words](page.md)`, or to a
publication that the list of sources names. Is it a sentence that ends before the next begins, put a space between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import FactLink
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_NUMBER = re.compile(
    r"(?<![\w.,])"
    r"\+?\(?\d"  # it may begin with the code of a country
    r"(?:[ \u00a0().-]{0,2}\d){6,}"  # and has seven digits or more, in groups
    r"(?![\w])"
)
_YEARS = re.compile(r"\(?(?:1[5-9]|20)\d\d\)?(?:\D{1,2}(?:1[5-9]|20)\d\d\)?)+")
_HOST = re.compile(
    r"(?<![\w@./:-])(?:[^\W\d_](?:[\w-]*\w)?\.)+"  # one or more names, each with a point behind it,
    r"[^\W\d_A-Z]{2,24}"  # and at the end one of letters alone, none of them large: no new sentence
    r"(?![\w-]|\.\w)"
)
_POINT = re.compile(r"\.[^\W\d_]")
"""What stands in each; most texts have none and need no closer look."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each telephone number and each name of a site in the text of a page."""
    for block in page.document.texts:
        yield from _numbers(block)
        yield from _hosts(block)


def _numbers(block: TextBlock) -> Iterator[Problem]:
    for found in _NUMBER.finditer(block.text):
        if not _YEARS.fullmatch(found[0]) and not _is_fact(block, found.start()):
            message = Message("{digits} looks like a telephone number, and nobody checks it here", digits=found[0])
            hint = Message("let the clinic fill it in: [](clinic:phone)")
            yield Problem(block.locate(*found.span()), message, hint)


def _hosts(block: TextBlock) -> Iterator[Problem]:
    for found in _HOST.finditer(block.text) if _POINT.search(block.text) else ():
        message = Message("{host} is the name of a site, and nobody checks it here", host=found[0])
        hint = Message("link to a page or to a publication; between two sentences put a space")
        yield Problem(block.locate(*found.span()), message, hint)


def _is_fact(block: TextBlock, at: int) -> bool:
    return any(isinstance(link, FactLink) and link.start <= at < link.end for link in block.links)
