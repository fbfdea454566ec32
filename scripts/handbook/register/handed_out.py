"""The printed forms that a clinic has handed out, by their codes: handed-out.yml holds them.

``handbook print --record`` writes the file. Of the newest print of a form stands a digest of each part too, so that
later it can be told, without any older text, which of them have changed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import yaml

from handbook.diagnostics.keys import DAY, FILLED, TEXT, Key, Keys, list_of, mapping, named
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader, data, open_yaml
from handbook.project import Project

NAME = "handed-out.yml"

HANDED_OUT_KEYS: Keys = {
    "language": Key("The code of its language.", FILLED, True),
    "edition": Key("Its id in editions.yml.", FILLED, True),
    "code": Key("What stands at its foot.", FILLED, True),
    "since": Key("The day from which it was handed out.", DAY, True),
    "changed": Key("The titles of what had changed in it since the print before.", list_of(TEXT)),
    "parts": Key("A digest of each part of the newest print, by its title; handbook print --record writes it.",
                 named(TEXT)),
}  # fmt: skip
HANDED_OUT_FILE: Keys = {
    "clinic": Key("Whose prints these are; those of another clinic count for nothing.", TEXT, True),
    "handed-out": Key("Each print of each form, the newest last.", list_of(mapping(HANDED_OUT_KEYS)), True),
}
_HEAD = """\
# yaml-language-server: $schema=schemas/handed-out.json
# Which printed forms were handed out, since when, and what had changed in them. `handbook print --record` writes this
# file; the list of what is printed tells by it whether an old sheet is still current.
"""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One print of a form in a language."""

    language: str
    edition: str
    code: str
    since: datetime.date
    changed: tuple[str, ...] = ()
    """The titles of what had changed since the print before."""
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)
    """A digest of each part by its title; only of the newest print."""


def load_handed_out(project: Project, clinic: str, problems: list[Problem]) -> tuple[HandedOut, ...]:
    """Load handed-out.yml; a project without the file has none, and the prints of another clinic are not this one's."""
    file = project.data_folder / NAME
    value = open_yaml(file, project.root, problems) if file.exists() else None
    if value is None:
        return ()
    reader = MappingReader(value, HANDED_OUT_FILE, problems)
    found = tuple(map(_read, reader.entries("handed-out", HANDED_OUT_KEYS)))
    return found if reader.text("clinic") == clinic else ()


def _read(entry: MappingReader) -> HandedOut:
    return HandedOut(
        entry.text("language"),
        entry.text("edition"),
        entry.text("code"),
        entry.day("since"),
        entry.texts("changed"),
        {title: str(data(digest)) for title, digest in entry.pairs("parts")},
    )


def prints_of(edition: str, language: str, prints: Iterable[HandedOut]) -> tuple[HandedOut, ...]:
    """Return the prints of a form in a language, the newest last."""
    return tuple(each for each in prints if (each.edition, each.language) == (edition, language))


def changes_between(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the titles of the parts that are not the same in two prints, in the order of the newer one."""
    titles = dict.fromkeys((*now, *before))
    return tuple(title for title in titles if before.get(title) != now.get(title))


def with_prints(prints: Sequence[HandedOut], new: Iterable[HandedOut]) -> tuple[HandedOut, ...]:
    """Return what was handed out with what is from now on; a print with the same code is recorded already."""
    found = list(prints)
    for each in new:
        earlier = prints_of(each.edition, each.language, found)
        if earlier and earlier[-1].code == each.code:
            continue
        changed = changes_between(earlier[-1].parts, each.parts) if earlier else ()
        found = [replace(it, parts={}) if it in earlier else it for it in found]
        found.append(replace(each, changed=changed))
    return tuple(found)


def write_handed_out(prints: Iterable[HandedOut], clinic: str) -> str:
    """Return the text of handed-out.yml with some prints, by language and form."""
    ordered = sorted(prints, key=lambda each: (each.language, each.edition))
    content = {"clinic": clinic, "handed-out": [_entry(each) for each in ordered]}
    return _HEAD + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, default_flow_style=None, width=110)


def _entry(each: HandedOut) -> dict[str, object]:
    """Return a print as it is written; what is empty is left out."""
    entry = {
        "language": each.language,
        "edition": each.edition,
        "code": each.code,
        "since": each.since.isoformat(),  # a text: the same day twice would become an alias
        "changed": list(each.changed),
        "parts": dict(each.parts),
    }
    return {key: value for key, value in entry.items() if value}
