"""An answer is put into the clinic's file, and nothing else in it changes."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.register.clinic_writer import unset_detail, unset_value, write_detail, write_value
from project import ROOT

FORM = (ROOT / "docs/data/example-clinic.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'phone: "1"\n'),
        ("# ours\n", '# ours\nphone: "1"\n'),
        ("# ours", '# ours\nphone: "1"\n'),
        ("phone:\nname: a\n", 'phone: "1"\nname: a\n'),
        ("phone: # soon\n", 'phone: "1" # soon\n'),
        ('phone: "2"   # the desk\nname: a', 'phone: "1"   # the desk\nname: a'),
        ("phone: two\n  lines\nname: a\n", 'phone: "1"\nname: a\n'),
        ("phone: |\n  a block\nname: a\n", 'phone: "1"\nname: a\n'),
        ("name: a   # us\n\n# --- numbers\nvalues:\n", 'name: a   # us\nphone: "1"\n\n# --- numbers\nvalues:\n'),
        ("values:\n  a: 1\n", 'phone: "1"\nvalues:\n  a: 1\n'),
    ],
)
def test_a_detail_takes_its_place(before: str, after: str) -> None:
    assert write_detail(before, "phone", '"1"') == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "values:\n  wash: 2\n"),
        ("name: a", "name: a\nvalues:\n  wash: 2\n"),
        ("values:\n", "values:\n  wash: 2\n"),
        ("values: # none\n# end\n", "values: # none\n  wash: 2\n# end\n"),
        ("values:\n  wash: [3, 7]  # who\n", "values:\n  wash: 2  # who\n"),
        ("values:\n#\n# Wash?\n#  wash: 24\n#\n#  sun: 2\n", "values:\n#\n# Wash?\n  wash: 2\n#\n#  sun: 2\n"),
        ("values:\n  sun: 1 # x\n# end\nname: a\n", "values:\n  sun: 1 # x\n  wash: 2\n# end\nname: a\n"),
        ("values:\n  sun: 1", "values:\n  sun: 1\n  wash: 2\n"),
        ("values:\n    sun: 1\n", "values:\n    sun: 1\n    wash: 2\n"),
        ("#  wash: 3\nvalues:\n", "#  wash: 3\nvalues:\n  wash: 2\n"),
    ],
)
def test_a_number_stands_below_values(before: str, after: str) -> None:
    assert write_value(before, "wash", "2") == after


def test_a_number_that_is_taken_out_is_a_remark_that_can_be_set_again() -> None:
    text = "values:\n  sun: 1\n  wash: 2  # who\nname: a\n"
    without = unset_value(text, "wash")
    assert without == "values:\n  sun: 1\n#  wash: 2  # who\nname: a\n"
    assert write_value(without, "wash", "3") == "values:\n  sun: 1\n  wash: 3\nname: a\n"


def test_what_is_not_there_is_not_taken_out() -> None:
    assert unset_value(FORM, "sun-after") == FORM
    assert unset_detail("name: a\n", "phone") == "name: a\n"


def explanations(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.match("# {1}\\S|# {4}", line)]


KEYS = st.sampled_from(["name", "phone", "hours", "address"])
TEXTS = st.text("aя'\":#-[]{}%\\ ,.", max_size=20)
NUMBERS = st.sampled_from(["age-limit", "sun-after/sunscreen", "first-wash"])


ANSWERS = st.lists(st.tuples(KEYS, TEXTS) | st.tuples(NUMBERS, st.integers(0, 99)), max_size=8)


@settings(max_examples=30)
@given(ANSWERS, st.sampled_from([FORM, ""]))
def test_the_file_says_what_was_answered_last(answers: list[tuple[str, str | int]], text: str) -> None:
    remarks = explanations(text)
    for key, answer in answers:
        written = json.dumps(answer, ensure_ascii=False)
        text = write_detail(text, key, written) if isinstance(answer, str) else write_value(text, key, written)
    said = yaml.load(text, Loader=yaml.CSafeLoader) or {}  # the other loader takes most of the test's time
    last = dict(answers)
    assert {key: said.get(key) for key in last if isinstance(last[key], str)} == {
        key: answer for key, answer in last.items() if isinstance(answer, str)
    }
    numbers = {key: answer for key, answer in last.items() if not isinstance(answer, str)}
    assert (said.get("values") or {}) == numbers
    assert explanations(text) == remarks
