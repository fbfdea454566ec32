"""The search scripts, as files under ``search/``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.render.output import Keeper, RenderContext, Rendered, make_anew
from handbook.render.search.engine import has_stems
from handbook.render.search.index import make_index
from handbook.render.search.script import signs_script, text_scripts, word_scripts


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return ``search/<language>.js`` for each language, and beside it what is loaded later."""
    return Rendered(search_files(handbook, context.keep))


def search_files(handbook: Handbook, keep: Keeper = make_anew) -> dict[str, bytes]:
    """Return the scripts of every language whose stems are there, by their paths on the site."""
    known = [language for language in handbook.languages if has_stems(language, handbook)]
    made = (keep(f"search-{it.code}", [it.code], partial(_made, it, handbook)) for it in known)
    return {path: script for scripts in made for path, script in scripts.items()}


def _made(language: Language, handbook: Handbook) -> dict[str, bytes]:
    return {path: text.encode() for path, text in _scripts(language, handbook)}


def _scripts(language: Language, handbook: Handbook) -> Iterator[tuple[str, str]]:
    index, folder = make_index(language, handbook), f"search/{language.code}"
    for name, text in word_scripts(index, language, handbook):
        yield f"{folder}/words-{name}.js" if name else f"{folder}.js", text
    yield f"{folder}/signs.js", signs_script(index)
    for number, text in enumerate(text_scripts(index)):
        yield f"{folder}/{number}.js", text
