"""Malay words that are forms of one another share a root, and the search finds the same roots as the checks."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser

from handbook.language.malay_roots import malay_roots
from project import ROOT

ONE_WORD = """\
keruping keruping-nya keruping
kudis berkudis
sapu menyapu disapu sapukan penyapu menyapukan sapuan
kebas mengebaskan dikebaskan kebasan
picit memicit dipicit
tumbuh menumbuhkan tumbuhan bertumbuh
rehat berehat merehatkan
rasa terasa merasa perasaan
ajar mengajar diajarkan ajaran
kerja bekerja pekerja bekerjalah
besar membesar memperbesarkan terbesar
basuh basuhan membasuh basuhlah
mula dimulai bermula permulaan
merah memerah kemerahan
kopek mengopek ngopek
sapu nyapu
"""
"""A root and forms of it in a row; what hangs on by a hyphen is a word of its own."""
OTHER_WORDS = [("salap", "salah"), ("parut", "perut"), ("krim", "kirim"), ("ramai", "rama"), ("beras", "rasa")]


@pytest.mark.parametrize("row", ONE_WORD.splitlines())
def test_forms_of_one_word_meet_its_root(row: str) -> None:
    root, *forms = (word.partition("-")[0] for word in row.split())
    apart = [form for form in forms if malay_roots(root).isdisjoint(malay_roots(form))]
    assert apart == []


@pytest.mark.parametrize(("one", "other"), OTHER_WORDS)
def test_other_words_do_not_meet(one: str, other: str) -> None:
    assert malay_roots(one).isdisjoint(malay_roots(other))


def test_the_search_finds_the_same_roots(browser: Browser) -> None:
    pages = " ".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs" / "ms").rglob("*.md")))
    words = sorted({*re.findall("[a-z]+", pages.lower()), *re.findall("[a-z]+", ONE_WORD)})
    script = (ROOT / "overrides" / "assets" / "search" / "malay.js").read_text(encoding="utf-8")
    code = f"(() => {{ {script}; return {json.dumps(words)}.map((word) => stems(word).sort()); }})()"
    with browser.new_context() as context:
        found = context.new_page().evaluate(code)
    assert len(words) > 500
    assert dict(zip(words, found, strict=True)) == {word: sorted(malay_roots(word)) for word in words}
