"""The picture that a messenger shows beside a link to the handbook: its name in each language, in our own letters."""

from __future__ import annotations

import json

import typst

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.render.addresses import card_path, has_card
from handbook.render.output import RenderContext, Rendered
from handbook.render.typst.book import TEMPLATES
from handbook.render.typst.compiler import fonts_of
from handbook.render.typst.fonts import ProjectFonts, read_project_fonts

_TEMPLATE = f"{TEMPLATES}/card.typ"
_INCH = 72
"""Points of an inch: one point of the template becomes one pixel."""


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return ``assets/card-<language>.png`` for each language that has one, or what Typst found wrong."""
    root, files = handbook.project.root, {}
    languages = [language for language in handbook.languages if has_card(language, handbook)]
    fonts = read_project_fonts(root, [])
    compiler = typst.Compiler(root=str(root), font_paths=fonts_of(root)) if languages else None
    for language in languages if compiler else ():
        assert compiler is not None
        try:
            card = compiler.compile(
                input=str(root / _TEMPLATE),
                format="png",
                ppi=_INCH,
                sys_inputs={"card": _told(language, handbook, fonts)},
            )
        except typst.TypstError as error:
            said = Message("Typst cannot print this: {message}", message=error.message)
            return Rendered(problems=(Problem(Location(_TEMPLATE), said),))
        assert isinstance(card, bytes)
        files[card_path(language.code)] = card
    return Rendered(files)


def _told(language: Language, handbook: Handbook, fonts: ProjectFonts) -> str:
    name = handbook.name_in(language.code)
    told = {
        "name": name,
        "subtitle": language.word("print.subtitle"),
        "language": language.name,
        "lang": language.code.partition("-")[0],
        "dir": language.direction,
        "fonts": list(fonts.of_text(language)),
    }
    return json.dumps(told, ensure_ascii=False)
