"""Words and phrases are found in every form, and no others."""

from __future__ import annotations

import pytest

from handbook.language.alphabet import place_in_order
from handbook.language.languages import Language
from handbook.language.vocabulary import Vocabulary
from project import SECOND, load, real_handbook


def language(code: str) -> Language:
    return real_handbook().language(code)


@pytest.mark.parametrize(
    ("code", "phrases", "text", "expected"),
    [
        ("en", ["crust"], "Crusts crusty CRUST’S rust encrusted", ["Crusts", "CRUST"]),
        ("en", ["dark mark", "mark"], "Dark marks. A dark, marked mark", ["Dark marks", "marked", "mark"]),
        ("en", ["ice pick"], "ice-pick ice\npicks ice. Pick", ["ice-pick", "ice\npicks"]),
        ("en", ["=settings"], "settings setting set", ["settings"]),
        ("en", ["CO2 laser"], "a CO2 laser, CO laser", ["CO2 laser"]),
        ("en", [], "nothing", []),
        ("ms", ["krim matahari"], "krim mataharinya krim. matahari", ["krim mataharinya"]),
        ("ms", ["kanak"], "kanak-kanak", ["kanak", "kanak"]),
        ("ms", ["=setelan"], "menelan setelan", ["setelan"]),
        ("ru", ["солнцезащитный крем"], "о солнцезащитном крЕме, кремы", ["солнцезащитном крЕме"]),
        ("ru", ["отёк"], "отеки отёком оттек", ["отеки", "отёком"]),
        ("ru", ["рубец"], "рубец рубцы рубка", ["рубец", "рубцы"]),
    ],
)
def test_words_are_found_in_every_form(code: str, phrases: list[str], text: str, expected: list[str]) -> None:
    vocabulary = Vocabulary([(phrase, phrase) for phrase in phrases], language(code))
    found = list(vocabulary.find(text))
    assert [text[start:end] for start, end, _ in found] == expected
    assert {meant for _, _, meant in found} <= set(phrases)


def test_the_longer_phrase_is_what_is_meant() -> None:
    vocabulary = Vocabulary([("mark", 1), ("dark mark", 2), ("dark mark cream", 3)], language("en"))
    assert [meant for _, _, meant in vocabulary.find("dark marks, dark mark creams, mark")] == [2, 3, 1]


def test_a_language_without_a_stemmer_finds_words_as_they_are_written() -> None:
    handbook, _ = load(SECOND)
    assert handbook is not None
    vocabulary = Vocabulary([("tímpano", 1)], handbook.language("es"))
    assert [span[:2] for span in vocabulary.find("Timpano, tímpanos")] == [(0, 7)]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("es", ["CO2", "nariz", "ñandú", "ojo", "Óleo", "oreja"]),
        ("fa", ["آب", "الکل", "بینی", "پرده", "گوش", "مجرا", "یخ"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet(code: str, words: list[str]) -> None:
    handbook, _ = load(SECOND)
    assert handbook is not None
    its = handbook.language(code)
    assert sorted({*words}, key=lambda word: place_in_order(word, its)) == words


def test_a_language_needs_no_alphabet() -> None:
    words = ["ёж", "жир", "СО2"]
    assert sorted({*words}, key=lambda word: place_in_order(word, language("ru"))) == words
