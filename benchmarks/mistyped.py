"""The words of all titles as people mistype them, and the other forms that the texts have of them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from handbook.language.roots import roots_by

SHORTEST = 5
"""Letters of a word that is mistyped; shorter ones become others."""


class Titles:
    """The words of the titles of a built site in one language."""

    def __init__(self, site: Path, language: str, root: Path):
        self._folder = site / "search"
        self._language = language
        interface = root / "docs" / "data" / "interface" / f"{language}.yml"
        words: Mapping[str, Any] = yaml.safe_load(interface.read_text(encoding="utf-8"))
        searches = root / "docs" / "data" / "searches" / f"{language}.yml"
        idle: Mapping[str, Any] = yaml.safe_load(searches.read_text(encoding="utf-8")) if searches.exists() else {}
        self._roots = roots_by(words["site"]["search"]["stemmer"])
        self._idle = {str(word) for word in idle.get("idle", ())}

    @cached_property
    def pages(self) -> Mapping[str, set[str]]:
        """Return for each word the pages that have it in their title."""
        index = _index(self._folder / f"{self._language}.js")
        back = _back(index["pairs"])
        found = defaultdict[str, set[str]](set)
        for page, headings in zip(index["pages"], index["headings"].translate(back).split("\n"), strict=True):
            for word in self._words(headings.split("\t")[0]):
                found[word].add(page[0])
        return found

    def mistyped(self) -> list[tuple[str, str]]:
        """Return each word with a letter lost, doubled, exchanged or wrong, beside the word."""
        return [(typed, word) for word in sorted(self.pages) for typed in _mistyped(word)]

    def inflected(self) -> list[tuple[str, str]]:
        """Return every other form that the texts have of a word, beside the word."""
        text = " ".join(file.read_text(encoding="utf-8") for file in (self._folder / self._language).glob("[0-9]*.js"))
        forms = {form: self._roots(form) for form in self._words(text)}
        return [
            (form, word)
            for word in sorted(self.pages)
            for form, roots in sorted(forms.items())
            if form not in self.pages and not roots.isdisjoint(self._roots(word))
        ]

    def _words(self, text: str) -> set[str]:
        plain = text.lower().replace("ё", "е")
        return {word for word in re.findall(r"[^\W\d_]+", plain) if len(word) >= SHORTEST and word not in self._idle}


def _mistyped(word: str) -> Iterator[str]:
    half = len(word) // 2
    yield word[:half] + word[half + 1 :]
    yield word[:half] + word[half] * 2 + word[half + 1 :]
    yield word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]
    yield word[:half] + ("o" if word[half] != "o" and word.isascii() else word[-1]) + word[half + 1 :]


def _index(script: Path) -> Mapping[str, Any]:
    text = script.read_text(encoding="utf-8")
    index: Mapping[str, Any]
    index, _ = json.JSONDecoder().raw_decode(text.partition("handbookSearch = searchIn(")[2])
    return index


def _back(pairs: str) -> dict[int, str]:
    half = len(pairs) // 2
    return {ord(one): other for one, other in zip(pairs, pairs[half:] + pairs[:half], strict=True)}
