"""The text of a page as HTML, and its title: what stands in it beside the blocks themselves is put together here."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.markup.dialect import BOXES
from handbook.markup.inlines import Image
from handbook.markup.targets import file_at
from handbook.register.explained import explained_on, with_explained
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.addresses import image_address, site_path
from handbook.render.html.figures import picture_writer
from handbook.render.html.links import Marks, is_urgent, link_writer, mark_writer, marks_of
from handbook.render.html.notes import write_way_to_notes
from handbook.render.html.spoken import lang_attributes
from handbook.render.html.words import write_words
from handbook.render.html.writer import HtmlContext, write_blocks, write_title
from handbook.render.marks import with_marks


def title_html(page: Page, handbook: Handbook) -> str:
    """Return the title of a page, in the text's language."""
    marked = with_marks(page, handbook)
    return write_title(marked.document.blocks, _html_context(marked, handbook, marks_of(marked, handbook)))


def page_html(page: Page, handbook: Handbook) -> str:
    """Return the text of a page below its title, with its words and the way to its notes, in the text's language."""
    marked = with_explained(with_marks(page, handbook), handbook)
    marks = marks_of(marked, handbook)
    body = write_blocks(marked.document.blocks, _html_context(marked, handbook, marks))
    words = write_words(explained_on(marked, handbook), handbook.language(page.text_language))
    return f"{body}\n{words}{write_way_to_notes(marked, handbook)}"


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
