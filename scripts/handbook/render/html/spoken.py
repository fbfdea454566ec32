"""What an element says of its language where that is another than around it."""

from __future__ import annotations

from html import escape

from handbook.language.direction import direction_of
from handbook.language.languages import Language
from handbook.register.handbook import Handbook


def lang_attributes(code: str, around: Language, handbook: Handbook, text: str = "") -> str:
    """Return `` lang="…"``, with ``dir`` where the text of the element runs the other way than all around it.

    A title may be in a language that the handbook does not have; then the letters of ``text`` tell its direction.
    """
    known = next((language.direction for language in handbook.languages if language.code == code), None)
    direction = known or direction_of(text, around.direction)
    turned = f' dir="{direction}"' if direction != around.direction else ""
    return f' lang="{escape(code)}"{turned}'
