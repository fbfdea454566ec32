"""The search knows letters from the files of the languages, and reads any script."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser

from built import Built
from project import ROOT, load

SEARCH = ROOT / "overrides" / "assets" / "search"
TEXTS = {
    "a joiner within a Persian word": ("fa", "پوست می‌سوزد.", "میسوزد", "می‌سوزد"),
    "an Arabic word with its vowels joined": ("ar", "لا تَلمِس الجلد.", "تَلمِس", "تَلمِس"),
    "a letter that counts as another": ("ru", "Отёк спадёт.", "отек", "Отёк"),
    "a number typed in another alphabet": ("en", "The CO2 laser.", "СО2", "CO2"),
    "a capital of Turkish": ("tr", "ILIK su.", "ılık", "ILIK"),
    "a soft hyphen": ("en", "Swell\u00ading.", "swelling", "Swell\u00ading"),
    "Hindi": ("hi", "त्वचा धोएं।", "त्वचा", "त्वचा"),
}


@pytest.mark.parametrize(("language", "text", "typed", "marked"), TEXTS.values(), ids=TEXTS)
def test_it_finds(browser: Browser, language: str, text: str, typed: str, marked: str) -> None:
    plain, engine = ((SEARCH / name).read_text(encoding="utf-8") for name in ("plain.js", "engine.js"))
    code = f"const stemmers = []; {{ {plain}\nstemmers.push(stems); }} {engine}"
    letters = {"language": language, "alike": {"ё": "е"}, "lookalikes": {"с": "c", "о": "o"}}
    index = [["Title", "page.html", [["title", "Title", text]]]]
    run = f"([letters, index, typed]) => {{ {code}\nreturn searchIn(index)(typed); }}"
    with browser.new_context() as context:
        (found,) = context.new_page().evaluate(run, [letters, index, typed])
    assert [words for words, hit in found["text"] if hit] == [marked]


def test_each_script_has_the_letters_of_its_pages_and_of_every_keyboard(partly: Built) -> None:
    found = {code: _letters(partly, code) for code in ("en", "ms", "ru")}
    looks = dict(zip("авекмнорстух", "abekmhopctyx", strict=True))
    assert found == {
        "en": {"language": "en", "alike": {}, "lookalikes": looks},
        "ms": {"language": "ms", "alike": {}, "lookalikes": looks},
        "ru": {"language": "ru", "alike": {"ё": "е"}, "lookalikes": looks},
    }


def test_a_page_that_runs_the_other_way_says_so(turned: Built) -> None:
    script = (turned.folder / "search" / "ms.js").read_text(encoding="utf-8")
    pages = json.loads(re.findall(r"searchIn\((\[.*\])\);", script)[0])
    assert [page[3:] for page in pages] == [[], ["en", "ltr"]]


@pytest.mark.parametrize("name", ["../search/malay", "engine", "/etc/hosts"])
def test_a_stemmer_is_a_name_in_the_folder_and_no_path(small: Built, name: str) -> None:
    root = small.handbook.project.root
    words = root / "docs" / "data" / "interface" / "ms.yml"
    before = words.read_text(encoding="utf-8")
    words.write_text(before.replace("stemmer: malay", f'stemmer: "{name}"'), encoding="utf-8")
    _, problems = load(root)
    words.write_text(before, encoding="utf-8")
    assert f"there is no stemmer {name!r}" in [problem.message for problem in problems]


def _letters(built: Built, code: str) -> object:
    script = (built.folder / "search" / f"{code}.js").read_text(encoding="utf-8")
    return json.loads(re.findall(r"const letters = (\{.*\});", script)[0])
