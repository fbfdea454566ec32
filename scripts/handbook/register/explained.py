"""Words of the glossary where pages use them: explained at the first use, and listed for the whole handbook.

A first use is marked in running text alone: never in a box, a heading, a warning sign or a link, where it would take
attention from what is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from handbook.language.alphabet import place_in_order
from handbook.language.languages import Language
from handbook.markup.blocks import (
    Block,
    BoxTitle,
    Cell,
    Definition,
    DefinitionList,
    Heading,
    Plain,
    Term,
    TextBlock,
)
from handbook.markup.dialect import BOXES
from handbook.markup.document import Document, with_blocks
from handbook.markup.form import RESERVED
from handbook.markup.inlines import Emphasis, Explained, Inline, Strong, Text, walk_inlines
from handbook.markup.replacing import replace_words
from handbook.register import sign_words
from handbook.register.glossary import FOLDER, Concept, Glossary, Said
from handbook.register.pages import Page

if TYPE_CHECKING:
    from handbook.register.handbook import Handbook

_WITHIN = ("definitions",)
_QUIET = (f"{FOLDER}/", f"docs/data/{sign_words.FOLDER}/")
"""Where words come from that are left as they are: the word list, and warning signs."""

_TextBlock = TypeVar("_TextBlock", bound=TextBlock)


def anchor_of(concept: str) -> str:
    """Return the id of the place where a word is explained."""
    return f"{RESERVED}word-{concept}"


def concept_of(anchor: str) -> str:
    """Return which concept is explained at the place with an id."""
    return anchor.removeprefix(anchor_of(""))


def with_explained(page: Page, handbook: Handbook) -> Page:
    """Return a page in which the first use of each word that patients need explained is an ``Explained``."""
    glossary = handbook.glossary.get(page.text_language)
    if glossary is None:
        return page
    seen: set[str] = set()

    def change(block: _TextBlock) -> _TextBlock:
        if not _may_explain(block):
            return block
        return replace(block, inlines=tuple(_marked(block.inlines, glossary, seen)))

    return replace(page, document=with_blocks(page.document, replace_words(page.document.blocks, change)))


def explained_on(page: Page, handbook: Handbook) -> tuple[Concept, ...]:
    """Return what a page that ``with_explained`` has made explains at its end, in reading order.

    A page that shows the word list explains nothing twice.
    """
    glossary = handbook.glossary.get(page.text_language)
    if glossary is None or lists_words(page.document):
        return ()
    marked = (inline for block in page.document.texts for inline in walk_inlines(block.inlines))
    return tuple(glossary.concepts[inline.concept] for inline in marked if isinstance(inline, Explained))


def lists_words(document: Document) -> bool:
    """Tell whether a page shows the word list."""
    return any(isinstance(part, Term) and part.id for part in document.parts)


def words_on(page: Page, glossaries: Mapping[str, Glossary]) -> frozenset[str]:
    """Return which concepts a page speaks of that patients need explained."""
    if page.language not in glossaries:
        return frozenset()
    find = glossaries[page.language].explained.find
    return frozenset(concept.id for block in page.document.texts for _, _, concept in find(block.text))


def word_list(used: Collection[str], glossary: Glossary, language: Language) -> tuple[Block, ...]:
    """Return the word list of a language, as blocks: the concepts that its pages speak of."""
    concepts = (concept for concept in glossary.concepts.values() if concept.id in used)
    listed = sorted(concepts, key=lambda concept: place_in_order(concept.word, language))
    parts = tuple(part for concept in listed for part in entry_of(concept))
    return (DefinitionList(parts[0].location, parts),) if parts else ()


def entry_of(concept: Concept) -> tuple[Term, Definition]:
    """Return a word and what it means, as parts of a list."""
    term, said = concept.term, concept.definition
    words = Plain(said.location, _inlines(said), said.text, said.map, _WITHIN, (), ())
    head = Term(term.location, _inlines(term), term.text, term.map, _WITHIN, (), (), id=anchor_of(concept.id))
    return head, Definition(words.location, (words,))


def _inlines(said: Said) -> tuple[Inline, ...]:
    return (Text(said.location, 0, len(said.text), said.text),)


def _may_explain(block: TextBlock) -> bool:
    if isinstance(block, Heading | BoxTitle | Term) or (isinstance(block, Cell) and block.is_head):
        return False
    return set(BOXES).isdisjoint(block.within) and not block.location.path.startswith(_QUIET)


def _marked(inlines: Iterable[Inline], glossary: Glossary, seen: set[str]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield from _cut(inline, glossary, seen)
        elif isinstance(inline, Strong | Emphasis):
            yield replace(inline, inside=tuple(_marked(inline.inside, glossary, seen)))
        else:
            yield inline


def _cut(words: Text, glossary: Glossary, seen: set[str]) -> Iterator[Inline]:
    """Yield a text in pieces, each word that is explained for the first time as one of its own."""
    at = 0
    for start, end, concept in glossary.explained.find(words.text):
        if concept.id not in seen:
            seen.add(concept.id)
            yield from _piece(words, at, start)
            place = (words.location, words.start + start, words.start + end)
            yield Explained(*place, words.text[start:end], concept.id)
            at = end
    yield from _piece(words, at, len(words.text))


def _piece(words: Text, start: int, end: int) -> Iterator[Text]:
    if start < end:
        yield Text(words.location, words.start + start, words.start + end, words.text[start:end])
