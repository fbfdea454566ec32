"""The search scripts of a language as text: the engine with an index, and what is loaded later.

A script of its own and not a data file, because scripts load from a memory stick too, where a page may not fetch
anything. A language names its stems in docs/data/interface/<code>.yml.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain, groupby

from handbook.language.languages import Language
from handbook.register.filled_words import clinic_words
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.phone_numbers import IN_TEXT, dialled
from handbook.register.searches import Searches
from handbook.render.addresses import site_path
from handbook.render.search import encoding
from handbook.render.search.contents import contents
from handbook.render.search.drawers import drawers_of, starts
from handbook.render.search.engine import as_json, engine, guesses
from handbook.render.search.index import Entry, Index

_ASKED = "window.handbookSearch = searchIn("
"""What stands before the data in the first script."""


def word_scripts(index: Index, language: Language, handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield the script that is loaded first, without a name, and those with the words, by the numbers of their drawers.

    The first defines ``window.handbookSearch`` and has all but the words; it asks for those that it needs.
    """
    drawers, pages = drawers_of(index), tuple(by_page(index))
    headings = "\n".join("\t".join(entry.section.heading for entry in entries) for _, entries in pages)
    pairs = encoding.pairs_in("".join((headings, *index.words)))
    texts = tuple(contents(drawers, index, pairs))
    typed = handbook.searches.get(language.code, Searches())
    data = {
        **_signs(index, language, handbook),
        "idle": " ".join(typed.idle),
        "subject": " ".join(typed.subject),
        "pages": [_page(page, handbook) for page, _ in pages],
        "ids": [" ".join(entry.section.id for entry in entries) for _, entries in pages],
        "pairs": pairs,
        "headings": encoding.exchanged(headings, pairs),
        "shelves": [
            encoding.exchanged(encoding.words(starts(shelf)), pairs)
            for shelf in (drawers.idle, drawers.own, drawers.foreign)
        ],
    }
    codes = tuple(dict.fromkeys([language.code, *(entry.page.text_language for entry in index.entries)]))
    code, guessing = engine(language, codes, handbook), guesses(language, handbook)
    making = sha256(as_json([code, guessing, data, texts]).encode()).hexdigest()[:8]
    yield "", f'(() => {{\n"use strict";\n{code}{_ASKED}{as_json({**data, "making": making})});\n}})();\n'
    yield "unknown", f'"use strict";\nwindow.handbookSearch?.guess("{making}", {guessing});\n'
    for number, (text, first) in enumerate(zip(texts, drawers.firsts, strict=True)):
        given = ",".join(map(as_json, (making, number, first, text)))
        yield str(number), f"window.handbookSearch?.learn({given});\n"


def text_scripts(index: Index) -> Iterator[str]:
    """Yield for each page the script with its texts, and what concepts are called there; results show a piece."""
    numbers = {id: number for number, id in enumerate(index.phrases)}
    for page, (_, entries) in enumerate(by_page(index)):
        called: dict[int, dict[str, None]] = {}
        for id, words in chain.from_iterable(entry.called.items() for entry in entries):
            called.setdefault(numbers[id], {}).update(dict.fromkeys(words))
        texts = [entry.section.text for entry in entries]
        said = {concept: " ".join(words) for concept, words in sorted(called.items())}
        yield f"window.handbookSearch.tell({page}, {as_json(texts)}, {as_json(said)});\n"


def signs_script(index: Index) -> str:
    """Return the script with the ids and words of the warning signs, in the order of those in the first script."""
    signs = [[danger.sign.id, danger.words] for danger in index.dangers]
    return f"window.handbookSearch.warn({as_json(signs)});\n"


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
    """Return the signs, with where they stand and whom to call."""
    places = [(it.page.path, it.section, it.title, it.first, it.details, it.sign.lines) for it in index.dangers]
    numbers = {(entry.page.path, entry.section.id): number for number, entry in enumerate(index.entries)}
    boxes = list(dict.fromkeys(places))
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
        "signs": encoding.lists(
            [boxes.index(place), *sorted(numbers[told] for told in danger.told)]
            for danger, place in zip(index.dangers, places, strict=True)
        ),
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
