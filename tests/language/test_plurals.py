"""Plural rules of the Unicode CLDR, with the samples that it gives for each category."""

from __future__ import annotations

import pytest

from handbook.language.plurals import is_rule, plural_category

MILLIONS = "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"
RULES = {
    "fr": {"one": "i = 0,1", "many": MILLIONS, "other": ""},
    "pt": {"one": "i = 0..1", "many": MILLIONS, "other": ""},
    "ar": {
        "zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n % 100 = 3..10", "many": "n % 100 = 11..99",
        "other": "",
    },
    "lt": {
        "one": "n % 10 = 1 and n % 100 != 11..19", "few": "n % 10 = 2..9 and n % 100 != 11..19", "many": "f != 0",
        "other": "",
    },
    "sl": {
        "one": "v = 0 and i % 100 = 1", "two": "v = 0 and i % 100 = 2", "few": "v = 0 and i % 100 = 3..4 or v != 0",
        "other": "",
    },
    "cy": {"zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n = 3", "many": "n = 6", "other": ""},
    "da": {"one": "n = 1 or t != 0 and i = 0,1", "other": ""},
    "is": {
        "one": "t = 0 and i % 10 = 1 and i % 100 != 11 or t % 10 = 1 and t % 100 != 11",
        "other": "",
    },
    "lv": {
        "zero": "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
        "one": "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
        "other": "",
    },
    "es": {"one": "n = 1", "many": MILLIONS.replace("e", "c"), "other": ""},
}  # fmt: skip
SAMPLES = {
    "fr": {
        "one": "0 1 0.0 0.5 1.5",
        "many": "1000000 2000000 1c6 6c6 1.0000001c6 1.1c6",
        "other": "2 17 100 1000 100000 1c3 6c3 2.0 3.5 1000000.0 1.0001c3 1.1c3",
    },
    "pt": {"one": "0 1 0.0 1.5", "many": "1000000 1c6 1.1c6", "other": "2 17 1000 1c3 2.0 3.5 1.1c3"},
    "ar": {
        "zero": "0 0.0 0.00",
        "one": "1 1.0",
        "two": "2 2.0",
        "few": "3 10 103 110 1003 3.0 10.0",
        "many": "11 26 99 111 1011 11.0",
        "other": "100 102 200 1000 0.1 1.7 10.1 100.0",
    },
    "lt": {
        "one": "1 21 31 101 1.0 21.0",
        "few": "2 9 22 29 102 2.0 9.0 22.0",
        "many": "0.1 0.9 1.1 1.7 10.1 100.1",
        "other": "0 10 20 30 100 0.0 10.0 11.0",
    },
    "sl": {"one": "1 101 201", "two": "2 102", "few": "3 4 103 0.0 1.5 10.0", "other": "0 5 19 100 1000"},
    "cy": {"zero": "0 0.0", "one": "1 1.0", "two": "2 2.0", "few": "3 3.0", "many": "6 6.0", "other": "4 5 7 20 0.1"},
    "da": {"one": "1 0.1 1.6 1.10", "other": "0 2 16 0.0 1.00002c5 2.0 3.4 10.0"},
    "is": {"one": "1 21 31 1.0 1.1 10.1 0.10", "other": "0 2 16 100 0.0 0.2 1.8 0.11"},
    "lv": {"zero": "0 10 20 30 11.0 0.11 0.19", "one": "1 21 0.1 1.0 10.1 0.21", "other": "2 9 22 0.2 1.2 0.12e1"},
    "es": {"one": "1 1.0", "many": "1000000 1e6 1.1c6", "other": "0 2 16 1e3 0.1 1.5 1.1c3"},
}


@pytest.mark.parametrize("code", RULES)
def test_the_samples_have_their_category(code: str) -> None:
    found = {number: plural_category(number, RULES[code]) for row in SAMPLES[code].values() for number in row.split()}
    assert found == {number: category for category, row in SAMPLES[code].items() for number in row.split()}


@pytest.mark.parametrize(
    ("number", "values"),
    [
        ("1", {"n": 1, "i": 1, "v": 0, "w": 0, "f": 0, "t": 0, "c": 0, "e": 0}),
        ("1.0", {"n": 1, "i": 1, "v": 1, "w": 0, "f": 0, "t": 0, "c": 0, "e": 0}),
        ("1.30", {"i": 1, "v": 2, "w": 1, "f": 30, "t": 3, "c": 0, "e": 0}),
        ("1.03", {"i": 1, "v": 2, "w": 2, "f": 3, "t": 3, "c": 0, "e": 0}),
        ("1.230", {"i": 1, "v": 3, "w": 2, "f": 230, "t": 23, "c": 0, "e": 0}),
        ("1200000", {"n": 1200000, "i": 1200000, "v": 0, "w": 0, "f": 0, "t": 0, "c": 0, "e": 0}),
        ("1.2c6", {"n": 1200000, "i": 1200000, "v": 0, "w": 0, "f": 0, "t": 0, "c": 6, "e": 6}),
        ("123c5", {"n": 12300000, "i": 12300000, "v": 0, "w": 0, "f": 0, "t": 0, "c": 5, "e": 5}),
        ("1.2345e3", {"i": 1234, "v": 1, "w": 1, "f": 5, "t": 5, "c": 3, "e": 3}),
    ],
)
def test_a_letter_means_what_the_cldr_says(number: str, values: dict[str, int]) -> None:
    rules = [f"{letter} = {value}" for letter, value in values.items()]
    assert [rule for rule in rules if plural_category(number, {"yes": rule, "no": ""}) == "no"] == []
    assert [
        rule for rule in rules if plural_category(number, {"yes": rule.replace("=", "!="), "no": ""}) == "yes"
    ] == []


@pytest.mark.parametrize("rule", ["", *(rule for rules in RULES.values() for rule in rules.values())])
def test_every_rule_can_be_followed(rule: str) -> None:
    assert is_rule(rule)


@pytest.mark.parametrize("rule", ["n", "x = 1", "n is 1", "n = 1 and", "n = one", "n = 1..", "n % = 1"])
def test_what_is_no_rule(rule: str) -> None:
    assert not is_rule(rule)


@pytest.mark.parametrize(
    "rule", ["i % 0 = 1", "i % 00 = 1", "x = 1", "n = 5..2", "n = " + "9" * 10, "i % " + "1" * 5000 + " = 1", "n = ١"]
)
def test_a_rule_that_cannot_be_followed_is_none(rule: str) -> None:
    assert not is_rule(rule)
