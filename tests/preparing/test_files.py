"""Files of words are copied with a mark before each, and lines are put into files that languages share."""

from __future__ import annotations

import yaml

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader, compose, data
from handbook.preparing.entries import with_labels, with_language
from handbook.preparing.marked_copy import marked_copy

WORDS = """\
# a remark
site:
  home: Home            # stays
  text: "Text of {date}"
  quote: 'it''s'
  emergency: "{a} {b}"
  stemmer: english
  list: [one, 'two']
  long: >-
    Two lines
    of text
"""
MARKED = """\
# a remark
site:
  home: (translate) Home            # stays
  text: "(translate) Text of {date}"
  quote: '(translate) it''s'
  emergency: "{a} {b}"
  stemmer: plain
  list: [(translate) one, '(translate) two']
  long: >-
    (translate) Two lines
    of text
"""
ENTRY = {"locale": "ta", "name": "தமிழ்", "nav_translations": {"Is it?": "(translate) Is it?"}}


def test_every_text_with_words_is_marked_and_nothing_else() -> None:
    assert marked_copy(WORDS, {("site", "stemmer"): "plain"}) == MARKED


def test_a_marked_copy_is_read_as_the_original() -> None:
    problems: list[Problem] = []
    value, original = compose(MARKED, "x.yml", problems), compose(WORDS, "x.yml", problems)
    assert value is not None
    assert original is not None
    assert data(value) == {"site": {**yaml.safe_load(WORDS)["site"], "stemmer": "plain"}}
    reader = MappingReader(value, ("site",), problems).entry("site", ("home", "text", "quote", "emergency", "list",
                                                                     "stemmer", "long"))  # fmt: skip
    assert reader is not None
    assert (reader.text("home"), reader.texts("list")) == ("Home", ("one", "two"))
    assert problems == []


def languages(text: str) -> list[dict[str, object]]:
    plugins = yaml.safe_load(text)["plugins"]
    listed: list[dict[str, object]] = plugins[-1]["i18n"]["languages"]
    return listed


def test_a_language_is_put_behind_the_last() -> None:
    block = "plugins:\n- handbook\n- i18n:\n    languages:\n      - locale: en\n        name: English\n\n# end\n"
    mixed = "plugins:\n- i18n:\n    languages:\n    - {locale: en, name: English}\n"
    inline = "plugins: [handbook, {i18n: {languages: [{locale: en, name: English}]}}]\n"
    for text in (block, mixed, inline):
        assert languages(with_language(text, ENTRY)) == [{"locale": "en", "name": "English"}, ENTRY]
    assert with_language(block, ENTRY).endswith("\n\n# end\n")


def test_labels_are_put_behind_the_last_unless_they_are_there() -> None:
    text = (
        "topics:\n- id: a\n  labels: {en: 'A, b', ms: B}\n  pages: [a.md]\n"
        "- id: b\n  labels:\n    en: C\n    ms: D\n- id: c\n  labels: {en: E, ta: F}\n"
    )
    labels = [topic["labels"] for topic in yaml.safe_load(with_labels(text, "ta", "en"))["topics"]]
    assert labels == [
        {"en": "A, b", "ms": "B", "ta": "(translate) A, b"},
        {"en": "C", "ms": "D", "ta": "(translate) C"},
        {"en": "E", "ta": "F"},
    ]
    assert with_labels(with_labels(text, "ta", "en"), "ta", "en") == with_labels(text, "ta", "en")
