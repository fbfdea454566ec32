"""The search scripts, as files under ``search/``."""

from __future__ import annotations

from handbook.register.handbook import Handbook
from handbook.render.output import RenderContext, Rendered
from handbook.render.search.index import search_scripts


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return ``search/<language>.js`` for each language."""
    files = {f"search/{code}.js": script.encode() for code, script in search_scripts(handbook).items()}
    return Rendered(files)
