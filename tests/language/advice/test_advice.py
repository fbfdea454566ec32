"""How many reversals of the trials are told, and that nothing is told of good translations and innocent changes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from language.advice.trials import FILES, counted, real, told

COUNTED = {
    "ms-good.yml": ({}, {"good": 40}),
    "ms-tune-2.yml": ({"reversal": 48}, {"good": 100, "innocent": 50, "reversal": 50}),
    "ms-tune.yml": ({"reversal": 49}, {"good": 100, "innocent": 50, "reversal": 50}),
    "ru-good.yml": ({}, {"good": 40}),
    "ru-tune-2.yml": ({"reversal": 49}, {"good": 100, "innocent": 50, "reversal": 50}),
    "ru-tune.yml": ({"reversal": 45}, {"good": 100, "innocent": 50, "reversal": 50}),
}
"""By file what is told, and of how many; the reversals of the tune files were known when the words were listed."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_reversals_are_told_and_the_rest_passes(file: Path) -> None:
    caught, all_of, wrong = counted(file)
    assert (+caught, all_of) == tuple(map(Counter, COUNTED[file.name])), "\n".join(wrong)


def test_a_passage_says_the_same_where_a_denial_is_said_by_an_opposite() -> None:
    assert told("Do not let it dry.", "Pastikan ia lembap.", "ms") == []
    assert told("Do not let it dry.", "Pastikan ia kering.", "ms") != []
    assert told("Do not stop the tablets.", "Teruskan tablet.", "ms") == []
    assert told("Sit up only if you struggle to breathe.", "Не садитесь, если только не трудно дышать.", "ru") == []
    assert real().source.advice.missing == []
