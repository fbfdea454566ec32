"""What stands in the file of a language is known, also below its first keys."""

from __future__ import annotations

from pathlib import Path

from project import ROOT, load, make

PATH = "docs/data/languages/ms.yml"


def test_a_sentence_for_numbers_that_nothing_writes_is_told(tmp_path: Path) -> None:
    text = (ROOT / PATH).read_text(encoding="utf-8").replace("\nwrite:", "\nwrite:\n  at-leest: {words: 'x {}'}  #", 1)
    _, problems = load(make(tmp_path, {PATH: text}))
    assert [(problem.message, problem.hint) for problem in problems] == [
        ("the key at-leest is not known here", "did you mean at-least?")
    ]
