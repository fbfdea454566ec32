"""The words of the warning signs in each language, docs/data/signs/<code>.yml: Markdown, in the order of its keys.

Each text is kept as a page that no navigation has, so that checks can compare it with the original's like one. Its
links start from the folder of the language: ``[feelings](recovery/feelings.md)``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import yaml

from handbook.diagnostics.keys import FILLED, Key, Keys, mapping, named, one_or_more
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.stand_ins import unmarked
from handbook.diagnostics.text_reader import read_text
from handbook.diagnostics.yaml_reader import MappingReader, Value, compose
from handbook.diagnostics.yaml_words import offsets_of
from handbook.markup.document import parse_part
from handbook.markup.inlines import Image
from handbook.markup.source_map import SourceMap
from handbook.project import Locale, Project
from handbook.register.pages import Page
from handbook.register.warning_signs import WarningSign

FOLDER = "signs"
DETAILS = ("when", "expected", "looks")
"""What is said beside a sign, in this order."""

_BESIDE: Keys = {
    "short": Key("The same in short, for a list of all: one text, or the items of a list.", one_or_more(FILLED)),
    "when": Key("From when, and until when.", FILLED),
    "expected": Key("What is expected beside it, and no sign.", FILLED),
    "looks": Key("How it looks, by a name for whom: the same names in every language.", named(FILLED)),
    "first-aid": Key("What to do until help comes.", FILLED),
}
GROUP_WORD_KEYS: Keys = {
    "lead": Key("The sentence above the list of its signs; without it they stand as they are, in no list.", FILLED),
    **_BESIDE,
}
SIGN_WORD_KEYS: Keys = {"sign": Key("What the reader sees or feels.", FILLED, True), **_BESIDE}
SIGN_WORD_FILE: Keys = {
    "groups": Key("What is said of several signs, by the name of the group.", named(mapping(GROUP_WORD_KEYS))),
    "signs": Key("What is said of each sign, by its id.", named(mapping(SIGN_WORD_KEYS)), True),
}

Address: TypeAlias = tuple[str, str]
"""What words are about: ``("groups", "allergy")``, ``("signs", "swollen-tongue")``."""

Said: TypeAlias = Mapping[str, tuple[Page, ...]]
"""By key, such as ``looks``."""

SignWords: TypeAlias = Mapping[str, Mapping[Address, Said]]
"""The words of each language, by what they are about."""


def load_sign_words(project: Project, signs: Mapping[str, WarningSign], problems: list[Problem]) -> SignWords:
    """Load the words of every language; what is missing, unknown or malformed is reported at its line.

    A handbook without signs needs no such files.
    """
    words = {locale.code: dict(_load(project, locale, signs, problems)) for locale in project.locales if signs}
    for locale in project.locales[1:] if words.get(project.codes[0]) else ():
        problems += _uneven(words[project.codes[0]], words[locale.code], locale, project)
    return words


def _load(
    project: Project, locale: Locale, signs: Mapping[str, WarningSign], problems: list[Problem]
) -> Iterator[tuple[Address, Said]]:
    file = project.data_folder / FOLDER / f"{locale.code}.yml"
    text = read_text(file, project.root, problems)
    value = compose(text, file.relative_to(project.root).as_posix(), problems) if text is not None else None
    if text is None or value is None:
        return
    entry = MappingReader(value, SIGN_WORD_FILE, problems)
    groups = {sign.group for sign in signs.values() if sign.group}
    for key, kind, known, keys in (
        ("groups", Message("group"), groups, GROUP_WORD_KEYS),
        ("signs", Message("sign"), signs, SIGN_WORD_KEYS),
    ):
        there = dict(entry.pairs(key))
        for name, held in there.items():
            if name not in known:
                message = Message("warning-signs.yml has no {kind} {name}", kind=kind, name=name)
                problems.append(Problem(held.location, message, meant(name, known)))
            yield (key, name), dict(_said(MappingReader(held, keys, problems), f"{key}/{name}", locale.code, text))
        if key == "signs":
            problems += [_unsaid(sign, entry, key) for sign in signs.values() if sign.id not in there]


def _unsaid(sign: WarningSign, entry: MappingReader, key: str) -> Problem:
    message = Message("the sign {sign} has no words here", sign=sign.id)
    return Problem(entry.location(key), message, Message("add {sign}: with sign: … below it", sign=sign.id))


def _said(entry: MappingReader, name: str, code: str, text: str) -> Iterator[tuple[str, tuple[Page, ...]]]:
    """Yield the texts behind each key of a sign or a group, parsed; required keys that are missing are reported."""
    for key in entry.known:
        values = _values(entry, key)
        parsed = (_page(value, f"{FOLDER}/{name}/{key}/{one}", code, text, entry) for one, value in values)
        if pages := tuple(page for page in parsed if page is not None):
            yield key, pages


def _values(entry: MappingReader, key: str) -> Iterator[tuple[str, Value]]:
    """Yield the texts behind a key, each by its number or its name."""
    if key == "short":
        yield from ((str(number), value) for number, value in enumerate(entry.one_or_more(key), 1))
    elif key == "looks":
        yield from entry.pairs(key)
    elif entry.text("sign") if key == "sign" else entry.text(key, ""):
        yield from (("", value) for value in entry.one_or_more(key))


def _page(value: Value, path: str, code: str, text: str, entry: MappingReader) -> Page | None:
    node = value.node
    if not isinstance(node, yaml.ScalarNode) or not unmarked(str(node.value)).strip():
        entry.problems.append(Problem(value.location, Message("a text must stand here"), Message("write it in quotes")))
        return None
    words = unmarked(str(node.value))
    map = SourceMap.within(words, offsets_of(node, text)[-len(words) :], text, value.path)
    document, problems = parse_part(map)
    entry.problems += problems
    entry.problems += [_nested(image) for image in document.images if isinstance(image, Image)]
    return Page(path, code, code, "", document, document, map=map)


def _nested(image: Image) -> Problem:
    return Problem(image.location, Message("an image stands in the words of a sign"), Message("put it on the page"))


def _uneven(
    original: Mapping[Address, Said], mine: Mapping[Address, Said], locale: Locale, project: Project
) -> Iterator[Problem]:
    """Compare what is said of each group and sign in a translation and in the original."""
    file = f"docs/data/{FOLDER}/{locale.code}.yml"
    for address, said in original.items() if mine else ():  # a file that cannot be read has been reported
        here = mine.get(address, {})
        if address[0] == "groups" or here:  # a sign without any words has been reported
            yield from _missing(address[1], said, here, next(map(_place, _flat(here)), Location(file)))
    for address, said in mine.items():
        for key in [key for key in said if key not in original.get(address, {})]:
            message = Message(
                "{key} of {name} is not in {file}",
                key=key,
                name=address[1],
                file=f"docs/data/{FOLDER}/{project.codes[0]}.yml",
            )
            yield Problem(_place(said[key][0]), message, Message("take it out, or add it there"))


def _missing(name: str, said: Said, here: Said, near: Location) -> Iterator[Problem]:
    for key, pages in said.items():
        line = f"{pages[0].document.path}:{_place(pages[0]).line}"
        if key not in here:
            yield Problem(
                near,
                Message("{key} of {name} is missing; the original has it ({place})", key=key, name=name, place=line),
                Message("add {key}: …", key=key),
            )
        elif [_last(page) for page in here[key]] != [_last(page) for page in pages]:
            mine, theirs = (", ".join(map(_last, said)) for said in (here[key], pages))
            message = Message(
                "{key} of {name} has {mine}, and the original has {theirs} ({place})",
                key=key,
                name=name,
                mine=mine,
                theirs=theirs,
                place=line,
            )
            yield Problem(_place(here[key][0]), message, Message("make the two alike"))


def _last(page: Page) -> str:
    """Return the number or the name of a text among those behind the same key."""
    return page.path.rpartition("/")[2]


def _flat(said: Said) -> Iterator[Page]:
    return (page for pages in said.values() for page in pages)


def _place(page: Page) -> Location:
    blocks = page.document.blocks
    return blocks[0].location if blocks else Location(page.document.path)
