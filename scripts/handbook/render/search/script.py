"""The search scripts of a language as text: the engine, whose parts stand in overrides/assets/search, and an index.

A script of its own and not a data file, because scripts load from a memory stick too, where a page may not fetch
anything. A language names its stems in docs/data/interface/<code>.yml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain, groupby
from pathlib import Path

from handbook.language.languages import Language
from handbook.language.stemmers import FOLDER, STEMMER, stemmers_of
from handbook.register.filled_words import clinic_words
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.phone_numbers import IN_TEXT, dialled
from handbook.register.searches import Searches
from handbook.render.addresses import site_path
from handbook.render.search import encoding
from handbook.render.search.contents import MOST, contents, numbered
from handbook.render.search.drawers import drawers_of, starts
from handbook.render.search.index import Entry, Index

ENGINE = ("words", "near", "decoding", "drawers", "dangers", "meanings", "ranking", "excerpts", "engine")
"""The parts of the engine, each standing on those before it."""
_ASKED = "window.handbookSearch = searchIn("
_NOTE = re.compile(r"^\s*//.*\n|\s+//\s.*$|^\s+", re.MULTILINE)


def code_of(script: Path) -> str:
    """Return a script as browsers need it: without notes and indentation."""
    return _NOTE.sub("", script.read_text(encoding="utf-8"))


def has_stems(language: Language, handbook: Handbook) -> bool:
    """Whether a language names one of the scripts in the folder."""
    return language.word(STEMMER) in stemmers_of(handbook.project.root)


def word_scripts(index: Index, language: Language, handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield the script that is loaded first, without a name, and those with the words, by the numbers of their drawers.

    The first defines ``window.handbookSearch`` and has all but the words; it asks for those that it needs.
    """
    drawers, pages = drawers_of(index), tuple(by_page(index))
    headings = "\n".join("\t".join(entry.section.heading for entry in entries) for _, entries in pages)
    pairs = encoding.pairs_in("".join((headings, *(word for each in drawers.all for word in each.words))))
    texts = tuple(contents(drawers, index, pairs))
    ways, levels = encoding.postings((index.concepts.get(id, {}) for id in index.phrases), MOST)
    typed = handbook.searches.get(language.code, Searches())
    data = {
        **_signs(index, language, handbook),
        "idle": " ".join(typed.idle),
        "subject": " ".join(typed.subject),
        "latin": sorted(typed.latin.items(), key=lambda it: -len(it[0])),
        "keyboards": [searches.keyboard for searches in handbook.searches.values() if searches.keyboard],
        "pages": [_page(page, handbook) for page, _ in pages],
        "ids": [" ".join(entry.section.id for entry in entries) for _, entries in pages],
        "pairs": pairs,
        "headings": encoding.exchanged(headings, pairs),
        "concepts": {"ways": ways, "levels": levels},
        "shelves": [encoding.exchanged(starts(shelf), pairs) for shelf in (drawers.own, drawers.foreign)],
    }
    making = sha256(_json([data, texts]).encode()).hexdigest()[:8]
    yield "", _engine(index, language, handbook) + f"{_ASKED}{_json({**data, 'making': making})});\n}})();\n"
    for number, (text, first) in enumerate(zip(texts, drawers.firsts, strict=True)):
        given = ",".join(map(_json, (making, number, first, text)))
        yield str(number), f"window.handbookSearch?.learn({given});\n"


def _engine(index: Index, language: Language, handbook: Handbook) -> str:
    codes = dict.fromkeys([language.code, *(entry.page.text_language for entry in index.entries)])
    known = [each for code in codes if has_stems(each := handbook.language(code), handbook)]
    stems = dict.fromkeys(_stems(each, handbook) for each in known)
    code = "".join(f"{{\n{code_of(file)}stemmers.push(stems);\n}}\n" for file in stems)
    code += "".join(code_of(_folder(handbook) / "engine" / f"{part}.js") for part in ENGINE)
    given = f"const stemmers = [];\nconst letters = {_json(_letters(language, codes, handbook))};"
    return f'(() => {{\n"use strict";\n{given}\n{code}'


