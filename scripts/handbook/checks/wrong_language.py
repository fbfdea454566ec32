"""A translation is in its own language: no passage of it was left in another one.

A sentence in a language that the reader does not know says nothing to them, and where it warns, it does not warn.
One in a neighbour's language reads as careless, and some of its words mean something else.

Passes:

    docs/ms/index.md:
    Basuh tangan anda dengan sabun dan keringkan dengan tuala yang bersih.

Fails:

    docs/ms/index.md:
    Wash your hands with soap and dry them with a towel that is clean.

What to do: translate the passage. It is known by its letters, where two languages of the handbook are written in
different ones, and by their commonest words (`common-words` in docs/data/languages/<xx>.yml); a short sentence by
standing in the original word by word. A language can name
neighbours that are easily taken for it, with words that only they have: `neighbours`. What stands in quotation marks
or in brackets, such as a name or a foreign term, may be in any language.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.prose import without_asides
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.scripts import script_of, words_of
from handbook.language.sentences import split
from handbook.markup.blocks import TextBlock
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

ENOUGH = 5
"""Words from which on a sentence has a language of its own."""
A_SAYING = 3
"""Words from which on a sentence that stands in the original word by word was left in its language."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each sentence of a translation in another language, and each word of a neighbour."""
    if page.language == handbook.source.code:
        return
    language = handbook.language(page.language)
    told_apart = not handbook.unsaid(language.code, "common-words")
    others = [other for other in handbook.languages if other is not language and told_apart]
    source = handbook.source
    left = _said_by(handbook.page(page.path, source.code), source)
    for block in page.document.texts:
        text = without_asides(block.text)
        yield from _sentences(block, text, language, others, source, left)
        yield from _neighbours(block, text, language)


def _said_by(page: Page | None, source: Language) -> frozenset[str]:
    """Return the sentences of an original."""
    texts = [without_asides(block.text) for block in page.document.texts] if page is not None else []
    return frozenset(text[start:end].strip() for text in texts for start, end in split(text, source.abbreviations))


def _was_left(sentence: str, source: Language, language: Language) -> bool:
    """Tell whether a sentence of the original is no name: it has one of the commonest words, or a small letter first.

    Small letters tell only where the other language is written in another script.
    """
    words = tuple(word for word in words_of(sentence, source) if len(word) > 1)
    known = source.common_words - language.common_words
    if len(words) >= A_SAYING and not known.isdisjoint(words):
        return True
    other_script = script_of(language.common_words) != script_of(source.common_words) == script_of(words)
    return other_script and len(words) > 1 and sentence.split()[-1].islower() and sentence.endswith(".")


def _sentences(
    block: TextBlock, text: str, language: Language, others: list[Language], source: Language, left: frozenset[str]
) -> Iterator[Problem]:
    for start, end in split(text, language.abbreviations):
        sentence = text[start:end].strip()
        other = _found_in(text[start:end], language, others)
        if other is None and sentence in left and _was_left(sentence, source, language):
            other = source
        if other is not None:
            said = block.text[start:end].strip()
            message = Message(
                "this is {other}, on a page in {language}: “{said}”",
                other=other.name,
                language=language.name,
                said=said,
            )
            yield Problem(block.locate(end - len(said), end), message, Message("translate it"))


def _found_in(sentence: str, language: Language, others: list[Language]) -> Language | None:
    """Return the other language that a sentence is in, if it is long enough to tell."""
    words = words_of(sentence, language)
    if len(words) < ENOUGH:
        return None
    for other in others:
        mine, theirs = language.common_words, other.common_words
        if script_of(mine) != script_of(theirs):
            if script_of(words) == script_of(theirs):
                return other
        elif len(set(words) & theirs - mine) > len(set(words) & mine) + 1:
            return other
    return None


def _neighbours(block: TextBlock, text: str, language: Language) -> Iterator[Problem]:
    for name, (phrases, ours) in language.neighbours.items():
        for start, end in phrases.find(text):
            said = block.text[start:end]
            word = ours.get(language.lexicon.plain(said), "")
            message = Message(
                "“{said}” is {name}, and this page is in {language}", said=said, name=name, language=language.name
            )
            hint = Message("write it in {language}", language=language.name)
            if word:
                hint = Message("write {word} in {language}", word=word, language=language.name)
            yield Problem(block.locate(start, end), message, hint)
