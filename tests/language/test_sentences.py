"""Where sentences end."""

from __future__ import annotations

import pytest

from handbook.language.sentences import split

ABBREVIATIONS = frozenset({"dr.", "т."})


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Wash it. Pat it dry.", ["Wash it.", " Pat it dry."]),
        ("درد دارید؟ زنگ بزنید۔", ["درد دارید؟", " زنگ بزنید۔"]),
        ("“Wait!” she said. Then go", ["“Wait!” she said.", " Then go"]),
        ("At 5 p.m. you may wash. Or later?", ["At 5 p.m. you may wash.", " Or later?"]),
        ("Намажьте… и ждите. Всё", ["Намажьте… и ждите.", " Всё"]),
        ("Ask (Dr. Tan) first. Dr. Lee asks.", ["Ask (Dr. Tan) first.", " Dr. Lee asks."]),
        ("Т. Петров знает. Всё", ["Т. Петров знает.", " Всё"]),
        ("Ask the Dr.", ["Ask the Dr."]),
        ("SPF 30.5 is enough", ["SPF 30.5 is enough"]),
        ("", []),
    ],
)
def test_a_sentence_ends_with_its_sign_unless_it_goes_on(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text, ABBREVIATIONS)] == sentences
