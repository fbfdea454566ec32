"""The handbook promises nothing: no miracle, nothing painless, guaranteed or permanent, no treatment without risk.

Such words stand in the advertising that patients come from. A patient who believes them is not prepared for a swollen
face, and does not call when something goes wrong.

Passes:

    Nobody can guarantee a result. You may have read “no downtime”.

Fails:

    The result is permanent and guaranteed.

What to do: say what happened, to how many people and for how long, with a fact. The word may stand where it is denied
("it is not painless": a negation before it, with no comma between), and in quotation marks where it is somebody
else's. Which words are banned, and which deny, stands in docs/data/languages/<xx>.yml: `banned-words`, `negations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.registered import advised, without_words
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.sentences import split
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import FactLink
from handbook.register.facts import Register
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_QUOTED = re.compile('“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|"[^"]*"')

_CLAUSE_END = re.compile("[,;:(–—،؛]")


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each language without the words that pages are read by."""
    yield from without_words(handbook, ("banned-words", "negations"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each banned word that is neither denied nor quoted."""
    language = handbook.language(page.language)
    for block in page.document.texts:
        yield from _block(block, language, handbook.register)


def _block(block: TextBlock, language: Language, register: Register) -> Iterator[Problem]:
    for start, end in language.phrases["banned-words"].find(block.text):
        if not _is_quoted(block.text, start, end) and not _is_denied(block.text, start, language):
            message = Message("{words!r} is a promise that no treatment can keep", words=block.text[start:end])
            hint = Message(
                "say what was found, in how many people and for how long; or deny it, or quote it in quotation marks"
            )
            linked = (register.find(link.target) for link in block.links if isinstance(link, FactLink))
            fact = next((fact for fact in linked if fact is not None and fact.safe_wording), None)
            yield Problem(block.locate(start, end), message, advised(hint, fact) if fact else hint)


def _is_quoted(text: str, start: int, end: int) -> bool:
    return any(quote.start() < start and end < quote.end() for quote in _QUOTED.finditer(text))


def _is_denied(text: str, start: int, language: Language) -> bool:
    """Tell whether a negation stands before a place in its clause; the "no" of "no downtime" denies nothing else."""
    begin = next((first for first, last in split(text, language.abbreviations) if first <= start < last), 0)
    clause = _CLAUSE_END.split(text[begin:start])[-1]
    for first, last in language.phrases["banned-words"].find(clause):
        clause = clause[:first] + " " * (last - first) + clause[last:]
    return next(language.phrases["negations"].find(clause), None) is not None
