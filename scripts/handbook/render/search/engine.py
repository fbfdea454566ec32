"""The engine of the search as text: the parts in overrides/assets/search, put together for a language.

The first script has what every search needs; what is only needed for words that nobody has is a script of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from handbook.language.languages import Language
from handbook.language.stemmers import FOLDER, STEMMER, stemmers_of
from handbook.register.handbook import Handbook
from handbook.register.searches import Searches
from handbook.render.search.words import Reader

_ENGINE = ("words", "decoding", "drawers", "dangers", "meanings", "ranking", "excerpts", "engine")
_UNKNOWN = ("near", "spelling", "guesses")
"""The parts of each script, each standing on those before it."""
_GIVEN = "LONGEST, drawers, dictionary, idle, read, unknown, isDoubtful, wordsOf, rootsOf"
_TAKEN = "understood, alike, isMistyped"
"""What the second is given of the first, and what is taken from it."""
_NOTE = re.compile(r"^\s*//.*\n|\s+//\s.*$|^\s+", re.MULTILINE)


def code_of(script: Path) -> str:
    """Return a script as browsers need it: without notes and indentation."""
    return _NOTE.sub("", script.read_text(encoding="utf-8"))


def has_stems(language: Language, handbook: Handbook) -> bool:
    """Whether a language names one of the scripts in the folder."""
    return language.word(STEMMER) in stemmers_of(handbook.project.root)


def engine(language: Language, codes: Iterable[str], handbook: Handbook) -> str:
    """Return what defines ``searchIn`` for a language; ``codes`` are the languages that its pages are written in."""
    known = [each for code in codes if has_stems(each := handbook.language(code), handbook)]
    stems = dict.fromkeys(_folder(handbook) / f"{each.word(STEMMER)}.js" for each in known)
    code = "".join(f"{{\n{code_of(file)}stemmers.push(stems);\n}}\n" for file in stems)
    letters = as_json(_letters(language, codes, handbook))
    return f"const stemmers = [];\nconst letters = {letters};\n{code}{_parts('engine', _ENGINE, handbook)}"


def guesses(language: Language, handbook: Handbook) -> str:
    """Return a function that is given something of the engine, and returns what guesses at words that nobody has."""
    typed = handbook.searches.get(language.code, Searches())
    keyboards = [searches.keyboard for searches in handbook.searches.values() if searches.keyboard]
    values = {
        "latin": sorted(typed.latin.items(), key=lambda it: -len(it[0])),
        "keyboards": keyboards,
        "vowels": "".join(typed.vowels),
    }
    given = "".join(f"const {name} = {as_json(value)};\n" for name, value in values.items())
    code = f"{given}{_parts('unknown', _UNKNOWN, handbook)}"
    return f"({{ {_GIVEN} }}) => {{\n{code}return {{ {_TAKEN} }};\n}}"


def as_json(value: object) -> str:
    """Write a value as scripts have it, in as few characters as can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parts(folder: str, names: Iterable[str], handbook: Handbook) -> str:
    return "".join(code_of(_folder(handbook) / folder / f"{name}.js") for name in names)


def _letters(language: Language, codes: Iterable[str], handbook: Handbook) -> Mapping[str, object]:
    """Return what the engine knows of letters: alike in the languages of the pages, look-alikes of every keyboard."""
    alike = {letter: other for code in codes for letter, other in handbook.language(code).alike.items()}
    lookalikes = {letter: other for each in handbook.languages for letter, other in each.lookalikes.items()}
    short = Reader.of(language, handbook).short
    return {"language": language.code, "alike": alike, "lookalikes": lookalikes, "short": short}


def _folder(handbook: Handbook) -> Path:
    return handbook.project.root / FOLDER
