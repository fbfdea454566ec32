"""The warning signs as the search shows them, above everything else: what to do, with the number, and where to read on.

The words are those of the page on when to call: the title and the first words of the box that lists the sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.language.languages import Language
from handbook.markup.blocks import Block, Box, Heading, Paragraph, walk
from handbook.markup.inlines import SIGNS, Image
from handbook.register.filled_words import filled_words
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.searches import Searches
from handbook.register.sign_lists import listed_signs, signs_of
from handbook.register.warning_signs import GRADES, WarningSign

_DETAILS = ("emergency",), ("phone", "out-of-hours")
"""Whom to call for a sign that is an emergency, and for any other: details of the clinic."""


@dataclass(frozen=True, slots=True)
class Danger:
    """A sign with what the reader is shown for it."""

    sign: WarningSign
    words: str
    page: Page
    section: str
    """The id of the heading that it stands under."""
    title: str
    """What to do, in a few words."""
    first: str
    """What the box says first; empty where it says nothing but the signs."""
    told: frozenset[tuple[str, str]]
    """Where sections tell of it and of no others than those of its group, page and heading; else where it is listed."""

    @property
    def details(self) -> tuple[str, ...]:
        """Whom to call, as details of the clinic."""
        return self.sign.calls or _DETAILS[GRADES[self.sign.urgency] != "emergency"]


def dangers_in(language: Language, handbook: Handbook) -> Iterator[Danger]:
    """Yield every sign that can be searched for, the most urgent first, as readers of a language find it."""
    warned = handbook.searches.get(language.code, Searches()).warnings
    signs = [sign for sign in handbook.sign_rules.signs.values() if (sign.id in warned if warned else sign.concepts)]
    told = _told(language.code, handbook)
    pages = [page for path in handbook.sign_rules.always if (page := handbook.page(path, language.code))]
    for sign in sorted(signs, key=lambda sign: list(GRADES).index(sign.urgency)):
        for page in pages:
            if (place := _place(sign, page, handbook.sign_rules.signs)) is not None:
                here = frozenset(((page.path, place[0].id),))
                words, said = _words(sign, page, handbook), _said(place, page, handbook)
                yield Danger(sign, words, page, *said, told.get(sign.id, here))
                break


def _told(code: str, handbook: Handbook) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return for each sign the sections that show its group alone."""
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for page in handbook.pages_in(code):
        heading = ""
        for block in page.written.blocks:
            if isinstance(block, Heading):
                heading = block.id
            for name in _inserted(block):
                signs = signs_of(name, handbook.sign_rules.signs)
                for sign in signs if len({sign.group or sign.id for sign in signs}) == 1 else ():
                    found[sign.id] = found.get(sign.id, frozenset()) | {(page.path, heading)}
    return found


def _place(sign: WarningSign, page: Page, signs: Mapping[str, WarningSign]) -> tuple[Heading, Box | None] | None:
    """Return the heading of a page, and perhaps the box, under which a sign is listed."""
    heading: Heading | None = None
    for block in page.written.blocks:
        if isinstance(block, Heading):
            heading = block
        elif heading and any(sign in listed_signs(name, signs) for name in _inserted(block)):
            return heading, block if isinstance(block, Box) else None
    return None


def _inserted(block: Block) -> Iterator[str]:
    for part in walk(block):
        image = getattr(part, "image", None)
        if isinstance(image, Image) and image.insertion and image.insertion[0] == SIGNS:
            yield image.insertion[1]


def _said(place: tuple[Heading, Box | None], page: Page, handbook: Handbook) -> tuple[str, str, str]:
    heading, box = place
    words = heading if box is None or not box.title.text else box.title
    first = box.blocks[0] if box and isinstance(box.blocks[0], Paragraph) else None
    said = filled_words(first.inlines, page, handbook) if first else ""
    return heading.id, words.text, " ".join(said.split())


def _words(sign: WarningSign, page: Page, handbook: Handbook) -> str:
    """Return the words of a sign, behind the sentence that it stands under."""
    said = handbook.sign_words.get(page.text_language, {})
    texts = (*said.get(("groups", sign.group), {}).get("lead", ()), *said.get(("signs", sign.id), {}).get("sign", ()))
    return " ".join(block.text for text in texts for block in text.document.blocks if isinstance(block, Paragraph))
