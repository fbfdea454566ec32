"""Whoever runs a command is answered in the language asked for, else in one that is known, else in the system's."""

from __future__ import annotations

import pytest

from handbook.reporting.reader import asked_in, catalogue_for, locale_code


@pytest.mark.parametrize(
    ("asked", "known", "locale", "answered"),
    [
        ("", "", {}, "en"),
        ("", "", {"LANG": "C.UTF-8"}, "en"),
        ("", "", {"LANG": "ru_RU.UTF-8"}, "ru"),
        ("", "", {"LANG": "de_DE.UTF-8"}, "en"),
        ("", "", {"LANG": "../messages/ru"}, "en"),
        ("", "", {"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "ms_MY"}, "ms"),
        ("", "", {"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ("", "ms", {"LANG": "ru_RU.UTF-8"}, "ms"),
        ("", "en", {"LANG": "ru_RU.UTF-8"}, "ru"),
        ("", "de", {}, "en"),
        ("ms", "ru", {}, "ms"),
        ("ms-BN", "", {}, "ms"),
        ("en", "ms", {"LANG": "ru_RU.UTF-8"}, "en"),
        ("de", "", {"LANG": "ru_RU.UTF-8"}, "ru"),
    ],
)
def test_the_language_of_an_answer(
    asked: str, known: str, locale: dict[str, str], answered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert catalogue_for(asked, known).code == answered


@pytest.mark.parametrize(
    ("locale", "code"),
    [("ms_MY.UTF-8", "ms-MY"), ("ru", "ru"), ("ru_RU@euro", "ru-RU"), ("C.UTF-8", "C"), ("", "")],
)
def test_a_locale_is_read_as_a_code(locale: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", locale)
    assert locale_code() == code


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["build", "--for", "ms"], "ms"),
        (["--for=ru", "biuld"], "ru"),
        (["check", "--format", "github"], ""),
        (["check", "--for"], ""),
        (["sign", "--name", "--for", "ms"], "ms"),
        ([], ""),
    ],
)
def test_the_language_that_is_asked_for_is_read_before_all_else(arguments: list[str], asked: str) -> None:
    assert asked_in(arguments) == asked
