"""The questions stand in each language of the handbook, and a mistake in their file is told at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.interviewing.questions import items_of
from handbook.project import Project
from handbook.register.clinic_questions import value_questions
from handbook.register.interview import load_interview
from project import ROOT, make, real_handbook

CODES = [file.stem for file in sorted((ROOT / "docs/data/interview").glob("*.yml"))]
WORDS = (ROOT / "docs/data/interview/en.yml").read_text(encoding="utf-8")


def test_every_language_is_asked() -> None:
    assert sorted(real_handbook().project.codes) == CODES


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_left_in_another_language(code: str) -> None:
    handbook, problems = real_handbook(), []
    words = load_interview(handbook.project, code, problems)
    assert words is not None
    assert problems == []
    if code == handbook.source.code:
        assert words.decisions == {}
        return
    said = {question.key: question for question in value_questions(handbook, handbook.source)}
    details = {decision.id for decision in handbook.decisions.values() if decision.detail}
    decided = {address.partition("/")[0] for address in said} | details
    assert {address.partition("/")[0] for address in words.decisions} <= decided
    for item in items_of(handbook, handbook.language(code), words):
        original = said.get(item.question.key)
        if original:
            texts = {name: getattr(original, name) for name in ("text", "who", "reason", "note")}
            assert [text for name, text in texts.items() if text and getattr(item.question, name) == text] == []


def test_numbers_of_the_original_stand_in_each_language() -> None:
    handbook = real_handbook()
    for code in CODES:
        words = load_interview(handbook.project, code, [])
        assert words is not None
        for address, said in words.decisions.items():
            decision = handbook.decisions[address.partition("/")[0]]
            for name in ("reason", "note"):
                numbers = sorted(re.findall(r"\d+", said.get(name, "")))
                original = sorted(re.findall(r"\d+", getattr(decision, name)))
                assert (address, numbers) == (address, original if numbers else [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  missing: ", "  mising: ", "the key mising is not known here"),
        ("{count} characters", "{cuont} characters", "{cuont} is not filled in here"),
        ("stop: [stop, quit, exit]", "stop: []", "stop needs a word to type"),
        ("commands:\n", "comands:\n", "the key comands is not known here"),
        ("saved in {file}", "saved in {0.file}", "{0.file} is no gap for the program to fill"),
    ],
)
def test_a_mistake_in_the_words_is_told_at_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert WORDS.count(old) == 1
    root = make(tmp_path, {"docs/data/interview/en.yml": WORDS.replace(old, new)})
    project, problems = Project.read(root)
    assert project is not None
    load_interview(project, "en", problems)
    line = WORDS[: WORDS.index(old)].count("\n") + 1
    assert (problems[0].location.line, problems[0].message) == (line, expected)
