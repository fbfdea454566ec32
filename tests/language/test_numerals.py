"""Numbers in digits: separators, groups and digits of many languages."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.language.numerals import Numerals, format_roman

PERSIAN, HINDI = "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"
OTHER = {"other": ""}
WRITTEN = {
    "English": Numerals(".", ",", OTHER, 2),
    "English, always parted": Numerals(".", ",", OTHER, 1),
    "Russian": Numerals(",", " ", OTHER, 2),
    "German": Numerals(",", ".", OTHER),
    "Swiss": Numerals(".", "’", OTHER),
    "Indian": Numerals(".", ",", OTHER, 1, (3, 2)),
    "Hindi": Numerals(".", ",", OTHER, 1, (3, 2), HINDI),
    "Persian": Numerals("٫", "٬", OTHER, 1, (3, 3), PERSIAN),
}
NUMBERS = ("999", "2940", "10600", "100000", "1234567", "12345678.5", "1/7")
FORMATTED = {
    "English": ("999", "2940", "10,600", "100,000", "1,234,567", "12,345,678.5", "1/7"),
    "English, always parted": ("999", "2,940", "10,600", "100,000", "1,234,567", "12,345,678.5", "1/7"),
    "Russian": ("999", "2940", "10 600", "100 000", "1 234 567", "12 345 678,5", "1/7"),
    "German": ("999", "2.940", "10.600", "100.000", "1.234.567", "12.345.678,5", "1/7"),
    "Swiss": ("999", "2’940", "10’600", "100’000", "1’234’567", "12’345’678.5", "1/7"),
    "Indian": ("999", "2,940", "10,600", "1,00,000", "12,34,567", "1,23,45,678.5", "1/7"),
    "Hindi": ("९९९", "२,९४०", "१०,६००", "१,००,०००", "१२,३४,५६७", "१,२३,४५,६७८.५", "१/७"),
    "Persian": ("۹۹۹", "۲٬۹۴۰", "۱۰٬۶۰۰", "۱۰۰٬۰۰۰", "۱٬۲۳۴٬۵۶۷", "۱۲٬۳۴۵٬۶۷۸٫۵", "۱/۷"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_numbers_are_written_as_each_language_does(name: str) -> None:
    written = tuple(WRITTEN[name].format(Fraction(number)).replace("\N{NO-BREAK SPACE}", " ") for number in NUMBERS)
    assert written == FORMATTED[name]


def test_a_space_between_groups_does_not_break_the_line() -> None:
    assert WRITTEN["Russian"].format(Fraction(10600)) == "10\N{NO-BREAK SPACE}600"


@given(st.sampled_from(list(WRITTEN)), st.integers(0, 10**12), st.integers(0, 3))
def test_what_is_written_is_read_again(name: str, digits: int, places: int) -> None:
    number = Fraction(digits, 10**places)
    written = WRITTEN[name].format(number).replace("\N{NO-BREAK SPACE}", " ")
    assert WRITTEN[name].parse(written) == number


@pytest.mark.parametrize(
    ("name", "written", "number"),
    [
        ("English", "1,234", "1234"),  # also where it is not written so
        ("English", "1,5", None),
        ("English", "12,34,567", None),
        ("English", "2½", "5/2"),
        ("English", "½", "1/2"),
        ("English", "۳", None),
        ("German", "1.5", None),
        ("German", "1,5", "3/2"),
        ("Swiss", "10'600", "10600"),
        ("Indian", "12,34,567", "1234567"),
        ("Indian", "1,234,567", None),
        ("Hindi", "३", "3"),
        ("Hindi", "3", "3"),
        ("Hindi", "۳", None),
        ("Persian", "10٬600٫5", "21201/2"),
        ("Persian", "۱0", "10"),
        ("Persian", "۱۰,۶۰۰", None),
        ("Persian", "٣", None),  # the same number in Arabic
    ],
)
def test_a_number_is_read_or_is_none(name: str, written: str, number: str | None) -> None:
    assert WRITTEN[name].parse(written) == (None if number is None else Fraction(number))


@pytest.mark.parametrize(("number", "written"), [("4", "IV"), ("1/2", "1/2"), ("0", "0"), ("-3", "-3")])
def test_only_whole_numbers_above_nothing_are_roman(number: str, written: str) -> None:
    assert format_roman(Fraction(number)) == written
