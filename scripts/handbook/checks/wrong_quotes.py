"""A page quotes with the quotation marks of its language.

Another language's marks come with words that were pasted, and look like a mistake of print: in Russian they are «…»,
and “…” or "…" is read as English.

Passes:

    docs/ru/index.md:
    Скажите: «Я не хочу этого сегодня».

Fails:

    docs/ru/index.md:
    Скажите: "Я не хочу этого сегодня".

What to do: type the marks of the language. They stand in docs/data/languages/<xx>.yml, `quotation-marks`; of a language
that lists none nothing is told. The title of a box stands in "…" in any language.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.prose import without_code
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_MARKS = frozenset('"“”„‟«»‹›「」『』')
"""The quotation marks of all languages; what is an apostrophe as well is none."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for the first mark of another language in each block."""
    language = handbook.language(page.language)
    others = _MARKS - language.quotation_marks if language.quotation_marks else frozenset()
    for block, text in without_code(page.document) if others else ():
        if not others.isdisjoint(text):
            at = next(at for at, sign in enumerate(text) if sign in others)
            message = Message("{sign} is no quotation mark of {language}", sign=text[at], language=language.name)
            right = " ".join(sorted(language.quotation_marks))
            yield Problem(block.locate(at, at + 1), message, Message("write one of {right}", right=right))
