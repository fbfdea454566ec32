"""The core book as HTML from the same tree that Typst is given, so that both roads print the same words and drawings.

Links lead into the book and tell the page, as ours do; the style is plain, in our font and size.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from weasyprint_books import FACES, STYLE

from handbook.language.languages import Language
from handbook.markup.dialect import BOXES
from handbook.markup.inlines import AnyLink, Link, Picture
from handbook.markup.targets import file_at, place_at
from handbook.register.editions import Edition
from handbook.register.filled_words import words_of
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.editions import Portion, portions_of
from handbook.render.html.writer import HtmlContext, write_blocks, write_title
from handbook.render.pictures import WIDE, figure_of

_ID = re.compile(r'(?<= id=")[^"]+(?=")')
_STYLE = """
a.here::after { content: " (" target-counter(attr(href), page) ")" }
.hb-box { border: 1pt solid; padding: 0 1em; break-inside: avoid } .hb-box__title { font-weight: bold }
.hb-head { display: none } .hb-blank { display: inline-block; width: 6cm; height: 8mm; border-bottom: .5pt solid }
tr, figure { break-inside: avoid } h2, h3 { break-after: avoid } svg { width: 100% }
"""


def html_of(edition: Edition, language: Language, handbook: Handbook) -> str:
    """Return an edition of a language as one document with contents."""
    portions = portions_of(edition, language, handbook)
    places = {address for portion in portions for address in _addresses(portion)}
    chapters = [_chapter(portion, places, handbook) for portion in portions]
    titles = (f'<li><a href="#{_id(portion.page.path)}">{escape(portion.title)}</a></li>' for portion in portions)
    title = f"<title>{escape(handbook.name_in(language.code))}</title>"
    head = f"<meta charset=utf-8>{title}<style>{FACES}{STYLE}{_STYLE}</style>"
    contents = f"<nav><ol>{''.join(titles)}</ol></nav>"
    return f"<!doctype html><html lang={language.code}>{head}{contents}{''.join(chapters)}</html>"


def _addresses(portion: Portion) -> list[str]:
    path = portion.page.path
    return [path, *(f"{path}#{heading.id}" for heading in portion.page.document.headings)]


def _id(address: str) -> str:
    return re.sub(r"[^\w-]", "-", address)


def _chapter(portion: Portion, places: set[str], handbook: Handbook) -> str:
    page = portion.page
    language = handbook.language(page.text_language)
    context = HtmlContext(
        link=_link_writer(page, places, handbook),
        mark=lambda _: "",
        box_titles={kind: language.word(f"boxes.{kind}") for kind in BOXES},
        is_urgent=lambda _: False,
        blank=language.word("common.blank"),
        picture=lambda picture: _figure(picture, language, handbook),
        language=lambda code: f' lang="{code}"',
        image=lambda image: {"src": (handbook.project.root / file_at(image.source, image.location.path)).as_uri()},
    )
    blocks = page.document.blocks
    body = write_title(blocks, context) + write_blocks(blocks, context)
    own = _ID.sub(lambda found: _id(f"{page.path}#{found[0]}"), body)
    return f'<section id="{_id(page.path)}">{own}</section>'


def _link_writer(page: Page, places: set[str], handbook: Handbook) -> Callable[[AnyLink, str], str]:
    def write(link: AnyLink, words: str) -> str:
        if not isinstance(link, Link):
            return words or escape(words_of(link, page, handbook).text, quote=False)
        address = place_at(link.target, page.path)
        if address in places:
            return f'<a class="here" href="#{_id(address)}">{words}</a>'
        return f'<a href="{escape(link.target)}">{words}</a>' if ":" in link.target else words

    return write


def _figure(picture: Picture, language: Language, handbook: Handbook) -> str:
    figure = figure_of(picture.name, language, handbook.pictures)
    if figure is None:
        return ""
    drawing = figure.draw(WIDE).for_site("wide", figure.alt)
    return f"<figure><figcaption>{escape(figure.title)}</figcaption>{drawing}</figure>"
