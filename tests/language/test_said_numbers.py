"""Two texts say the same numbers, in words or digits, with any of the units that convert; or one of them does not."""

from __future__ import annotations

import pytest

from handbook.language.said_numbers import compared_numbers, outline, said_numbers, surplus
from project import real_handbook


def words(one: tuple[str, str], other: tuple[str, str]) -> list[str]:
    """Return the words of one text whose numbers another does not say; each text comes with its language."""
    (code, text), (code_2, text_2) = one, other
    handbook = real_handbook()
    mine, theirs = (compared_numbers(said, handbook.language(name)) for name, said in ((code, text), (code_2, text_2)))
    return [text[said.start : said.end] for said in surplus(mine, theirs)]


@pytest.mark.parametrize(
    ("english", "code", "translated"),
    [
        ("24 hours", "ms", "1 hari"),
        ("twice a day", "ms", "2 kali sehari"),
        ("half of 60 people", "ru", "1/2 из шестидесяти человек"),
        ("a day or two", "ru", "день-другой, один-два дня"),
        ("both of them, one of us", "ms", "kedua-duanya"),
        ("two of them", "ru", "обе"),
        ("in 2019, sixteen cases", "ru", "в 2019 году 16 случаев"),
        ("one in seven people", "ru", "у одного из семи человек"),
        ("thousands of dots", "ru", "тысячи точек"),
        ("CO2, COVID-19, 03-5550 1234", "ms", "CO2"),
    ],
)
def test_the_same_numbers_may_be_said_otherwise(english: str, code: str, translated: str) -> None:
    assert words(("en", english), (code, translated)) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("en", "57 did not"), ("ms", "75 tidak"), ["57"]),
        (("en", "24 hours"), ("ru", "24 дня"), ["24 hours"]),
        (("en", "sixteen people in 2019"), ("ru", "16 человек в 2018 году"), ["2019"]),
        (("ms", "dua cara dan tiga langkah"), ("en", "two ways"), ["tiga"]),
        (("en", "7 and 7"), ("ms", "7"), ["7"]),
    ],
)
def test_a_number_that_is_another_or_missing_is_found(
    one: tuple[str, str], other: tuple[str, str], expected: list[str]
) -> None:
    assert words(one, other) == expected


def test_a_sketch_is_the_same_for_the_same_numbers_and_none_where_it_is_not_sure() -> None:
    handbook = real_handbook()
    english, malay = handbook.source, handbook.language("ms")
    assert outline("3 to 7 days in 40 people", english) == outline("3 hingga 7 hari pada 40 orang", malay)
    assert outline("3 to 7 days", english) != outline("3 hingga 7 minggu", malay)
    assert outline("twice", english) is None
    assert outline("no number at all", english) == []


def test_what_is_no_number_of_the_language_has_no_value() -> None:
    (said,) = said_numbers("0.5 штуки", real_handbook().language("ru"))
    assert said.ends == ()
