"""Which marks are printed where a keyboard has straight ones."""

from __future__ import annotations

import pytest

from handbook.language.printed_marks import (
    quotations_in,
    with_apostrophes,
    with_marks,
    with_straight,
    wrong_apostrophes,
)

ENGLISH, RUSSIAN = ("“", "”", "‘", "’"), ("«", "»", "„", "“")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('Say "no".', "Say “no”."),
        ('"No," she said, "later."', "“No,” she said, “later.”"),
        ('("no") – "yes"—"no"', "(“no”) – “yes”—“no”"),
        ('He read: "She said "no"".', "He read: “She said ‘no’”."),
        ('""No" is what she said"', "“‘No’ is what she said”"),
        ("«no» and „no“", "“no” and “no”"),
        ('a screen of 5" here', 'a screen of 5" here'),
        ('once " more', 'once " more'),
    ],
)
def test_a_quotation_has_the_marks_of_its_depth(typed: str, printed: str) -> None:
    assert with_marks(typed, ENGLISH) == printed
    assert with_marks(printed, ENGLISH) == printed


def test_marks_that_are_the_others_way_round_in_another_language_are_told_by_what_stands_around_them() -> None:
    assert with_marks("Скажите: “Нет, "  '"потом""', RUSSIAN) == "Скажите: «Нет, „потом“»"
    assert [quoted.depth for quoted in quotations_in("«Нет, „потом“»")] == [0, 1]


def test_a_language_without_marks_changes_nothing() -> None:
    assert with_marks('Say "no".', ()) == 'Say "no".'


def test_only_between_letters_an_apostrophe_is_one() -> None:
    text = "don't, l`eau, 5' or 5'10, 'no'"
    assert with_apostrophes(text, "’") == "don’t, l’eau, 5' or 5'10, 'no'"
    assert [text[start:end] for start, end in wrong_apostrophes(text, "’")] == ["don't", "l`eau"]
    assert list(wrong_apostrophes("don’t rock’n’roll", "’")) == []


def test_with_straight_marks_a_text_is_the_same_whichever_it_has() -> None:
    assert with_straight("“Don’t ‘go’” «нет»") == "\"Don't 'go'\" \"нет\""
