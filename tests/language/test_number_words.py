"""Every number from 0 to 9,999 in words is read as itself, spelled by generators that know nothing of our files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from num2words2 import num2words

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import open_yaml
from handbook.language.languages import Language, read_language
from handbook.language.quantity_parser import find_quantities
from handbook.language.unit_reader import read_units
from language.spoken import load, told
from project import ROOT

Spelling = Callable[[int], Iterator[tuple[str, str]]]
"""Gives phrases for a number, each with what it is: a *duration* or a *point*."""

SECOND = ROOT / "tests" / "second" / "docs" / "data"
MALAY = "sifar satu dua tiga empat lima enam tujuh lapan sembilan".split()
RUSSIAN_CASES = {
    "nominative": ("день", "дня", "дней"), "genitive": ("дня", "дней", "дней"), "dative": ("дню", "дням", "дням"),
    "instrumental": ("днём", "днями", "днями"), "prepositional": ("дне", "днях", "днях"),
}  # fmt: skip


def category(number: int) -> int:
    """Return which of three plural forms a Russian number asks for."""
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


def english(number: int) -> Iterator[tuple[str, str]]:
    words = num2words(number, lang="en").replace(",", "")
    for spelled in (words, words.replace("-", " "), words.replace(" and ", " "), words.capitalize()):
        yield f"{spelled} {'day' if number == 1 else 'days'}", "duration"
    if number > 1:
        yield f"{words}-day", "duration"
        ordinal = num2words(number, to="ordinal", lang="en").replace(",", "")
        yield f"the {ordinal} day", "point"


def malay(number: int) -> Iterator[tuple[str, str]]:
    words = malay_words(number)
    yield f"{words} hari", "duration"
    if number > 1:
        yield f"hari ke{words}", "point"
        yield f"hari ke-{number}", "point"


def malay_words(number: int) -> str:
    """Spell a number by the rules of the CLDR (common/rbnf/ms.xml)."""
    if number < 10:
        return MALAY[number]
    if number in (10, 11):
        return "sepuluh" if number == 10 else "sebelas"
    if number < 20:
        return f"{MALAY[number - 10]} belas"
    size, name = next((s, n) for s, n in ((1000, "ribu"), (100, "ratus"), (10, "puluh")) if number >= s)
    head, rest = divmod(number, size)
    start = f"se{name}" if head == 1 else f"{malay_words(head)} {name}"
    return f"{start} {malay_words(rest)}" if rest else start


def russian(number: int) -> Iterator[tuple[str, str]]:
    for case, days in RUSSIAN_CASES.items():
        for extra in ({}, {"plural": True}) if number == 1 else ({},):
            words = num2words(number, lang="ru", case=case, gender="m", **extra)
            yield f"{words} {days[category(number)]}", "duration"
    if number > 1:
        for case, word in (("nominative", "день"), ("genitive", "дня"), ("dative", "дню"), ("prepositional", "дне")):
            yield f"{num2words(number, to='ordinal', lang='ru', case=case, gender='m')} {word}", "point"
        for case, word in (("nominative", "неделя"), ("genitive", "недели"), ("instrumental", "неделей")):
            yield f"{num2words(number, to='ordinal', lang='ru', case=case, gender='f')} {word}", "week"


def spanish(number: int) -> Iterator[tuple[str, str]]:
    words = num2words(number, lang="es")
    yield f"{words} días", "duration"


def persian(number: int) -> Iterator[tuple[str, str]]:
    words = num2words(number, lang="fa")
    yield f"{words} روز", "duration"
    if number > 1 and number % 10 != 1:  # اول is said for یکم
        yield f"روز {words}م".replace("سهم", "سوم").replace("سیم", "سی ام"), "point"


def second(code: str) -> Language:
    """Return a language of the second handbook."""
    problems: list[Problem] = []
    units, value = (open_yaml(SECOND / name, ROOT, problems) for name in ("units.yml", f"languages/{code}.yml"))
    assert units is not None
    return read_language(code, value, {}, read_units(units, problems), problems)


SPELLINGS: dict[str, tuple[Spelling, Language]] = {
    "en": (english, load("en")),
    "ms": (malay, load("ms")),
    "ru": (russian, load("ru")),
    "es": (spanish, second("es")),
    "fa": (persian, second("fa")),
}
SAMPLE = [*range(130), *range(195, 1100, 37), *range(1100, 10_000, 391)]


def wrong(code: str, number: int) -> list[str]:
    """Return each spelling of a number that is read as another, with what it is read as."""
    spelling, language = SPELLINGS[code]
    found = []
    for phrase, kind in spelling(number):
        unit, kind = ("week", "point") if kind == "week" else ("day", kind)
        expected = f"{kind} {number}..{number} {unit}"
        read = [told(one.quantity) for one in find_quantities(phrase, language)]
        found += [f"{phrase}: {read}"] if read != [expected] else []
    return found


@pytest.mark.parametrize("code", SPELLINGS)
def test_a_number_in_words_is_read_as_itself(code: str) -> None:
    assert [fault for number in SAMPLE for fault in wrong(code, number)] == []


@pytest.mark.rest
@pytest.mark.parametrize("code", SPELLINGS)
def test_every_number_in_words_is_read_as_itself(code: str) -> None:
    assert [fault for number in range(10_000) for fault in wrong(code, number)] == []
