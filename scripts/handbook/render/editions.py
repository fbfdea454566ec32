"""What stands in each edition of a language, and what its file is called: the same for the site that links to it."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import shortened
from handbook.language.languages import Language
from handbook.markup.blocks import Block, BoxTitle, Heading
from handbook.markup.document import with_blocks
from handbook.register.editions import PAGE, SECTION, Edition, Held
from handbook.register.handbook import Handbook
from handbook.register.pages import HOME, Page
from handbook.register.sign_lists import blocks_of

_LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"
"""Of sheet codes: none is taken for another, and without vowels they make no words."""
_LONG = 6


@dataclass(frozen=True, slots=True)
class Portion:
    """A page of an edition, or as much of it as the edition holds."""

    page: Page
    """With these blocks alone; a passage and a list of signs are kept as pages too."""
    held: Held

    @property
    def title(self) -> str:
        """What it is called: by its own title, or by the words it begins with."""
        if self.is_whole:
            return self.page.title
        texts = self.page.document.texts
        titles = (text.text for text in texts if isinstance(text, Heading | BoxTitle))
        return shortened(next(titles, "") or " ".join(text.text for text in texts))

    @property
    def is_whole(self) -> bool:
        """Whether it is a page with its title."""
        return self.held.kind == PAGE and not self.held.section


def file_name(language: str, edition: str, day: datetime.date | None = None) -> str:
    """Return the name of the file with the print of a language in an edition, perhaps with the dates from a day on."""
    return f"handbook-{language}-{edition}{f'-{day}' if day else ''}.pdf"


def list_file(language: str) -> str:
    """Return the name of the page that lists what is printed in a language; the site leads to it."""
    return f"{language}.html"


def editions_in(language: Language, handbook: Handbook) -> tuple[Edition, ...]:
    """Return the editions that are printed in a language: what holds something, beside another language if any."""
    fit = (edition for edition in handbook.editions if _is_for(edition, language, handbook))
    return tuple(edition for edition in fit if portions_of(edition, language, handbook))


def _is_for(edition: Edition, language: Language, handbook: Handbook) -> bool:
    """Tell whether an edition is wanted in a language, and has the other language if it stands beside one."""
    others = {each.code for each in handbook.printed} - {language.code}
    is_wanted = not edition.languages or language.code in edition.languages
    return is_wanted and (not edition.beside or edition.beside in others)


def not_printed(handbook: Handbook, known: Sequence[str]) -> Iterator[Problem]:
    """Report the editions that no language of a handbook can have, reduced to some of those ``known``, their codes."""
    printed = {edition.id for language in handbook.printed for edition in editions_in(language, handbook)}
    for edition in handbook.editions:
        if edition.id in printed:
            continue
        if any(_is_for(edition, language, handbook) for language in handbook.printed):
            message = Message("nothing is chosen of what {edition} holds", edition=edition.id)
            yield Problem(edition.location, message, Message("leave --chapters out, or name its pages there"))
        else:
            yield _without_pair(edition, known)


def _without_pair(edition: Edition, known: Sequence[str]) -> Problem:
    """Return that an edition has one of its two languages alone, and what to type for a pair that can be printed."""
    message = Message("{edition} stands in two languages beside each other", edition=edition.id)
    others = [code for code in known if code != edition.beside]
    if edition.beside not in known or not others:
        return Problem(edition.location, message, Message("only {codes} can be printed", codes=", ".join(known)))
    options = " | ".join(f"--languages {code}" for code in others)
    hint = Message("name the one that stands beside {code}: {options}", code=edition.beside, options=options)
    return Problem(edition.location, message, hint)


def digest_of(parts: Iterable[str]) -> str:
    """Return a short code for what an edition says, by which a printed sheet can be told from a later one."""
    number = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest())
    letters = (_LETTERS[number // len(_LETTERS) ** place % len(_LETTERS)] for place in range(_LONG))
    return "".join(letters)


def portions_of(edition: Edition, language: Language, handbook: Handbook) -> tuple[Portion, ...]:
    """Return what an edition holds of a handbook, which may have been reduced to some of its pages."""
    there = {entry.path for entry in handbook.project.nav}
    whole = (Held(PAGE, entry.path) for entry in handbook.project.nav)
    held = edition.holds or tuple(whole)
    found = ((one, _page(one, language, handbook)) for one in held if one.kind != PAGE or one.name in there)
    portions = tuple(Portion(page, one) for one, page in found if page is not None)
    return tuple(map(_untitled, portions)) if len(held) == 1 else portions


def _untitled(portion: Portion) -> Portion:
    """Return the only part of a page without its heading, which the sheet's title stands for; one above others stays.
    """
    blocks = portion.page.document.blocks
    if portion.is_whole or sum(isinstance(block, Heading) for block in blocks) != 1:
        return portion
    return replace(portion, page=replace(portion.page, document=with_blocks(portion.page.document, blocks[1:])))


def title_of(edition: Edition, language: Language, handbook: Handbook) -> str:
    """Return an edition's title: that of a page alone is the page's, and that of one without words is its name."""
    if edition.id in language.section(SECTION):
        return language.word(f"{SECTION}.{edition.id}.title")
    if edition.is_sheet:
        titles = (portion.page.title for portion in portions_of(edition, language, handbook))
        return next(filter(None, titles), edition.id)
    return handbook.name_in(language.code)


def purpose_of(edition: Edition, language: Language) -> str:
    """Return whom an edition is for; empty for one without words."""
    return language.word(f"{SECTION}.{edition.id}.for") if edition.id in language.section(SECTION) else ""


def _page(held: Held, language: Language, handbook: Handbook) -> Page | None:
    """Return the page of one thing that is held, in the original where it is not translated."""
    if held.kind == PAGE:
        page = handbook.page(held.name, language.code)
        return _section(page, held.section) if page and held.section else page
    if held.kind == "passage":
        codes = (language.code, handbook.source.code)
        return next((handbook.passages[key] for code in codes if (key := (code, held.name)) in handbook.passages), None)
    home = handbook.page(HOME, language.code)
    if home is None or held.kind != "signs":
        return None if home is None else replace(home, document=with_blocks(home.document, ()))
    return _signs(home, held.name, handbook)


def _signs(home: Page, name: str, handbook: Handbook) -> Page | None:
    """Return a list of signs as a page in the place of home, from which its links start."""
    for code in (home.language, handbook.source.code):
        if blocks := blocks_of(name, handbook.sign_rules.signs, handbook.sign_words, code):
            return replace(home, text_language=code, document=with_blocks(home.document, blocks))
    return None


def _section(page: Page, id: str) -> Page:
    """Return a page with one heading alone, and all that stands below it."""
    return replace(page, document=with_blocks(page.document, tuple(_below(page.document.blocks, id))))


def _below(blocks: Iterable[Block], id: str) -> Iterable[Block]:
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            if block.id == id:
                level = block.level
            elif level and block.level <= level:
                return
        if level:
            yield block
