"""Which marks are printed where a keyboard has straight ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from handbook.language.printed_marks import (
    quotations_in,
    with_apostrophes,
    with_marks,
    with_straight,
    wrong_apostrophes,
)
from project import real_handbook

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


def test_thousands_of_marks_are_read_soon() -> None:
    assert len(quotations_in('"' * 10_000)) == 1
    assert len(quotations_in('"no" ' * 10_000)) == 10_000


def test_a_language_without_marks_changes_nothing() -> None:
    assert with_marks('Say "no".', ()) == 'Say "no".'


def test_only_between_letters_an_apostrophe_is_one() -> None:
    text = "don't, l`eau, 5' or 5'10, 'no'"
    assert with_apostrophes(text, "’") == "don’t, l’eau, 5' or 5'10, 'no'"
    assert [text[start:end] for start, end in wrong_apostrophes(text, "’")] == ["don't", "l`eau"]
    assert list(wrong_apostrophes("don’t rock’n’roll", "’")) == []


def test_with_straight_marks_a_text_is_the_same_whichever_it_has() -> None:
    assert with_straight("“Don’t ‘go’” «нет»") == "\"Don't 'go'\" \"нет\""


@pytest.mark.parametrize("code", ["en", "ms", "ru"])
def test_what_readers_are_told_from_data_has_the_marks_of_print(code: str) -> None:
    handbook = real_handbook()
    language, register = handbook.language(code), handbook.register
    sections = ("print", "site", "common", "editions", "pictures")
    texts = [word for section in sections for word in words(language.section(section))]
    texts += [item.says[code] for fact in register.facts.values() for item in fact.evidence if code in item.says]
    texts += [concept.definition.text for concept in handbook.glossary[code].concepts.values()]
    assert [text for text in texts if '"' in text] == []
    assert [text for text in texts if list(wrong_apostrophes(text, language.apostrophe))] == []


def words(section: Mapping[str, Any]) -> Iterator[str]:
    """Yield every word of a part of a language's file."""
    for word in section.values():
        yield from words(word) if isinstance(word, Mapping) else (str(word),)
