"""Writes the words of a block as Markdown again, in one form: the same words give the same text, however typed.

White space is one space, letters are composed (NFC), and links to pages lead from the top of the handbook, so that
neither a new line nor a page that has moved makes other words of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import assert_never

from handbook.markup.inlines import (
    Blank,
    Citation,
    ClinicLink,
    Code,
    Emphasis,
    Explained,
    FactLink,
    Foreign,
    Image,
    Inline,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
)
from handbook.markup.targets import place_at

_MARKS = re.compile(r"[\\`*\[\]]|_(?=_)|(?<=_)_")
"""Signs that would be read as marks where the author meant them as they stand."""


def write_markdown(inlines: Iterable[Inline], path: str) -> str:
    """Return inlines as Markdown on one line; their links start from the page at ``path``."""
    return " ".join(unicodedata.normalize("NFC", _words(inlines, path)).split())


def _words(inlines: Iterable[Inline], path: str) -> str:
    return "".join(_inline(inline, path) for inline in inlines)


def _inline(inline: Inline, path: str) -> str:
    match inline:
        case Text() | Explained():
            return _MARKS.sub(r"\\\g<0>", inline.text)
        case Strong():
            return f"**{_words(inline.inside, path)}**"
        case Emphasis():
            return f"*{_words(inline.inside, path)}*"
        case Foreign():
            return _words(inline.inside, path)
        case Citation():
            return ""
        case Code():
            return f"`{inline.text}`"
        case LineBreak():
            return "  \n"
        case Blank():
            return "\\_" * inline.length
        case Image():
            return f"!{_link(inline.alt, inline.source, inline.title)}"
        case Picture():
            return f"!{_link(inline.alt, inline.source)}"
        case Link():
            return _link(_words(inline.inside, path), _target(inline.target, path), inline.title)
        case FactLink():
            return _link(_words(inline.inside, path), f"{inline.scheme}:{inline.target}", inline.form)
        case ClinicLink():
            return _link(_words(inline.inside, path), f"{inline.scheme}:{inline.target}", inline.title)
    assert_never(inline)


def _link(words: str, target: str, title: str = "") -> str:
    behind = f' "{title}"' if title else ""
    return f"[{words}]({target}{behind})"


def _target(target: str, path: str) -> str:
    """Return where a link leads from the top; an address outside and a heading of the same page stay as they are."""
    return target if ":" in target.partition("#")[0] or target.startswith("#") else place_at(target, path)
