"""A page has the quotation marks and the apostrophe of its language, as books print them.

Another language's marks come with words that were pasted, and look like a mistake of print: in Russian they are «…»,
and “…” is read as English. The straight ones of a keyboard are a typewriter's: in English, books have “…” and don’t.

Passes:

    docs/ru/index.md:
    Скажите: «Я не хочу этого сегодня».

Fails:

    docs/ru/index.md:
    Скажите: "Я не хочу этого сегодня".

What to do: copy what the hint writes, if the keyboard has no such signs. Which they are stands in
docs/data/languages/<xx>.yml, `quotation-marks` and `apostrophe`; where a language lists none nothing is told. The title
of a box stands in "…" in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.checks.prose import without_code
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.printed_marks import (
    MARKS,
    quotations_in,
    with_apostrophes,
    with_marks,
    wrong_apostrophes,
)
from handbook.markup.blocks import TextBlock
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_MARKUP = re.compile(r"^(?:[!?]{3}|===)[ +].*|<[^<>]*>")
"""Titles as other tools write them, and tags: there "…" is no quotation, and other checks tell them."""
_LONG = 100
"""Of a longer quotation the hint writes the marks alone."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each quotation in marks, and each word with an apostrophe, that its language has not."""
    language = handbook.language(page.language)
    for block, typed in without_code(page.document):
        text = _MARKUP.sub(lambda markup: " " * len(markup[0]), typed)
        if language.quotation_marks and not MARKS.isdisjoint(text):
            yield from _wrong_quotes(block, text, language)
        if language.apostrophe:
            yield from _wrong_apostrophes(block, text, language)


def _wrong_quotes(block: TextBlock, text: str, language: Language) -> Iterator[Problem]:
    marks = language.quotation_marks
    right = with_marks(text, marks)
    done = 0
    for start, end in _stretches(text):
        wrong = next((at for at in range(start, end) if text[at] in MARKS and text[at] not in marks), None)
        if wrong is not None and start >= done:
            done = end
            message = Message("{sign} is no quotation mark of {language}", sign=text[wrong], language=language.name)
            yield Problem(block.locate(start, end), message, _hint(block, start, right[start:end], marks))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each quotation stands, an outer one first, and each mark that belongs to none."""
    quoted = quotations_in(text)
    paired = {at for start, end, _ in quoted for at in (start, end)}
    alone = ((at, at + 1) for at, sign in enumerate(text) if sign in MARKS and at not in paired)
    yield from sorted([*((start, end + 1) for start, end, _ in quoted), *alone])


def _wrong_apostrophes(block: TextBlock, text: str, language: Language) -> Iterator[Problem]:
    for start, end in wrong_apostrophes(text, language.apostrophe):
        word = text[start:end]
        message = Message("{word} has another apostrophe than {language}", word=word, language=language.name)
        right = with_apostrophes(word, language.apostrophe)
        yield Problem(block.locate(start, end), message, Message("write {right}", right=right))


def _hint(block: TextBlock, start: int, right: str, marks: Sequence[str]) -> Message:
    """Return how to write what stands in a text at ``start``: as its source has it, with the marks of ``right``."""
    if any(sign in MARKS and sign not in marks for sign in right):
        return Message("write one of {right}", right=" ".join(marks))
    offsets = block.map.offsets[start : start + len(right)]
    source = list(block.map.source[offsets[0] : offsets[-1] + 1])
    if len(source) > _LONG:
        return Message("write {opening} before it and {closing} behind it", opening=right[0], closing=right[-1])
    for offset, sign in zip(offsets, right, strict=True):
        if sign in marks:
            source[offset - offsets[0]] = sign
    return Message("write {right}", right=" ".join("".join(source).split()))
