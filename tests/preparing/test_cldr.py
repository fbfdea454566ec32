"""What the CLDR knows is written as the handbook's own reader of languages reads it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from babel.localedata import locale_identifiers

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import compose
from handbook.language.languages import read_language
from handbook.language.quantity_parser import find_quantities
from handbook.preparing.cldr import find_locale, grammar_of, unit_of
from handbook.preparing.language_file import language_text
from handbook.settings import LANGUAGE_CODE
from project import ROOT, real_handbook

SOURCE = yaml.load((ROOT / "docs/data/languages/en.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
CODES = sorted(code for code in locale_identifiers() if LANGUAGE_CODE.fullmatch(code))
SAMPLE = ("ar", "bn", "cs", "cy", "de", "fa", "fr", "he", "hi", "ja", "my", "pl", "ta", "th", "ur", "vi", "zh")


def prepared(code: str) -> tuple[Any, list[Problem]]:
    """Return a language as it is read from its prepared file, and what is wrong with it."""
    locale = find_locale(code)
    assert locale is not None
    problems: list[Problem] = []
    value = compose(language_text(SOURCE, locale, "en", "", ""), f"docs/data/languages/{code}.yml", problems)
    return read_language(code, value, {}, real_handbook().units, problems), problems


@pytest.fixture
def codes(request: pytest.FixtureRequest) -> list[str]:
    return CODES if request.config.getoption("--all") else list(SAMPLE)


def test_every_prepared_language_is_read_without_a_problem(codes: list[str]) -> None:
    wrong = {code: [problem.message for problem in found] for code in codes if (found := prepared(code)[1])}
    assert wrong == {}


def test_tamil_has_its_own_grouping_months_and_units() -> None:
    language, _ = prepared("ta")
    assert language.name == "தமிழ்"
    assert (language.numbers.sizes, language.numbers.digits) == ((3, 2), "0123456789")
    assert language.months[0] == "ஜனவரி"
    assert language.units["day"].forms == {"nominative": ("நாள்", "நாட்கள்")}
    assert [found.quantity.unit.id for found in find_quantities("3 நாட்கள்", language)] == ["day"]


def test_arabic_runs_from_the_right_and_has_six_plurals() -> None:
    language, _ = prepared("ar")
    assert language.direction == "rtl"
    assert list(language.numbers.categories) == ["zero", "one", "two", "few", "many", "other"]
    assert language.units["day"].forms["nominative"] == ("يوم", "يوم", "يومان", "أيام", "يومًا", "يوم")


@pytest.mark.parametrize(
    ("code", "words"), [("fr", ["jour", "jours", "jours"]), ("cs", ["den", "dny", "dne", "dnů"])]
)
def test_millions_and_decimals_have_their_own_word(code: str, words: list[str]) -> None:
    locale = find_locale(code)
    assert locale is not None
    unit = unit_of(locale, "day")
    assert unit is not None
    assert unit[0] == words


def test_chinese_writes_months_as_numbers_and_units_without_a_space() -> None:
    language, _ = prepared("zh")
    assert (language.date_words, language.months[10]) == ("{year}年{month}月{day}日", "11")
    assert language.units["day"].join == ""
    assert language.units["day"].forms == {"nominative": ("天",)}


@pytest.mark.parametrize(
    ("code", "date"),
    [
        ("pt-BR", "{day} de {month} de {year}"),
        ("ru", "{day} {month} {year} г."),
        ("hu", "{year}. {month} {day}."),
        ("ko", "{year}년 {month} {day}일"),
    ],
)
def test_a_date_keeps_the_order_and_the_words_of_its_language(code: str, date: str) -> None:
    locale = find_locale(code)
    assert locale is not None
    assert grammar_of(locale)["date"] == date


def test_bengali_has_its_own_digits() -> None:
    assert prepared("bn")[0].numbers.digits == "০১২৩৪৫৬৭৮৯"


def test_no_signs_that_are_not_seen_are_taken_over() -> None:
    locale = find_locale("ar")
    assert locale is not None
    assert re.search("[\u061c\u200e\u200f]", str(grammar_of(locale)) + str(unit_of(locale, "percent"))) is None


def test_what_the_cldr_does_not_know_is_none() -> None:
    locale = find_locale("ta")
    assert locale is not None
    assert find_locale("xx") is None
    assert unit_of(locale, "session") is None
