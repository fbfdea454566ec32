"""A page that speaks of redness or another colour says how it looks on brown and black skin.

Redness that is easy to see on light skin may look purple or just darker on brown and black skin, or not be seen at
all. Whoever is told only of redness waits too long with an infection.

Passes:

    Redness fades slowly. On brown and black skin it may look darker, not red.

Fails:

    Redness fades slowly.

What to do: say on the same page how it looks on brown and black skin, best with feel and place before colour. Which
words speak of colour, and which of skin, stand in docs/data/languages/<xx>.yml: `colour-words`, `skin-tone-words`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.registered import without_words
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem at the first word of colour on a page that does not speak of brown and black skin."""
    yield from without_words(handbook, ("colour-words", "skin-tone-words"))
    for page in handbook.pages:
        yield from _page(page, handbook.language(page.language))


def _page(page: Page, language: Language) -> Iterator[Problem]:
    colours, skin = language.phrases["colour-words"], language.phrases["skin-tone-words"]
    blocks = page.document.texts
    spoken = ((block, *span) for block in blocks for span in colours.find(block.text))
    first = next(spoken, None)
    if first is None or any(True for block in blocks for _ in skin.find(block.text)):
        return
    block, start, end = first
    wanted = skin.listed[0].replace("*", "…") if skin.listed else "brown and black skin"
    message = f"the page says {block.text[start:end]!r}, but not how it looks on brown and black skin"
    yield Problem(block.locate(start, end), message, f"say it on this page, with the words: {wanted}")
