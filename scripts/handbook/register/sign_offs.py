"""The sign-offs of a clinic: who has read which page in which language, and in what state. sign-offs.yml holds them.

``handbook sign`` writes the file. Beside the digest of the whole page an entry has short digests of its parts, so that
it can be told later what has changed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from handbook.diagnostics.keys import DAY, FILLED, TEXT, Key, Keys, list_of, mapping, named
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, data, open_yaml
from handbook.language.languages import Language
from handbook.project import Project
from handbook.register.signatory import signatory_fault

NAME = "sign-offs.yml"
PATH = f"docs/data/{NAME}"

PARTS = {"clinic": "clinic", "fact": "facts", "picture": "pictures", "value": "values", "word": "words"}
"""The key for each kind of thing that a page takes from elsewhere."""

SIGN_OFF_KEYS: Keys = {
    "page": Key("The page that was read, as in recovery/sun.md.", FILLED, True),
    "language": Key("The code of the language in which it was read.", FILLED, True),
    "name": Key("Who read it and answers for it.", FILLED, True),
    "role": Key("What this person is, such as dermatologist.", FILLED, True),
    "date": Key("The day of the reading.", DAY, True),
    "digest": Key("Stands for everything that the page showed; handbook sign writes it.", TEXT),
    "text": Key("Short digests of the page's paragraphs, by which changes are told.", TEXT),
    **{key: Key(f"Short digests of what the page took from elsewhere: {key}.", named(TEXT)) for key in PARTS.values()},
}
SIGN_OFF_FILE: Keys = {
    "sign-offs": Key("Who has read which page and answers for it.", list_of(mapping(SIGN_OFF_KEYS)), True)
}

_DIGEST = re.compile(r"[0-9]+:[0-9a-f]{64}|")
_HEAD = """\
# yaml-language-server: $schema=schemas/sign-offs.json
# Who has read which page, in which language, and has answered for it. `handbook sign` writes this file, and
# `handbook sign --list` shows what still holds. Do not edit the digests: they stand for the very text that was read.
"""


class _Plainly(yaml.SafeDumper):
    """Writes every value out, also where two entries share it: the reader of YAML here knows no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Tell that nothing is to be named for use elsewhere."""
        return True


@dataclass(frozen=True, slots=True)
class SignOff:
    """One person's reading of one page in one language."""

    page: str
    language: str
    name: str
    role: str
    day: datetime.date
    digest: str
    """Of everything that the page showed; empty where it was not recorded, and then the sign-off does not hold."""
    text: tuple[str, ...] = ()
    """A short digest of each block with words, in reading order."""
    taken: Mapping[tuple[str, str], str] = field(default_factory=dict, hash=False)
    """A short digest of each thing that the page took from elsewhere, by kind and name."""
    location: Location = field(default_factory=lambda: Location(PATH))


def load_sign_offs(
    project: Project, languages: Sequence[Language], today: datetime.date, problems: list[Problem]
) -> tuple[SignOff, ...]:
    """Load sign-offs.yml; a project without the file has none.

    Reported are names and roles that name nobody, days to come, and digests that no program has written.
    """
    file = project.data_folder / NAME
    value = open_yaml(file, project.root, problems) if file.exists() or file.is_symlink() else None
    if value is None:
        return ()
    entries = MappingReader(value, SIGN_OFF_FILE, problems).entries("sign-offs", SIGN_OFF_KEYS)
    return tuple(_sign_off(entry, languages, today) for entry in entries)


def write_sign_offs(sign_offs: Iterable[SignOff]) -> str:
    """Return the text of sign-offs.yml with these entries, by language, page and name."""
    listed = sorted(sign_offs, key=lambda each: (each.language, each.page, each.name, each.day))
    entries = [_entry(sign_off) for sign_off in listed]
    content = {"sign-offs": entries}
    body = yaml.dump(content, Dumper=_Plainly, allow_unicode=True, sort_keys=False, default_flow_style=None, width=110)
    return _HEAD + body


def _entry(sign_off: SignOff) -> dict[str, object]:
    """Return an entry as it is written; what is empty is left out."""
    parts = {
        key: {name: short for (of, name), short in sorted(sign_off.taken.items()) if of == kind}
        for kind, key in PARTS.items()
    }
    entry = {
        "page": sign_off.page,
        "language": sign_off.language,
        "name": sign_off.name,
        "role": sign_off.role,
        "date": sign_off.day,
        "digest": sign_off.digest,
        "text": " ".join(sign_off.text),
        **parts,
    }
    return {key: value for key, value in entry.items() if value}


def _sign_off(entry: MappingReader, languages: Sequence[Language], today: datetime.date) -> SignOff:
    sign_off = SignOff(
        page=entry.text("page"),
        language=entry.text("language"),
        name=entry.text("name", ""),
        role=entry.text("role", ""),
        day=entry.day("date"),
        digest=entry.text("digest", ""),
        text=tuple(entry.text("text", "").split()),
        taken={(kind, name): str(data(short)) for kind, key in PARTS.items() for name, short in entry.pairs(key)},
        location=entry.location(),
    )
    for what, text in (("name", sign_off.name), ("role", sign_off.role)):
        _report(entry, what, *signatory_fault(what, text, languages))
    if sign_off.day > today:
        _report(
            entry,
            "date",
            Message("{day} is still to come", day=sign_off.day),
            Message("write the day on which the page was read"),
        )
    if not _DIGEST.fullmatch(sign_off.digest):
        _report(
            entry, "digest", Message("handbook sign has written no such digest"), Message("sign the page again with it")
        )
    return sign_off


def _report(entry: MappingReader, key: str, message: Message, hint: Message) -> None:
    if message:
        entry.problems.append(Problem(entry.value_location(key), message, hint))
