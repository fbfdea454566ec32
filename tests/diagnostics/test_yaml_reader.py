"""A data file with mistakes reports each of them at its key."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.text_reader import read_text
from handbook.diagnostics.yaml_reader import MappingReader, compose

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


EMPTY_VALUES = """\
name: Klinik
values: {}          # what we decide ourselves
  # the first wash
  first-wash: 2
"""
CONFLICT = """\
a: 1
<<<<<<< HEAD
b: 2
=======
b: 3
>>>>>>> main
"""
LONG_QUOTE = """\
phone: "03 1234
hours: 9 to 5
address: "1 Jalan Example"
website: https://clinic.example
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [1", ["f.yml:2:1: this is not YAML: did not find expected ',' or ']'"
                   " (look at this line and the one above: quotes, colons, indentation)"]),
        ("a: &x 1\nb: *x\n", ["f.yml:1:4: an alias (*name) stands for this value elsewhere; aliases are not allowed"
                              " (write the value out where it is needed)"]),
        ("", ["f.yml:1:1: the file is empty"]),
        ("a: " + "[" * 100_000, ["f.yml:1:1: the file is too large or too deeply nested to be read"]),
        ("a: \x00", ["f.yml:1:4: an invisible character stands here: U+0000 (delete it)"]),
        ("a:\n\tb: 1\n", ["f.yml:2:1: a tab stands here, and YAML takes only spaces (put spaces in its place)"]),
        ("a:\n - \tb: 1\n\tc: 2\n", ["f.yml:2:4: a tab stands here, and YAML takes only spaces"
                                     " (put spaces in its place)"]),
        (LONG_QUOTE, ['f.yml:1:8: the quote " that opens here is not closed on its line'
                      ' (write " at the end of the text)']),
        ('a: 1\nb: "open\nc: 3\n', ['f.yml:2:4: the quote " that opens here is not closed on its line'
                                    ' (write " at the end of the text)']),
        (EMPTY_VALUES, ["f.yml:2:9: values is closed here by {}, and lines below belong to it (take {} out)"]),
        (CONFLICT, ["f.yml:2:1: git has left two versions of these lines here"
                    " (keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>)"]),
    ],
)  # fmt: skip
def test_what_is_not_plain_yaml_is_told_where_the_mistake_is(text: str, expected: list[str]) -> None:
    problems: list[Problem] = []
    assert compose(text, "f.yml", problems) is None
    assert told(problems) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: left\u202eright\n", ["f.yml:1:8: an invisible character stands here: RIGHT-TO-LEFT OVERRIDE (delete it)"]),
        ('a: "\\u200b"\n', ["f.yml:1:4: an invisible character stands here: ZERO WIDTH SPACE (delete it)"]),
        ('a: ["fine", "x\\u202Ey"]\n', ["f.yml:1:13: an invisible character stands here: RIGHT-TO-LEFT OVERRIDE"
                                       " (delete it)"]),
        ('a: {"\\u200c": " "}\n', []),  # the table of letters of a language names it
        ("a: !ENV SECRET\n", ["f.yml:1:4: the tag !ENV has no place here: a program would make something of the value"
                              " (take it out, or put the text in quotes)"]),
        ("a: !!python/name:os.system x\n", [
            "f.yml:1:4: the tag tag:yaml.org,2002:python/name:os.system has no place here:"
            " a program would make something of the value (take it out, or put the text in quotes)"]),
        ("a: Wow !\nb: '!not this'\n", []),
        ("a: \u06cc\u200c\u0634\n", []),  # Persian spelling
        ("a: one\u3164two\n", ["f.yml:1:7: an invisible character stands here: HANGUL FILLER (delete it)"]),
    ],
)  # fmt: skip
def test_characters_that_are_not_seen_are_told_and_the_rest_is_read(text: str, expected: list[str]) -> None:
    problems: list[Problem] = []
    assert compose(text, "f.yml", problems) is not None
    assert told(problems) == expected


@pytest.mark.parametrize(
    "text", ["1e5000", "1e999999999", "nan", "inf", "1_000", ".5", "5.", "1/0", "٣", "9" * 13, "9" * 10_000, "", "1/00"]
)
def test_what_is_no_plain_number_is_told(text: str) -> None:
    problems: list[Problem] = []
    value = compose(f'low: "{text}"\n', "f.yml", problems)
    assert value is not None
    assert MappingReader(value, ("low",), problems).number("low") is None
    said = text if len(text) < 60 else "9" * 59 + "…"
    assert told(problems) == [f"f.yml:1:6: low is {said!r}, not a number (write 3, 0.5 or 1/7)"]


@pytest.mark.parametrize(
    ("text", "number"), [("3", Fraction(3)), ("-0.5", Fraction(-1, 2)), ("1/7", Fraction(1, 7)), ("+10600", 10600)]
)
def test_plain_numbers_are_exact(text: str, number: Fraction) -> None:
    problems: list[Problem] = []
    value = compose(f"low: {text}\n", "f.yml", problems)
    assert value is not None
    assert (MappingReader(value, ("low",), problems).number("low"), problems) == (number, [])


def test_lists_and_mappings_where_words_must_stand_are_told() -> None:
    problems: list[Problem] = []
    value = compose("a: [x, [y], {z: 1}]\n? [b]\n: 1\nc: {? {d: 1} : 2, e: 3}\n", "f.yml", problems)
    assert value is not None
    entry = MappingReader(value, ("a", "c"), problems)
    assert (entry.texts("a"), [name for name, _ in entry.pairs("c")]) == (("x", "", ""), ["e"])
    assert told(problems) == [
        "f.yml:2:3: a list or a mapping stands here as a key (write a word, a colon and what belongs to it)",
        "f.yml:1:8: each item of a must be one text",
        "f.yml:1:13: each item of a must be one text",
        "f.yml:4:7: a list or a mapping stands here as a key (write a word, a colon and what belongs to it)",
    ]


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
