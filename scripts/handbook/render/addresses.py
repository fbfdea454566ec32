"""Where pages and images stand on the site."""

from __future__ import annotations

import re

from handbook.language.languages import Language
from handbook.markup.targets import file_at, way_to
from handbook.register.handbook import Handbook

_PAGE = re.compile(r"^(?P<page>[^:#?]+)\.md(?P<anchor>#[\w-]+)?$")


def web_address(path: str) -> str:
    """Return the address of the site's page made from ``recovery/day-by-day.md``."""
    return _PAGE.sub(lambda found: f"{found['page']}.html{found['anchor'] or ''}", path)


def site_path(path: str, code: str, handbook: Handbook) -> str:
    """Return where a page stands on the site in the language with a code."""
    folder = "" if code == handbook.source.code else f"{code}/"
    return folder + web_address(path)


def call_path(code: str, handbook: Handbook) -> str:
    """Return where the page on when to call stands on the site in a language; empty where no page is."""
    page = handbook.page_of_signs(code)
    return site_path(page.path, code, handbook) if page else ""


def notes_address(address: str) -> str:
    """Return the address of the notes to the page with an address; no page has a name like it, with a full stop."""
    return f"{address.removesuffix('.html')}.notes.html"


def site_address(handbook: Handbook) -> str:
    """Return where the site will stand, with a stroke at its end; empty where nobody has said so."""
    address = handbook.clinic.handbook_address or handbook.project.site_url
    return address.rstrip("/") + "/" if address else ""


def has_card(language: Language, handbook: Handbook) -> bool:
    """Tell whether there is a picture to show beside links to the pages of a language.

    A messenger asks for it by its full address; our fonts need the letters of the language.
    """
    return bool(site_address(handbook)) and language in handbook.printed


def card_path(code: str) -> str:
    """Return where that picture stands on the site."""
    return f"assets/card-{code}.png"


def image_address(source: str, document: str, page: str) -> str:
    """Return the way on the site to an image that a page names.

    ``source`` is the way from the Markdown file ``document``; ``page`` is where the page stands on the site. All
    languages share the images, which stand at the top of the site as they do at the top of docs/; the pages of the
    source language stand one folder higher than their files do.
    """
    file = file_at(source, document).removeprefix("docs/")
    return way_to(file, page)