def text_scripts(index: Index) -> Iterator[str]:
    """Yield for each page the script with its texts, and what concepts are called there; results show a piece."""
    numbers = {id: number for number, id in enumerate(index.phrases)}
    for page, (_, entries) in enumerate(by_page(index)):
        called: dict[int, dict[str, None]] = {}
        for id, words in chain.from_iterable(entry.called.items() for entry in entries):
            called.setdefault(numbers[id], {}).update(dict.fromkeys(words))
        texts = [entry.section.text for entry in entries]
        said = {concept: " ".join(words) for concept, words in sorted(called.items())}
        yield f"window.handbookSearch.tell({page}, {_json(texts)}, {_json(said)});\n"


def signs_script(index: Index) -> str:
    """Return the script with the words of the warning signs, in the order of those in the first script."""
    return f"window.handbookSearch.warn({_json([danger.words for danger in index.dangers])});\n"


def by_page(index: Index) -> Iterator[tuple[Page, tuple[Entry, ...]]]:
    """Yield each page with its sections."""
    for _, entries in groupby(index.entries, key=lambda entry: entry.page.path):
        listed = tuple(entries)
        yield listed[0].page, listed


def addresses_in(script: str) -> tuple[str, ...]:
    """Return the addresses that a search script leads to, as they stand in it."""
    _, added, text = script.partition(_ASKED)
    if not added:
        return ()
    index, _ = json.JSONDecoder().raw_decode(text)
    pages = zip(index["pages"], index["ids"], strict=True)
    return tuple(f"{page[0]}#{id}" for page, ids in pages for id in ids.split(" "))


def _signs(index: Index, language: Language, handbook: Handbook) -> Mapping[str, object]:
    """Return the signs with where they stand and whom to call, and the rules that show them."""
    places = [(it.page.path, it.section, it.title, it.first, it.details, it.sign.lines) for it in index.dangers]
    numbers = {(entry.page.path, entry.section.id): number for number, entry in enumerate(index.entries)}
    boxes, rules, lists = list(dict.fromkeys(places)), index.rules, index.rules.lists
    shown = [
        [
            f"{site_path(path, language.code, handbook)}#{section}",
            title,
            first,
            [*_calls(details, language, handbook), *_helplines(lines, handbook)],
        ]
        for path, section, title, first, details, lines in boxes
    ]
    return {
        "boxes": shown,
        "signs": [
            [danger.sign.id, boxes.index(place), sorted(numbers[told] for told in danger.told)]
            for danger, place in zip(index.dangers, places, strict=True)
        ],
        "warnings": encoding.lists([sign, *numbered(rule, lists)] for sign, rule in rules.warnings),
        "harmless": encoding.lists(numbered(rule, lists) for rule in rules.harmless),
    }


def _calls(details: Iterable[str], language: Language, handbook: Handbook) -> list[list[str]]:
    """Return numbers to call, each as it is written and as a telephone dials it; none where the clinic has set none."""
    found = ((detail, clinic_words(detail, language, handbook)) for detail in details)
    return [
        [number, dialled(number, "" if detail == "emergency" else handbook.clinic.country)]
        for detail, words in found
        if not words.blank
        for number in IN_TEXT.findall(words.text)
    ]


def _helplines(lines: Iterable[str], handbook: Handbook) -> list[list[str]]:
    """Return the numbers of helplines in the country of the clinic; without one nobody knows which can be reached."""
    country, facts = handbook.clinic.country, (handbook.register.facts[id] for id in lines)
    here = (fact.quantity for fact in facts if country and fact.region == country)
    return [[str(quantity.low)] * 2 for quantity in here if quantity is not None]


def _page(page: Page, handbook: Handbook) -> list[str]:
    """Return the address of a page, and its language and direction where they are others."""
    language = [page.text_language] if page.is_fallback else []
    direction = handbook.language(page.text_language).direction
    turned = [direction] if direction != handbook.language(page.language).direction else []
    return [site_path(page.path, page.language, handbook), *language, *turned]


def _letters(language: Language, codes: Iterable[str], handbook: Handbook) -> Mapping[str, object]:
    """Return what the engine knows of letters: alike in the languages of the pages, look-alikes of every keyboard."""
    alike = {letter: other for code in codes for letter, other in handbook.language(code).alike.items()}
    lookalikes = {letter: other for each in handbook.languages for letter, other in each.lookalikes.items()}
    return {"language": language.code, "alike": alike, "lookalikes": lookalikes}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _folder(handbook: Handbook) -> Path:
    return handbook.project.root / FOLDER


def _stems(language: Language, handbook: Handbook) -> Path:
    return _folder(handbook) / f"{language.word(STEMMER)}.js"
