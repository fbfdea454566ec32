"""Pictures drawn from the register, as figures of a page: caption with citation marks, drawing, and its words.

Each is drawn twice, for phones and for wider windows, and the style sheet shows one of the two: a wide drawing made
small could not be read. All names are texts and no element has an id, so that nothing can clash with the page's own.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from handbook.markup.inlines import Picture
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render import pictures


def picture_writer(page: Page, handbook: Handbook, mark: Callable[[Picture], str]) -> Callable[[Picture], str]:
    """Return a function that writes a picture of this page drawn from the register; ``mark`` writes its mark."""
    language = handbook.language(page.text_language)
    words_name = language.word("pictures.in-words")

    def write(node: Picture) -> str:
        figure = pictures.figure_of(node.name, language, handbook.pictures)
        if figure is None:
            return ""
        caption = f"<figcaption>{escape(figure.title, quote=False)} {mark(node)}</figcaption>"
        return f'<figure class="hb-picture">\n{caption}\n{_drawings(figure)}{_words(figure, words_name)}</figure>'

    return write


def _drawings(figure: pictures.Figure) -> str:
    sizes = {"narrow": pictures.NARROW, "wide": pictures.WIDE}
    return "".join(f"{figure.draw(width).for_site(kind, figure.alt)}\n" for kind, width in sizes.items())


def _words(figure: pictures.Figure, name: str) -> str:
    items = "".join(f"<li>{escape(line, quote=False)}</li>\n" for line in figure.long_description)
    summary = f"<summary>{escape(name, quote=False)}</summary>"
    return f"<details>{summary}\n<ul>\n{items}</ul>\n</details>\n" if items else ""
