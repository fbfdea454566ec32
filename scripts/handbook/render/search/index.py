"""Writes one search script for each language: the stems of its words, the engine, and the index.

A script of its own and not a data file, because scripts load from a memory stick too, where a page may not fetch
anything. The parts stand in overrides/assets/search; a language names its stems in docs/data/interface/<code>.yml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from handbook.language.languages import Language
from handbook.language.stemmers import FOLDER, STEMMER, stemmers_of
from handbook.markup.blocks import Block, Cell, Heading, TextBlock, walk
from handbook.register.filled_words import filled_words
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.addresses import site_path

Section = tuple[str, str, str]
"""The id of a heading, its words, and the text below it up to the next heading."""

_STOPS = ".:;?!؟؛۔।。？！"
"""What ends a sentence or a part of it, in the scripts that are likely."""
_NOTE = re.compile(r"^\s*//.*\n|^\s+", re.MULTILINE)


def search_scripts(handbook: Handbook) -> dict[str, str]:
    """Return the search script of every language whose stems are there, by the language's code."""
    cut = {page.document.path: sections(page, handbook) for page in handbook.pages}
    known = [language for language in handbook.languages if _has_stems(language, handbook)]
    return {language.code: search_script(language, cut, handbook) for language in known}


def search_script(language: Language, cut: Mapping[str, tuple[Section, ...]], handbook: Handbook) -> str:
    """Return the search script of a language; it defines ``window.handbookSearch``.

    ``cut`` has the sections of each page by the path of its document.
    """
    pages = handbook.pages_in(language.code)
    listed = [_entry(page, cut[page.document.path], handbook) for page in pages]
    index = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    codes = dict.fromkeys([language.code, *(page.text_language for page in pages)])
    known = [each for code in codes if _has_stems(each := handbook.language(code), handbook)]
    stems = dict.fromkeys(_stems(each, handbook) for each in known)
    code = "".join(f"{{\n{_code(file)}stemmers.push(stems);\n}}\n" for file in stems)
    code += _code(_folder(handbook) / "engine.js")
    given = f"const stemmers = [];\nconst letters = {_letters(language, codes, handbook)};"
    return f'(() => {{\n"use strict";\n{given}\n{code}window.handbookSearch = searchIn({index});\n}})();\n'


def addresses_in(script: str) -> tuple[str, ...]:
    """Return the addresses that a search script leads to, as they stand in it."""
    index = json.loads(script.rpartition("searchIn(")[2].rpartition(");\n})();")[0])
    return tuple(f"{entry[1]}#{section[0]}" for entry in index for section in entry[2])


def sections(page: Page, handbook: Handbook) -> tuple[Section, ...]:
    """Return a page cut at its headings, with the words of every reference filled in."""
    found: list[tuple[str, str, list[str]]] = []
    for block in page.document.blocks:
        text = _joined("\n\n".join(_texts(block, page, handbook)))
        if isinstance(block, Heading):
            found.append((block.id, text, []))
        elif found and text:
            found[-1][2].append(text)
    return tuple((id, heading, _joined("\n\n".join(texts))) for id, heading, texts in found)


def _joined(text: str) -> str:
    """Put blocks in a row, with a dot between items and cells that end without a stop."""
    blocks = [" ".join(block.split()) for block in text.split("\n\n")]
    return " ".join(block if block[-1] in _STOPS else f"{block} ·" for block in blocks if block).removesuffix(" ·")


def _entry(page: Page, cut: tuple[Section, ...], handbook: Handbook) -> list[object]:
    language = [page.text_language] if page.is_fallback else []
    direction = handbook.language(page.text_language).direction
    turned = [direction] if direction != handbook.language(page.language).direction else []
    return [page.title, site_path(page.path, page.language, handbook), cut, *language, *turned]


def _letters(language: Language, codes: Iterable[str], handbook: Handbook) -> str:
    """Return what the engine knows of letters: alike in the languages of the pages, look-alikes of every keyboard."""
    alike = {letter: other for code in codes for letter, other in handbook.language(code).alike.items()}
    lookalikes = {letter: other for each in handbook.languages for letter, other in each.lookalikes.items()}
    return json.dumps({"language": language.code, "alike": alike, "lookalikes": lookalikes}, ensure_ascii=False)


def _code(script: Path) -> str:
    return _NOTE.sub("", script.read_text(encoding="utf-8"))


def _texts(block: Block, page: Page, handbook: Handbook) -> Iterator[str]:
    """Yield the words of each text block; the same few words over every table find nothing, so they are left out."""
    for part in walk(block):
        if isinstance(part, TextBlock) and not (isinstance(part, Cell) and part.is_head):
            yield filled_words(part.inlines, page, handbook)


def _folder(handbook: Handbook) -> Path:
    return handbook.project.root / FOLDER


def _stems(language: Language, handbook: Handbook) -> Path:
    return _folder(handbook) / f"{language.word(STEMMER)}.js"


def _has_stems(language: Language, handbook: Handbook) -> bool:
    """Whether a language names one of the scripts in the folder."""
    return language.word(STEMMER) in stemmers_of(handbook.project.root)
