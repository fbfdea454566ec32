"""The search reads the words of any script, and a page reads what is typed as the program has read the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from built import Built
from handbook.language.roots import roots_by
from handbook.render.search.words import Reader
from project import ROOT, load, real_handbook
from render.comparison.searched import index_in
from render.search.node import part, run

ALIKE = {"ё": "е"}
LOOKALIKES = dict(zip("авекмнорстух", "abekmhopctyx", strict=True))
SHORT = {"mkn": ("makan",), "xde": ("tak", "ada")}
TEXTS = {
    "a joiner within a Persian word": ("fa", "پوست می‌سوزد.", "میسوزد"),
    "an Arabic word with its vowels joined": ("ar", "لا تَلمِس الجلد.", "تَلمِس"),
    "a letter that counts as another": ("ru", "Отёк спадёт.", "отек"),
    "a number typed in another alphabet": ("en", "The CO2 laser.", "СО2"),
    "a capital of Turkish": ("tr", "ILIK su.", "ılık"),
    "a soft hyphen": ("en", "Swell\u00ading.", "swelling"),
    "Hindi": ("hi", "त्वचा धोएं।", "त्वचा"),
    "letters and a number": ("en", "SPF 50 or more", "spf50"),
    "a number and a letter": ("en", "38 °C", "38C"),
    "an apostrophe": ("en", "Don’t pick", "dont"),
    "a word as messages write it": ("ms", "Makan ubat", "Mkn"),
    "two words as one": ("ms", "Tak ada beza", "xde"),
}
READ = "const stemmers = []; const letters = given.letters; {} return given.texts.map(wordsOf);"


def words_by_page(language: str, texts: list[str], short: Mapping[str, tuple[str, ...]] = SHORT) -> list[list[str]]:
    letters = {"language": language, "alike": ALIKE, "lookalikes": LOOKALIKES, "short": short}
    found: list[list[str]] = run(READ.format(part("engine/words")), {"letters": letters, "texts": texts})
    return found


@pytest.mark.parametrize(("language", "text", "typed"), TEXTS.values(), ids=TEXTS)
def test_what_is_typed_is_a_word_of_the_text(language: str, text: str, typed: str) -> None:
    reader = Reader(language, ALIKE, LOOKALIKES, lambda word: frozenset((word,)), frozenset(), SHORT)
    read = list(reader.words(text))
    assert set(reader.words(typed)) <= set(read)
    assert words_by_page(language, [text, typed]) == [read, list(reader.words(typed))]


@pytest.mark.parametrize("code", ["en", "ms", "ru"])
def test_page_and_program_read_the_same_words(code: str) -> None:
    handbook = real_handbook()
    reader = Reader.of(handbook.language(code), handbook)
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs" / code).rglob("*.md"))]
    read = [list(reader.words(text)) for text in texts]
    assert sum(map(len, read)) > 20_000
    assert words_by_page(code, texts, reader.short) == read


@pytest.mark.parametrize(("code", "stemmer"), [("en", "english"), ("ms", "malay"), ("ru", "russian")])
def test_page_and_program_find_the_same_roots(code: str, stemmer: str) -> None:
    """The program's are those of the package snowballstemmer, which are those of Snowball's own lists of words."""
    files = [*(ROOT / "docs" / code).rglob("*.md"), *(ROOT / "docs" / "data").rglob(f"{code}.yml")]
    texts = " ".join(file.read_text(encoding="utf-8") for file in files).lower().replace("ё", "е")
    words = sorted(set(re.findall("[a-zа-я]+", texts)))
    found = run(f"{part(stemmer)} return given.map((word) => stems(word).sort());", words)
    assert len(words) > 3_000
    roots = roots_by(stemmer)
    assert dict(zip(words, found, strict=True)) == {word: sorted(roots(word)) for word in words}


@pytest.mark.parametrize(
    ("one", "other"),
    [("рубец", "рубцы"), ("рубец", "рубцов"), ("пузырёк", "пузырьки"), ("корочек", "корочки"), ("палец", "пальцы")],
)
def test_a_vowel_that_comes_and_goes_keeps_no_forms_apart(one: str, other: str) -> None:
    roots = roots_by("russian")
    assert not roots(one.replace("ё", "е")).isdisjoint(roots(other))


def test_each_script_has_the_letters_of_its_pages_and_of_every_keyboard(partly: Built) -> None:
    letters = {code: re.findall(r"const letters = (\{.*\});", _script(partly, code))[0] for code in ("en", "ms", "ru")}
    looks = str(LOOKALIKES).replace("'", '"').replace(" ", "")
    assert letters == {
        code: f'{{"language":"{code}","alike":{alike},"lookalikes":{looks},"short":{{}}}}'
        for code, alike in (("en", "{}"), ("ms", "{}"), ("ru", '{"ё":"е"}'))
    }


def test_a_page_that_runs_the_other_way_says_so(turned: Built) -> None:
    assert [page[1:] for page in index_in(_script(turned, "ms"))["pages"]] == [[], ["en", "ltr"]]


@pytest.mark.parametrize("name", ["../search/malay", "engine/engine", "/etc/hosts"])
def test_a_stemmer_is_a_name_in_the_folder_and_no_path(small: Built, name: str) -> None:
    root = small.handbook.project.root
    words = root / "docs" / "data" / "interface" / "ms.yml"
    before = words.read_text(encoding="utf-8")
    words.write_text(before.replace("stemmer: malay", f'stemmer: "{name}"'), encoding="utf-8")
    _, problems = load(root)
    words.write_text(before, encoding="utf-8")
    assert f"there is no stemmer {name!r}" in [problem.message for problem in problems]


def _script(built: Built, code: str) -> str:
    return (built.folder / "search" / f"{code}.js").read_text(encoding="utf-8")
