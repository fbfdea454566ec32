"""The pages of the site that belong to the print: a template of overrides/pdf, filled for one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import jinja2

from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.pages import HOME
from handbook.render.addresses import call_path, site_path
from handbook.render.typst.book import TEMPLATES

STYLE = "listing.css"
"""The style sheet of all of them."""

_COLOURS = "overrides/assets/colours.css"
"""Those of the site."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Fills templates for the languages of a handbook."""

    handbook: Handbook

    def render(self, template: str, language: Language, file_of: Callable[[str], str], **values: object) -> bytes:
        """Return a page in a language; ``file_of`` names the same page in the language with a code."""
        own = self.handbook.project.root / TEMPLATES
        loader = jinja2.FileSystemLoader((own, own.parent))
        environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True)
        others = [(each, file_of(each.code)) for each in self.handbook.printed if each is not language]
        shown = {
            "site_name": self.handbook.name_in(language.code),
            "home": f"../{site_path(HOME, language.code, self.handbook)}",
            "call": f"../{path}" if (path := call_path(language.code, self.handbook)) else "",
            **values,
        }
        html = environment.get_template(template).render(language=language, others=others, **shown)
        return f"{html}\n".encode()

    def style(self) -> bytes:
        """Return their style sheet, with the colours of the site."""
        return (self.handbook.project.root / _COLOURS).read_bytes() + self.read(STYLE)

    def read(self, name: str) -> bytes:
        """Return a file beside the templates as it is."""
        return (self.handbook.project.root / TEMPLATES / name).read_bytes()
