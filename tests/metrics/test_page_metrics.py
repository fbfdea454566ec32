"""How hard a text is to read: sentences, syllables and formulas, and the table that people see."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.cli import main
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import compose
from handbook.language.languages import read_language
from handbook.metrics.page_metrics import measure
from handbook.metrics.scorecard import scorecard
from language import spoken
from project import load, make

SYLLABLES = {
    "en": {
        1: "the be she one make whole while scale lines times healed used blurred cleaned eye tongue throat ice join",
        2: "table little wrinkles muscles faces patches washes changes needed treated careful something someone being "
        "doing saying laser swelling fluid quiet people question doesn't herpes millions",
        3: "completely area idea medicine infection usual gradual period reaction collagen melasma eczema",
        4: "bacteria diabetes emergency psoriasis radiation pigmentation",
        5: "antibiotic",
        6: "isotretinoin",
    },
    "ms": {1: "dan", 2: "kulit luka pulau air daun", 3: "rawatan kelopak", 4: "luka-luka mengelupas kemerahan"},
    "ru": {1: "в день врач", 2: "кожа её", 3: "корочка лазера Мажьте-ка", 4: "краснотами", 5: "заживление"},
}


@pytest.mark.parametrize("code", SYLLABLES)
def test_syllables_are_counted_as_each_language_speaks(code: str) -> None:
    difficulty = spoken.load(code).difficulty
    counted = {word: difficulty.syllables(word) for words in SYLLABLES[code].values() for word in words.split()}
    assert counted == {word: count for count, words in SYLLABLES[code].items() for word in words.split()}


@pytest.mark.parametrize(
    ("code", "name", "value"),
    [
        ("en", "Flesch-Kincaid", 0.39 * 5 + 11.8 * 1.6 - 15.59),
        ("en", "reading ease", 206.835 - 1.015 * 5 - 84.6 * 1.6),
        ("en", "SMOG", 1.043 * (30 * 2 / 2) ** 0.5 + 3.1291),
        ("ms", "Khadijah Rohani", 0.3793 * 5 + 0.0207 * 300 * 1.6 - 13.988),
        ("ru", "Oborneva", 206.835 - 1.3 * 5 - 60.1 * 1.6),
    ],
)
def test_formulas_are_those_that_were_published(code: str, name: str, value: float) -> None:
    difficulty = spoken.load(code).difficulty
    measure = next(m for m in (difficulty.level, *difficulty.also) if m is not None and m.name == name)
    assert measure.value(2, [1, 1, 1, 1, 2, 1, 1, 1, 4, 3]) == pytest.approx(value, abs=0.001)


def test_words_of_any_script_are_counted_whole(tmp_path: Path) -> None:
    text = "# می‌شود नहीं co-operate 10,600 SPF30"
    handbook, _ = load(make(tmp_path, {"docs/en/index.md": text}))
    assert handbook is not None
    assert next(measure(handbook)).words == 5


def test_a_language_without_formula_and_a_broken_pattern_are_told() -> None:
    problems: list[Problem] = []
    value = compose("readability: {syllable: '[a', level: {name: X, at-most: 1, at-least: 2}}", "xx.yml", problems)
    found = read_language("xx", value, {}, spoken.UNITS, problems)
    assert [p.message for p in problems if "regular" in p.message or "one limit" in p.message] == [
        "syllable is no regular expression: unterminated character set at position 0",
        "a measure has one limit: either at-most or at-least",
    ]
    assert found.difficulty.syllables("aaa") == 1


@pytest.mark.parametrize("pattern", ["(a+)+$", "(?:a|a)*", "(a){2,}", "a" * 401])
def test_a_pattern_that_could_take_for_ever_is_told(pattern: str) -> None:
    problems: list[Problem] = []
    value = compose(f"readability: {{syllable: '{pattern}'}}", "xx.yml", problems)
    found = read_language("xx", value, {}, spoken.UNITS, problems)
    message = "syllable repeats a group, or is longer than 400 characters, and could take for ever"
    assert message in [problem.message for problem in problems]
    assert found.difficulty.syllables("a" * 5000 + "b") == 1


def test_the_table_shows_every_page_and_which_ceiling_can_be_lowered(tmp_path: Path) -> None:
    ceilings = """
limits: {words: 12, sentence: 4, warning: 4}
ceilings:
  en:
    index.md: {words: 20, sentence: 9}
    recovery/day-by-day.md: {words: 40, level: 9}
"""
    handbook, problems = load(make(tmp_path, {"docs/data/readability.yml": ceilings}))
    assert handbook is not None
    assert problems == []
    assert scorecard(handbook) == TABLE


def test_check_shows_the_table_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--readability", "--root", str(make(tmp_path))]) == 0
    told = capsys.readouterr().out
    assert told.startswith("English ")
    assert told.endswith("* over the limit for all pages\n\nNo problems.\n")


TABLE = """\
English                  words  sentences    mean  longest  in warnings  Flesch-Kincaid  reading ease    SMOG
                          (12)                         (4)          (4)             (7)
all, each passage once      34
index.md                     7          1     4.0        4            0               –             –       –
recovery/day-by-day.md     27*          2     6.0       7*           5*               –             –       –

Bahasa Melayu            words  sentences    mean  longest  in warnings  Khadijah Rohani
                          (12)                         (4)          (4)              (6)
all, each passage once      28
index.md                     7          1     4.0        4            0                –
recovery/day-by-day.md     21*          2     5.0       5*           5*                –

Русский                  words  sentences    mean  longest  in warnings  Oborneva
                          (12)                         (4)          (4)      (50)
all, each passage once      25
index.md                     6          1     3.0        3            0         –
recovery/day-by-day.md     19*          2     4.0        4            4         –

* over the limit for all pages
docs/data/readability.yml: en/index.md: words can be taken out
docs/data/readability.yml: en/index.md: sentence can be taken out
docs/data/readability.yml: en/recovery/day-by-day.md: words can be changed from 40 to 27
docs/data/readability.yml: en/recovery/day-by-day.md: level can be taken out
"""
