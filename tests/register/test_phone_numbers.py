"""Telephone numbers as people write them, and what is none."""

from __future__ import annotations

import pytest

from handbook.register.phone_numbers import dialled, holds_number, is_number, is_usual, split_numbers

HERE = ("MY", "RU")


@pytest.mark.parametrize(
    "text",
    [
        "03-5550 1234", "+60 3-5550 1234", "+60355501234", "(03) 5550 1234", "019-555 1234", "1300 88 2525", "15999",
        "8 (495) 123-45-67", "+7 495 123-45-67", "+1 202 555 0143", "00 60 3 5550 1234", "03-5550 1234 ext. 12",
        "٠٣-٥٥٥٠ ١٢٣٤",
    ],
)  # fmt: skip
def test_a_number(text: str) -> None:
    assert (is_number(text, HERE), is_usual(text, HERE)) == (True, True)


@pytest.mark.parametrize("text", ["03-5550 123", "03-0000 0000", "+60 3-5550 123"])
def test_a_number_with_a_digit_wrong(text: str) -> None:
    assert (is_number(text, HERE), is_usual(text, HERE)) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "", "?", "…", "call us", "to follow", "999", "112", "12", "+", "0800-555-CALL", "Reception 03-5550 1234",
        "03-5550 1234 reception", "123456789012345678", "03-5550 1234 019-555 1234", "https://clinic.example",
        "javascript:0355501234", "9" * 5000,
    ],
)  # fmt: skip
def test_no_number(text: str) -> None:
    assert not is_number(text, HERE)


def test_a_number_without_a_country_code_needs_a_country() -> None:
    assert (is_number("03-5550 1234", ()), is_number("+60 3-5550 1234", ())) == (False, True)


def test_two_numbers() -> None:
    assert split_numbers("03-5550 1234 / 019-555 1234, +1 202 555 0143") == [
        "03-5550 1234", "019-555 1234", "+1 202 555 0143"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("03-5550 1234", "MY", "+60355501234"),
        ("03-5550 1234", "", "0355501234"),
        ("+60 3-5550 1234", "", "+60355501234"),
        ("999", "MY", "999"),
        ("15999", "MY", "15999"),
    ],
)
def test_what_a_telephone_dials(text: str, country: str, expected: str) -> None:
    assert dialled(text, country) == expected


def test_a_number_among_words() -> None:
    assert holds_number("WhatsApp 019-555 1234", HERE)
    assert holds_number("WhatsApp +60 19-555 1234", ())
    assert not holds_number("WhatsApp", HERE)
