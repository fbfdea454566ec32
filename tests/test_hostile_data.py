"""Whatever stands in a data file, the check ends soon and tells it: no traceback, no endless sum, no memory lost."""

from __future__ import annotations

import random
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.diagnostics import reports
from project import check, make

VALUES = (
    "", "~", "[]", "{}", "[[]]", "{a: {b: c}}", "-1", "0", "1e999999999", "nan", "9999999999999", "1/0", "2026-13-45",
    "0000-00-00", "true", "😀",
    '"{"', '"{}"', '"{x.__class__}"', '"{date:>900000000}"', '"\\u202e"', '"\\ud800"', "'  '",
    "../../../etc/passwd", "javascript:alert(1)", "'*'", "'!'", "'(a+)+$'", "'['", "!!python/name:os.system x", "&a x",
    "*a", "a: b", "|", "? a", "x" * 5000, "[" * 30 + "]" * 30, "'<b>'", "999999999",
    "\t", "'\\'", "%", "#", "en", "day",
)  # fmt: skip
"""What stands in the place of a value, a key or an item: of a wrong kind, too much, or something that could run."""

SECONDS = 10
"""Of this process alone: the machine may be busy."""


@cache
def nodes(text: str) -> list[tuple[int, int]]:
    """Return where the values, keys, lists and mappings of a file begin and end."""
    found: list[tuple[int, int]] = []
    waiting = [yaml.compose(text, Loader=yaml.CSafeLoader)]
    while waiting:
        node = waiting.pop()
        found.append((node.start_mark.index, node.end_mark.index))
        if isinstance(node, yaml.MappingNode):
            waiting.extend(inner for pair in node.value for inner in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
    return found


@cache
def base() -> Path:
    """Return the base project, made once for all examples; no fixture, or hypothesis would find it used again."""
    folder = TemporaryDirectory()
    base.folder = folder  # type: ignore[attr-defined]
    return make(Path(folder.name))


def files() -> list[Path]:
    return sorted([base() / "mkdocs.yml", *(base() / "docs/data").rglob("*.yml")])


def mutated(text: str, place: int, value: str, how: str) -> str:
    """Replace one node of a file, take it out, or write it twice."""
    found = nodes(text)
    start, end = found[place % len(found)]
    old = text[start:end]
    return text[:start] + {"replaced": value, "gone": "", "twice": f"{old}\n{old}"}[how] + text[end:]


def assert_told(file: Path, text: str) -> None:
    before = file.read_bytes()
    started = time.process_time()
    try:
        file.write_text(text, encoding="utf-8", errors="replace")
        problems = check(base())
        reports.as_text(problems, base()), reports.as_github(problems), reports.as_sarif(problems, {}, "1")
    finally:
        file.write_bytes(before)
    assert time.process_time() - started < SECONDS


HOW = st.sampled_from(("replaced", "gone", "twice"))


@settings(max_examples=30)
@given(st.integers(0, 99), st.integers(0, 10**6), st.sampled_from(VALUES), HOW)
def test_no_data_is_too_strange_to_be_told(file: int, place: int, value: str, how: str) -> None:
    chosen = files()[file % len(files())]
    assert_told(chosen, mutated(chosen.read_text(encoding="utf-8"), place, value, how))


@pytest.mark.rest
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_no_value_is_too_strange_in_any_file(value: str) -> None:
    chance = random.Random(value)
    for file in files():
        for _ in range(3):
            assert_told(file, mutated(file.read_text(encoding="utf-8"), chance.randrange(10**6), value, "replaced"))
