"""A concept is named by what it is called, and not by a word of it that means something else alone."""

from __future__ import annotations

from dataclasses import replace

from handbook.render.search.concepts import finder, phrases_of
from handbook.render.search.words import Reader
from project import ROOT, load


def test_little_words_are_left_out_unless_one_word_would_stand_for_all() -> None:
    handbook, _ = load(ROOT)
    assert handbook is not None
    glossary, reader = handbook.glossary["en"], Reader.of(handbook.source, handbook)
    concept = replace(glossary.concepts["peeling"], forms=(), short=(), brands=())
    known = replace(concept, lay=("skin coming off", "skin off my cheek"))
    phrases = phrases_of(replace(glossary, concepts={"peeling": known}), reader)
    assert phrases == {"peeling": (("peeling",), ("skin", "coming", "off"), ("skin", "cheek"))}
    assert finder(phrases, reader)(["my", "skin"]) == []
