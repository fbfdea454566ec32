"""What a page says of words that patients may not know: each is explained at the end of the page, above the notes.

The word itself is the way there, and the word at the end the way back, so it works by keyboard, by touch and without
script. A page that shows the word list explains nothing twice: there the words lead to the list.
"""

from __future__ import annotations

from html import escape

from handbook.language.languages import Language
from handbook.markup.form import RESERVED
from handbook.markup.inlines import Explained
from handbook.register.explained import anchor_of
from handbook.register.glossary import Concept

WORDS = f"{RESERVED}words"
"""The id of the heading above the words."""


def write_explained(word: Explained) -> str:
    """Return a word that leads to what it means."""
    text = escape(word.text, quote=False)
    return f'<a class="hb-word" id="{_place_of(word.concept)}" href="#{anchor_of(word.concept)}">{text}</a>'


def write_words(concepts: tuple[Concept, ...], language: Language) -> str:
    """Return the end of a page that explains some words, or nothing where there are none."""
    if not concepts:
        return ""
    title = escape(language.word("site.words.title"), quote=False)
    items = "".join(_entry(concept, language) for concept in concepts)
    return f'<h2 id="{WORDS}">{title}</h2>\n<dl class="hb-words">\n{items}</dl>\n'


def _entry(concept: Concept, language: Language) -> str:
    word, said = (escape(each, quote=False) for each in (concept.word, concept.definition.text))
    label = escape(language.word("site.words.back", text=concept.word))
    back = f'<a class="hb-back" href="#{_place_of(concept.id)}" aria-label="{label}">↑ {word}</a>'
    return f'<dt id="{anchor_of(concept.id)}">{back}</dt>\n<dd>{said}</dd>\n'


def _place_of(concept: str) -> str:
    """Return the id of the place where a page first uses a word."""
    return f"{RESERVED}use-{concept}"
