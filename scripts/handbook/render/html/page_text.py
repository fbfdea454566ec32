"""The text of a page as HTML, with its title and its notes: what stands in it beside the blocks is put together here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from handbook.language.languages import Language
from handbook.markup.dialect import BOXES
from handbook.markup.inlines import Image
from handbook.markup.targets import file_at
from handbook.register.explained import explained_on, with_explained
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.addresses import image_address, site_path
from handbook.render.html.figures import picture_writer
from handbook.render.html.links import Marks, is_urgent, link_writer, mark_writer, marks_of
from handbook.render.html.notes import NOTES, write_notes, write_way_to_notes
from handbook.render.html.spoken import lang_attributes
from handbook.render.html.words import WORDS, write_words
from handbook.render.html.writer import HtmlContext, write_blocks, write_title
from handbook.render.marks import with_marks
from handbook.render.output import Keeper


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says, as HTML in the language of its text: all that is made of its words, whatever stands around."""

    title: str
    body: str
    """All below the title, with its words explained and the way to its notes."""
    notes: str
    """The notes to it, which stand on a page of their own; empty where it uses no facts."""
    places: tuple[tuple[int, str, str], ...]
    """Its headings and what stands at its end, in order: the level, the id, and what the contents call it."""


def texts_of(handbook: Handbook, keep: Keeper) -> Mapping[str, PageText]:
    """Return the text of every page that is written, by its key."""
    made = (keep(f"site-{it.code}", [it.code], partial(_texts_in, it, handbook)) for it in handbook.languages)
    return {key: text for texts in made for key, text in texts.items()}


def _texts_in(language: Language, handbook: Handbook) -> dict[str, PageText]:
    return {key_of(page): text_of(page, handbook) for page in handbook.pages if page.language == language.code}


def key_of(page: Page) -> str:
    """Name the text of a page: an original is the same for every language, unless images lie at another depth."""
    has_files = any(isinstance(image, Image) for image in page.document.images)
    return f"{page.language}:{page.document.path}" if has_files else page.document.path


def text_of(page: Page, handbook: Handbook) -> PageText:
    """Return what a page says."""
    marked, language = with_marks(page, handbook), handbook.language(page.text_language)
    marks, explaining = marks_of(marked, handbook), with_explained(marked, handbook)
    words, notes = explained_on(explaining, handbook), write_notes(marked, handbook, marks)
    context = _html_context(explaining, handbook, marks)
    body = write_blocks(explaining.document.blocks, context)
    end = [(2, WORDS, language.word("site.words.title"))] if words else []
    end += [(2, NOTES, language.word("site.notes.title"))] if notes else []
    return PageText(
        title=write_title(marked.document.blocks, context),
        body=f"{body}\n{write_words(words, language)}{write_way_to_notes(marked, handbook)}",
        notes=notes,
        places=(*((heading.level, heading.id, heading.text) for heading in page.document.headings), *end),
    )


def _html_context(page: Page, handbook: Handbook, marks: Marks) -> HtmlContext:
    language, mark = handbook.language(page.text_language), mark_writer(page, handbook, marks)
    return HtmlContext(
        link=link_writer(page, handbook),
        mark=mark,
        box_titles={kind: language.word(f"boxes.{kind}") for kind in BOXES},
        is_urgent=lambda row: is_urgent(row, handbook),
        blank=language.word("common.blank"),
        picture=picture_writer(page, handbook, mark),
        language=lambda code: lang_attributes(code, language, handbook),
        image=lambda image: _image_attributes(image, page, handbook),
    )


def _image_attributes(image: Image, page: Page, handbook: Handbook) -> Mapping[str, str]:
    """Return where an image is found from a page, and its size, for which a browser keeps room free."""
    written = image.location.path
    address = image_address(image.source, written, site_path(page.path, page.language, handbook))
    file = handbook.images.get(file_at(image.source, written))
    return {"src": address, "width": str(file.width), "height": str(file.height)} if file else {"src": address}
