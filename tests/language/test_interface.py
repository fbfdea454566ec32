"""The table of interface words is complete, and gaps are filled with nothing but the values for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.diagnostics.problems import Location
from handbook.diagnostics.yaml_reader import data, keys_below, open_yaml
from handbook.language.interface import GAP, GAPS, fill, gap_problem
from project import ROOT, load, make

PLACE = Location("en.yml")
ASKED = re.compile(r"""\bword\(\s*f?(["'])(?P<address>[\w.-]+)\1""")


def test_the_table_has_every_word_of_the_source_language_with_its_gaps() -> None:
    value = open_yaml(ROOT / "docs/data/interface/en.yml", ROOT, [])
    assert value is not None
    words = {name: data(inner) for name, _, inner in keys_below(value)}
    texts = {name: word for name, word in words.items() if isinstance(word, str)}
    of_register = ("pictures.", "editions.", "common.emergency.", "common.region.")
    fixed = {name: word for name, word in texts.items() if not name.startswith(of_register)}
    assert {name: set(GAP.findall(word)) for name, word in fixed.items()} == {n: set(gaps) for n, gaps in GAPS.items()}


def test_every_word_that_templates_ask_for_is_in_the_table() -> None:
    asked = {
        ("print." if file.suffix == ".typ" else "") + found["address"]
        for file in (ROOT / "overrides").rglob("*")
        if file.suffix in (".html", ".typ")
        for found in ASKED.finditer(file.read_text(encoding="utf-8"))
    }
    assert len(asked) > 30
    begun = {address for address in asked if any(known.startswith(address) for known in GAPS if address.endswith("."))}
    assert asked - begun - GAPS.keys() == set()


def test_values_are_put_in_once_and_not_looked_at_again() -> None:
    assert fill("{a} {b} {c} {a}", {"a": "{b}", "b": 2}) == "{b} 2 {c} {b}"


@pytest.mark.parametrize("words", ["{", "}", "{}", "{a", "a}", "{{a}}", "{a:>9}", "{a!r}", "{a.b}", "{a[0]}", "{ a }"])
def test_only_names_stand_in_braces(words: str) -> None:
    assert gap_problem(f"x {words} y", PLACE) is not None


@pytest.mark.parametrize("words", ["", "x", "{a}", "{a-b} {c}", "{день}"])
def test_names_in_braces_are_gaps(words: str) -> None:
    assert gap_problem(words, PLACE) is None


def test_a_word_is_filled_with_what_the_table_names(tmp_path: Path) -> None:
    handbook, _ = load(make(tmp_path))
    assert handbook is not None
    assert handbook.source.word("print.page-of", page=1, pages=2) == "Page 1 of 2"
    with pytest.raises(KeyError):
        handbook.source.word("print.page-of", page=1)
