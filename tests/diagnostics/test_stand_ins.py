"""Words that hold the place of a translation are read without their mark, and found with their keys and lines."""

from __future__ import annotations

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.stand_ins import stand_ins_in
from handbook.diagnostics.yaml_reader import MappingReader, compose, data

TEXT = """\
home: (translate) Home
list: [(translate) one, two]
long:
  deep: "(translate) a
    b"
next: Next (translate)
"""


def test_the_mark_is_no_part_of_the_text() -> None:
    problems: list[Problem] = []
    value = compose(TEXT, "x.yml", problems)
    assert value is not None
    reader = MappingReader(value, ("home", "list", "long", "next"), problems)
    assert (reader.text("home"), reader.texts("list")) == ("Home", ("one", "two"))
    assert reader.text("next") == "Next (translate)"
    assert data(value) == {"home": "Home", "list": ["one", "two"], "long": {"deep": "a b"}, "next": "Next (translate)"}
    assert problems == []


def test_each_is_found_with_its_keys_and_lines() -> None:
    value = compose(TEXT, "x.yml", [])
    assert value is not None
    found = [(each.keys, each.location.line, each.last) for each in stand_ins_in(value.node, value.path)]
    assert found == [(("home",), 1, 1), (("list",), 2, 2), (("long", "deep"), 4, 5)]
