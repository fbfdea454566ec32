"""What is left to do for a new language, in the order in which it is best done, with counts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from babel import Locale

from handbook.diagnostics.messages import Message
from handbook.diagnostics.quoting import both
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

_TITLES = Message("{count} titles", "{count} title", count=0)
_TOPICS = Message("{count} names of topics", "{count} name of a topic", count=0)
_INTERFACE = Message("{count} words of site and print", "{count} word of site and print", count=0)
_NUMBERS = Message(
    "{count} words for numbers and units, without which no number on a page is understood",
    "{count} word for numbers and units, without which no number on a page is understood",
    count=0,
)
_SIGNS = Message("{count} texts about warning signs", "{count} text about warning signs", count=0)
_LISTS = Message(
    "{count} lists of words that checks look for, {names} above all",
    "{count} list of words that checks look for",
    count=0,
    names=both(_ASKED[:2]),
)
_GLOSSARY = Message(
    "{count} words and definitions; add what patients say and words to avoid",
    "{count} word or definition; add what patients say and words to avoid",
    count=0,
)
_INTERVIEW = Message(
    "{count} texts of the questions for a clinic; they hinder no release",
    "{count} text of the questions for a clinic; it hinders no release",
    count=0,
)
_EVIDENCE = Message("{count} sentences of sources, for notes", "{count} sentence of a source, for notes", count=0)


def tell(locale: Locale, code: str, files: Mapping[str, str], handbook: Handbook, reader: str) -> Iterator[Message]:
    """Yield what was done, and what is left to do in its order, with counts."""
    name = locale.get_display_name(reader) or code
    yield Message("Prepared: {language} ({code}). Written: {files}.", language=name, code=code, files=", ".join(files))
    yield Message(
        "It can be built at once; until you translate them, pages and words stand in {source}.",
        source=handbook.source.name,
    )
    yield Message("What is left, in this order; {mark} stands before each text that is not translated yet:", mark=MARK)
    left = [*_left(code, files, handbook), *_to_print(font_for(locale, handbook), code)]
    yield from (Message("{number:2}. {line}", number=number, line=line) for number, line in enumerate(left, 1))
    yield Message("`handbook check` tells what is left of it at any time.")


def _left(code: str, files: Mapping[str, str], handbook: Handbook) -> Iterator[Message]:
    """Yield what is to be translated: what is seen first, then what the pages need, then what checks need."""
    found = [each for path, text in files.items() for each in _new(path, text, code, handbook)]
    said = Counter((each.location.path, each.keys[0] in _ASKED) for each in found)
    for path, is_asked, what in _steps(code):
        if what is None:
            yield _pages(code, handbook)
        elif said[path, is_asked]:
            yield Message("{path}: {what}", path=path, what=what.filled(count=said[path, is_asked]))


def _steps(code: str) -> Iterator[tuple[str, bool, Message | None]]:
    """Yield each file, whether what checks ask is meant, and what is counted in it; nothing where the pages come."""
    grammar = f"docs/data/languages/{code}.yml"
    yield MKDOCS, False, _TITLES
    yield f"docs/data/{SHARED}", False, _TOPICS
    yield f"docs/data/interface/{code}.yml", False, _INTERFACE
    yield grammar, False, _NUMBERS
    yield f"docs/data/signs/{code}.yml", False, _SIGNS
    yield "", False, None
    yield grammar, True, _LISTS
    yield f"docs/data/glossary/{code}.yml", False, _GLOSSARY
    yield f"docs/data/interview/{code}.yml", False, _INTERVIEW
    yield f"docs/data/evidence/{code}.yml", False, _EVIDENCE


def _new(path: str, text: str, code: str, handbook: Handbook) -> Iterator[StandIn]:
    """Yield as many stand-ins of a file as were not there before; other languages may have theirs in a shared one."""
    value, file = compose(text, path, []), handbook.project.root / path
    before = file.read_text(encoding="utf-8").count(MARK) if file.exists() else 0
    yield from list(stand_ins_in(value.node, path) if value else ())[before:]


def _pages(code: str, handbook: Handbook) -> Message:
    first, source, written = ", ".join(always_in(handbook)), handbook.source.code, len(handbook.project.nav)
    passages = sum(language == source for language, _ in handbook.passages)
    counted = [Message("{count} pages", "{count} page", count=written)]
    counted += [Message("{count} passages", "{count} passage", count=passages)] * bool(passages)
    return Message(
        "docs/{code}: {counted}, named as in docs/{source}; begin with {first}",
        code=code,
        counted=both(counted),
        source=source,
        first=first,
    )


def _to_print(font: str, code: str) -> Iterator[Message]:
    if is_marked(font):
        yield Message(
            "{folder}: a regular and a bold file with the letters of the language, such as {font}, "
            "named under fonts: in docs/data/languages/{code}.yml",
            folder=FONTS,
            font=unmarked(font),
            code=code,
        )


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
