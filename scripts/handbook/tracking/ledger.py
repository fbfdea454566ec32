"""The ledgers of the translations: of which English each block was made, docs/data/translations/<language>/<page>.yml.

``handbook translate`` writes them. An entry has the words of both sides as hashes, so that a page is judged by what it
says, and the original's words as they were, so that it can be told from any copy of the files what has changed since.
Who has translated and who has read it is told in roles and days: a ledger names nobody.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import TypeAlias

import yaml

from handbook.diagnostics.keys import DAY, FILLED, Key, Keys, list_of, mapping, one_of
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.project import Project
from handbook.tracking.pieces import hash_of, place_in_file

FOLDER = "translations"
SIGN_PAGE = "_signs"
"""The page of the ledger of the words of warning signs, which stand in no page."""

ROLES = ("translator", "clinician", "machine")
"""Who can have translated; names of people have no place in a ledger."""

_HASH = {**FILLED, "pattern": "^[0-9a-f]{12}$"}
TRANSLATED_KEYS: Keys = {
    "by": Key("In what part it was translated; not a name.", one_of(ROLES), True),
    "date": Key("The day on which it was recorded.", DAY, True),
}
CHECKED_KEYS: Keys = {
    "by": Key("In what part the reader has read it, as editorial-reviews.yml tells; not a name.", FILLED, True),
    "date": Key("The day of this reading.", DAY, True),
}
ENTRY_KEYS: Keys = {
    "id": Key("The id of the heading it stands under, and its number there.", FILLED, True),
    "source": Key("Stands for the words of the original.", _HASH, True),
    "target": Key("Stands for the words of the translation.", _HASH, True),
    "translated": Key("Who has translated it, and when.", mapping(TRANSLATED_KEYS), True),
    "checked": Key("Who else has read it since, and when.", mapping(CHECKED_KEYS)),
    "unchanged": Key("Why the translation stayed as it was when the original changed.", FILLED),
    "original": Key("The original as it was translated, in Markdown.", FILLED, True),
}
LEDGER_FILE: Keys = {
    "page": Key("The page, as in recovery/sun.md.", FILLED, True),
    "blocks": Key("Its blocks, by heading and number.", list_of(mapping(ENTRY_KEYS)), True),
}

_HEAD = """\
# yaml-language-server: $schema={way}schemas/translations.json
# Of which original each block of this page was made. `handbook translate` writes this file: do not edit it.
"""
_WIDE = 10_000
"""Characters of a line: none is broken, so that a change is seen on the line of what has changed."""
_NEVER = Message("no ledger was written like this: take it as it was from git, or delete it and record the page again")


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody's part in a block, and the day."""

    by: str
    """A role, never a name."""
    day: datetime.date


@dataclass(frozen=True, slots=True)
class Entry:
    """One block of a translation as it was recorded."""

    id: str
    source: str
    """The hash of the original."""
    target: str
    """The hash of the translation."""
    translated: Reading
    original: str
    """The original's Markdown as it was translated."""
    checked: Reading | None = None
    """Who else has read it; None where nobody has since it was translated."""
    unchanged: str = ""
    """Why the translation was left as it was when the original changed."""
    location: Location = field(default_factory=lambda: Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is recorded of one page in one language."""

    page: str
    entries: tuple[Entry, ...]
    location: Location


Ledgers: TypeAlias = Mapping[tuple[str, str], Ledger]
"""By language and page."""


def ledger_path(code: str, page: str) -> str:
    """Return the path of a page's ledger below docs/data."""
    return f"{FOLDER}/{code}/{PurePosixPath(page).with_suffix('.yml')}"


def load_ledgers(project: Project, problems: list[Problem]) -> Ledgers:
    """Load the ledgers of all translations; what no tool has written is reported at its line."""
    found = {}
    for code in project.codes[1:]:
        for file in sorted((project.data_folder / FOLDER / code).rglob("*.yml")):
            value = open_yaml(file, project.root, problems)
            if value is not None:
                ledger = _ledger(MappingReader(value, LEDGER_FILE, problems), problems)
                path = file.relative_to(project.data_folder).as_posix()
                if path != ledger_path(code, ledger.page or "?"):
                    problems.append(
                        Problem(
                            ledger.location,
                            Message("the ledger is of another page, {page}", page=ledger.page),
                            _NEVER,
                        )
                    )
                found[code, ledger.page] = ledger
    return found


def _ledger(reader: MappingReader, problems: list[Problem]) -> Ledger:
    entries = tuple(_entry(entry) for entry in reader.entries("blocks", ENTRY_KEYS))
    seen: set[str] = set()
    for entry in entries:
        problems += _faults(entry, seen)
        seen.add(entry.id)
    return Ledger(reader.text("page"), entries, reader.location("page"))


def _entry(reader: MappingReader) -> Entry:
    translated, checked = reader.entry("translated", TRANSLATED_KEYS), reader.entry("checked", CHECKED_KEYS)
    if translated is None:
        reader.problems.append(
            Problem(reader.location(), Message("who has translated the block, and when, is missing"), _NEVER)
        )
    return Entry(
        id=reader.text("id"),
        source=reader.text("source"),
        target=reader.text("target"),
        translated=_translated(translated),
        checked=_part(checked.text("by"), checked.day("date")) if checked else None,
        unchanged=reader.text("unchanged", ""),
        original=reader.text("original"),
        location=reader.value_location("id"),
    )


def _translated(reader: MappingReader | None) -> Reading:
    return _part(reader.choice("by", ROLES), reader.day("date")) if reader else _part("", datetime.date.min)


@cache
def _part(by: str, day: datetime.date) -> Reading:
    """Return somebody's part on a day; thousands of blocks have the same."""
    return Reading(by, day)


def _faults(entry: Entry, seen: set[str]) -> Iterator[Problem]:
    if entry.original and entry.source != hash_of(entry.original):
        yield Problem(
            entry.location, Message("source and original of {block} do not belong together", block=entry.id), _NEVER
        )
    if entry.id in seen:
        yield Problem(entry.location, Message("{block} stands here for the second time", block=entry.id), _NEVER)


class _Block(str):
    """A text that is written on lines of its own, so that a change of it is seen as one."""


class _Writer(yaml.SafeDumper):
    """Writes blocks as lines, each value out: the reader of YAML here knows no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Tell that nothing is to be named for use elsewhere."""
        return True


_Writer.add_representer(_Block, lambda writer, text: writer.represent_scalar("tag:yaml.org,2002:str", text, style="|"))


def write_ledger(page: str, code: str, entries: Iterable[Entry]) -> str:
    """Return the text of a ledger; the same entries give the same text, in whichever order they come."""
    listed = sorted(entries, key=lambda entry: place_in_file(entry.id))
    content = {"page": page, "blocks": [_plain(entry) for entry in listed]}
    way = "../" * ledger_path(code, page).count("/")
    body = yaml.dump(content, Dumper=_Writer, allow_unicode=True, sort_keys=False, default_flow_style=None, width=_WIDE)
    return _HEAD.format(way=way) + body


def _plain(entry: Entry) -> dict[str, object]:
    """Return an entry as it is written; what is empty is left out."""
    content = {
        "id": entry.id,
        "source": entry.source,
        "target": entry.target,
        "translated": _reading(entry.translated),
        "checked": _reading(entry.checked) if entry.checked else None,
        "unchanged": entry.unchanged,
        "original": _Block(entry.original + "\n"),
    }
    return {key: value for key, value in content.items() if value}


def _reading(reading: Reading) -> dict[str, object]:
    return {"by": reading.by, "date": reading.day}
