"""What is left to do for a new language, in the order in which it is best done, with counts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from babel import Locale

from handbook.diagnostics.stand_ins import MARK, StandIn, is_marked, marked, stand_ins_in, unmarked
from handbook.diagnostics.yaml_reader import compose
from handbook.language.language_keys import WORD_LISTS
from handbook.register.handbook import Handbook
from handbook.register.selection import always_in
from handbook.register.stand_ins import SHARED
from handbook.render.typst.fonts import FOLDER as FONTS
from handbook.render.typst.fonts import faces_in, families_of, read_project_fonts
from handbook.render.typst.glyphs import whole_of

MKDOCS = "mkdocs.yml"
_ASKED = ("advice", "opposites", *WORD_LISTS, "counterparts", "placeholders", "abbreviations")
"""What the file of a language has for checks alone."""


def tell(locale: Locale, code: str, files: Mapping[str, str], handbook: Handbook) -> Iterator[str]:
    """Yield what was done, and what is left to do in its order, with counts."""
    yield f"Prepared {locale.english_name}, {code}: {', '.join(files)}."
    yield f"It can be built at once; until you translate them, pages and words stand in {handbook.source.name}."
    yield f"What is left, in this order; {MARK} stands before each text that is not translated yet:"
    left = [*_left(code, files, handbook), *_to_print(font_for(locale, handbook), code)]
    yield from (f"{number:2}. {line}" for number, line in enumerate(left, 1))
    yield "`handbook check` tells what is left of it at any time."


def _left(code: str, files: Mapping[str, str], handbook: Handbook) -> Iterator[str]:
    """Yield what is to be translated: what is seen first, then what the pages need, then what checks need."""
    found = [each for path, text in files.items() for each in _new(path, text, code, handbook)]
    said = Counter((each.location.path, each.keys[0] in _ASKED) for each in found)
    own = ("languages", "glossary", "interview", "evidence")
    grammar, glossary, interview, evidence = (f"docs/data/{name}/{code}.yml" for name in own)
    words = {
        MKDOCS: "titles",
        f"docs/data/{SHARED}": "names of topics",
        f"docs/data/interface/{code}.yml": "words of site and print",
        grammar: "words for numbers and units, without which no number on a page is understood",
        f"docs/data/signs/{code}.yml": "texts about warning signs",
    }
    yield from (f"{path}: {said[path, False]} {what}" for path, what in words.items() if said[path, False])
    yield _pages(code, handbook)
    if said[grammar, True]:
        lists = f"{said[grammar, True]} lists of words that checks look for"
        yield f"{grammar}: {lists}, {' and '.join(_ASKED[:2])} above all"
    if said[glossary, False]:
        yield f"{glossary}: {said[glossary, False]} words and definitions; add what patients say and words to avoid"
    if said[interview, False]:
        yield f"{interview}: {said[interview, False]} texts of the questions for a clinic; they hinder no release"
    if said[evidence, False]:
        yield f"{evidence}: {said[evidence, False]} sentences of sources, for the notes"


def _new(path: str, text: str, code: str, handbook: Handbook) -> Iterator[StandIn]:
    """Yield as many stand-ins of a file as were not there before; other languages may have theirs in a shared one."""
    value, file = compose(text, path, []), handbook.project.root / path
    before = file.read_text(encoding="utf-8").count(MARK) if file.exists() else 0
    yield from list(stand_ins_in(value.node, path) if value else ())[before:]


def _pages(code: str, handbook: Handbook) -> str:
    first, source = ", ".join(always_in(handbook)), handbook.source.code
    passages = sum(language == source for language, _ in handbook.passages)
    beside = f" and {passages} passages" if passages else ""
    return f"docs/{code}: {len(handbook.project.nav)} pages{beside}, named as in docs/{source}; begin with {first}"


def _to_print(font: str, code: str) -> Iterator[str]:
    if is_marked(font):
        named = f"named under fonts: in docs/data/languages/{code}.yml"
        yield f"{FONTS}: a regular and a bold file with the letters of the language, such as {unmarked(font)}, {named}"


def font_for(locale: Locale, handbook: Handbook) -> str:
    """Return the family of fonts that a language is printed with, marked if its files are still to be found.

    The empty text where the fonts of the project have its letters.
    """
    root = handbook.project.root
    words = "".join(locale.months["format"]["wide"].values()) + (locale.get_display_name(locale) or "")
    families = {family[0].family: whole_of(family) for family in families_of(faces_in(root / FONTS))}
    own = frozenset().union(*(families.get(font.family, ()) for font in read_project_fonts(root, []).text))
    missing = sorted({letter for letter in words if letter.isalpha()} - own)
    if not missing:
        return ""
    there = next((name for name, letters in families.items() if letters.issuperset(missing)), "")
    return there or marked(f"Noto Sans {unicodedata.name(missing[0], '').partition(' ')[0].title()}")
