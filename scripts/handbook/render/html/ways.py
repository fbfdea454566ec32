"""Ways to what a reader looks for, without a search: the topics by their first letter, the word list, the clinic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.language.alphabet import by_letter
from handbook.language.languages import Language
from handbook.markup.blocks import Block, Figure, Heading
from handbook.markup.form import RESERVED
from handbook.markup.inlines import GLOSSARY, Image
from handbook.register.filled_words import clinic_words
from handbook.register.handbook import Handbook
from handbook.register.pages import HOME
from handbook.register.phone_numbers import dialled
from handbook.render.addresses import site_path

TOPICS = f"{RESERVED}topics"
"""The id of the heading above the topics, on the first page."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a link leads, and its words."""

    words: str
    path: str
    """From the site's root; or a whole address, as of a telephone."""


def topics_by_letter(language: Language, handbook: Handbook) -> Iterator[tuple[str, tuple[Way, ...]]]:
    """Yield the first letters of what topics are called, in the order of the alphabet, each with its topics."""
    yield from by_letter(_topics(language, handbook), lambda way: way.words, language)


def ways_on(language: Language, handbook: Handbook) -> Iterator[Way]:
    """Yield where else a reader can go: when to call, the clinic's telephone, the topics, the word list."""
    signs = handbook.page_of_signs(language.code)
    if signs:
        yield Way(language.word("site.call"), site_path(signs.path, language.code, handbook))
    phone = clinic_words("phone", language, handbook)
    if not phone.blank:
        number = dialled(phone.text, handbook.clinic.country)
        yield Way(language.word("site.search.phone", number=phone.text), f"tel:{number}")
    if handbook.topics:
        home = site_path(HOME, language.code, handbook)
        yield Way(language.word("site.search.topics"), f"{home}#{TOPICS}")
    yield from _word_list(language, handbook)


def _topics(language: Language, handbook: Handbook) -> Iterator[Way]:
    for topic in handbook.topics.values():
        path, _, section = topic.pages[0][0].partition("#") if topic.pages else ("", "", "")
        page, label = handbook.page(path, language.code), topic.labels.get(language.code, "").strip()
        if page and label:
            place = site_path(path, language.code, handbook)
            yield Way(label[:1].upper() + label[1:], f"{place}#{section}" if section else place)


def _word_list(language: Language, handbook: Handbook) -> Iterator[Way]:
    """Yield the section that shows the word list, under its own heading."""
    for page in handbook.pages_in(language.code):
        heading: Heading | None = None
        for block in page.written.blocks:
            heading = block if isinstance(block, Heading) else heading
            if heading and _shows_words(block):
                yield Way(heading.text, f"{site_path(page.path, language.code, handbook)}#{heading.id}")


def _shows_words(block: Block) -> bool:
    image = block.image if isinstance(block, Figure) else None
    return isinstance(image, Image) and image.insertion == (GLOSSARY, "")
