"""A page that says one thing also says what must never be left out beside it.

Redness that is easy to see on light skin may look purple or just darker on brown and black skin, or not be seen at
all. Whoever is told only of redness waits too long with an infection.

Passes:

    Redness fades slowly. On brown and black skin it may look darker, not red.

Fails:

    Redness fades slowly.

What to do: say it on the same page, here how redness looks on brown and black skin, best with feel and place before
colour. Which words ask for which others stands in docs/data/languages/<xx>.yml: `counterparts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.language.phrases import Counterpart
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each language that has fewer or more counterparts than the original."""
    yield from _uneven(handbook)


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem at the first word on a page whose counterpart the page lacks."""
    for counterpart in handbook.language(page.language).counterparts:
        yield from _page(page, counterpart)


def _uneven(handbook: Handbook) -> Iterator[Problem]:
    """Compare how many counterparts each language has: one that lacks some escapes this check."""
    wanted = len(handbook.source.counterparts)
    for language in handbook.languages[1:]:
        if len(language.counterparts) != wanted:
            found = len(language.counterparts)
            message = Message(
                "{language} has {found} counterparts, and {source} has {wanted}",
                language=language.name,
                found=found,
                source=handbook.source.name,
                wanted=wanted,
            )
            hint = Message(
                "write those that docs/data/languages/{source}.yml has, in the same order",
                source=handbook.source.code,
            )
            yield Problem(Location(f"docs/data/languages/{language.code}.yml"), message, hint)


def _page(page: Page, counterpart: Counterpart) -> Iterator[Problem]:
    texts = page.document.texts
    first = next(((block, *span) for block in texts for span in counterpart.words.find(block.text)), None)
    if first is None or any(True for block in texts for _ in counterpart.needs.find(block.text)):
        return
    block, start, end = first
    wanted = counterpart.needs.listed[0].replace("*", "…")
    message = Message("the page says {words!r}, but not {what}", words=block.text[start:end], what=counterpart.what)
    yield Problem(
        block.locate(start, end), message, Message("say it on this page, with the words: {wanted}", wanted=wanted)
    )
