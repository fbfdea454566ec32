"""Reads the file in which clinics wrote their answers before they had one of their own: docs/data/clinic.yml.

The repository keeps it as it was, so that an update never meets a clinic's changes to it; ``moving.py`` moves what a
clinic has written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.text_reader import read_text
from handbook.diagnostics.yaml_reader import Value, data
from handbook.diagnostics.yaml_text import split_lines
from handbook.register.clinic import EXAMPLE_FILE, OLD_FILE
from handbook.register.clinic_lines import compose_typed

_AS_IT_CAME = {"name": "Example Clinic (not a real clinic)", "example": "true"}
"""What the old file said before a clinic wrote into it; all else was empty."""
_REMARK = re.compile(r"[ \t]+#.*")
_TOP = f"""\
# What this clinic has set. Every question, what is printed where nothing is set, and what is allowed, stands in
# {EXAMPLE_FILE}.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that a clinic has written into the old file."""

    key: str
    written: str
    """What stands behind the colon, as it was typed, with a remark behind it."""
    is_value: bool
    """Whether it stands under ``values:``."""
    location: Location


@dataclass(frozen=True, slots=True)
class OldClinic:
    """What a clinic has written into the old file."""

    answers: tuple[Answer, ...] = ()
    """Those that say something else than the file did when it came."""
    signatures: int = 0
    """How many signatures stand in it."""

    @property
    def is_touched(self) -> bool:
        """Whether a clinic has written anything at all."""
        return bool(self.answers or self.signatures)


def read_old_clinic(root: Path, problems: list[Problem]) -> OldClinic:
    """Return what the old file sets; nothing where it is not there or as it came. One that is not YAML is reported."""
    file = root / OLD_FILE
    text = read_text(file, root, problems) if file.exists() else None
    value = compose_typed(text, OLD_FILE, {}, problems) if text is not None else None
    if text is None or value is None or not isinstance(value.node, yaml.MappingNode):
        return OldClinic()
    given = data(value)
    signatures = given.get("signatures") if isinstance(given, dict) else None
    return OldClinic(tuple(_answers(value, text)), len(signatures) if isinstance(signatures, list) else 0)


def own_text(old: OldClinic) -> str:
    """Return the text of a clinic's own file with these answers."""
    details = [f"{answer.key}: {answer.written}" for answer in old.answers if not answer.is_value]
    values = [f"  {answer.key}: {answer.written}" for answer in old.answers if answer.is_value]
    return "\n".join([_TOP, *details, *(["values:", *values] if values else []), ""])


def _answers(value: Value, text: str) -> Iterator[Answer]:
    """Yield what differs from the file as it came; keys that it never had are kept too, to be told."""
    for key, child in value.node.value:
        name, inner = str(key.value), Value(child, value.path)
        if name == "values" and isinstance(child, yaml.MappingNode):
            for address, number in child.value:
                yield _answer(address, number, text, is_value=True)
        elif name not in ("values", "signatures") and data(inner) not in (None, "", _AS_IT_CAME.get(name)):
            yield _answer(key, child, text, is_value=False)


def _answer(key: yaml.Node, child: yaml.Node, text: str, is_value: bool) -> Answer:
    lines = split_lines(text)
    first, last = child.start_mark, child.end_mark
    covered = lines[first.line : last.line + 1]
    covered[-1] = covered[-1][: last.column]
    covered[0] = covered[0][first.column :]
    remark = _REMARK.match(lines[last.line], last.column) if last.line < len(lines) else None
    written = "\n".join(covered).rstrip() + (remark[0] if remark else "")
    place = Location(OLD_FILE, key.start_mark.line + 1, key.start_mark.column + 1, len(str(key.value)))
    return Answer(str(key.value), written, is_value, place)
