"""A data file with mistakes reports each of them at its key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader, compose, read_text

SIX_MISTAKES = """\
id: crusts-last
reveiw_by: 2027-11-20
collected: yesterday
confidence: strnog
contested: maybe
low: three
id: again
"""


def told(problems: list[Problem]) -> list[str]:
    return [f"{p.location}: {p.message}" + (f" ({p.hint})" if p.hint else "") for p in problems]


def test_six_mistakes_are_six_problems() -> None:
    problems: list[Problem] = []
    value = compose(SIX_MISTAKES, "f.yml", problems)
    assert value is not None
    entry = MappingReader(value, ("id", "review_by", "collected", "confidence", "contested", "low"), problems)
    entry.text("id"), entry.day("collected"), entry.choice("confidence", ("strong", "weak"))
    entry.flag("contested"), entry.number("low"), entry.day("review_by")
    assert told(problems) == [
        "f.yml:2:1: the key reveiw_by is not known here (did you mean review_by?)",
        "f.yml:7:1: the key id stands here for the second time (keep one of them)",
        "f.yml:3:12: collected is 'yesterday', not a date (write it as 2026-11-20)",
        "f.yml:4:13: confidence is 'strnog', which is none of strong, weak (did you mean strong?)",
        "f.yml:5:12: contested is 'maybe', which is none of true, false (known are true, false)",
        "f.yml:6:6: low is 'three', not a number (write 3, 0.5 or 1/7)",
        "f.yml:1:1: review_by is missing here (add the line review_by: …)",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [1", "f.yml:2:1: this is not YAML: did not find expected ',' or ']'"),
        ("a: &x 1\nb: *x\n", "f.yml:1:4: an alias (*name) stands for this value elsewhere; aliases are not allowed"),
        ("", "f.yml:1:1: the file is empty"),
        ("a: " + "[" * 100_000, "f.yml:1:1: the file is too large or too deeply nested to be read"),
        ("a: \x00", "f.yml:1:1: this is not YAML: unacceptable character #x0000: control characters are not allowed"),
    ],
)
def test_what_is_not_plain_yaml_is_a_problem(text: str, expected: str) -> None:
    problems: list[Problem] = []
    assert compose(text, "f.yml", problems) is None
    assert [f"{p.location}: {p.message}" for p in problems] == [expected]


@given(st.text(alphabet="ab:-[]{}'\"\n &*!|>#,?\t%@`1é"))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    problems: list[Problem] = []
    value = compose(text, "f.yml", problems)
    if value is not None:
        entry = MappingReader(value, ("a", "b"), problems)
        entry.text("a"), entry.number("b"), list(entry.pairs("a")), entry.items("b"), entry.day("a")
    assert all(problem.location.path == "f.yml" for problem in problems)


def test_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "secret.md").write_text("secret")
    (root / "page.md").symlink_to(tmp_path / "secret.md")
    problems: list[Problem] = []
    assert read_text(root / "page.md", root, problems) is None
    assert told(problems) == [
        "page.md:1:1: the file is a link to a place outside the project (put the file itself here)"
    ]


def test_a_file_that_is_not_utf8_names_the_byte(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes("# Да\nкрасный".encode("cp1251"))
    problems: list[Problem] = []
    assert read_text(tmp_path / "page.md", tmp_path, problems) is None
    assert told(problems) == [
        "page.md:1:3: the file is not UTF-8: the byte 0xc4 here begins no character"
        " (save the file with the encoding UTF-8)"
    ]
