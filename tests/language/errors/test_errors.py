"""How many planted errors of translations are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from language.errors.trials import FILES, counted

COUNTED = {
    "ms-tune-2.yml": (18, 20),
    "ms-tune-3.yml": (23, 25),
    "ms-tune-4.yml": (18, 20),
    "ms-tune-5.yml": (23, 25),
    "ms-tune-6.yml": (22, 25),
    "ms-tune-7.yml": (20, 25),
    "ms-tune-8.yml": (24, 25),
    "ms-tune.yml": (25, 25),
    "ru-tune-2.yml": (20, 20),
    "ru-tune-3.yml": (21, 25),
    "ru-tune-4.yml": (19, 20),
    "ru-tune-5.yml": (23, 25),
    "ru-tune-6.yml": (22, 25),
    "ru-tune-7.yml": (22, 25),
    "ru-tune-8.yml": (21, 25),
    "ru-tune.yml": (23, 25),
}
"""By file how many are told, and of how many; all but the two highest numbers were known when the checks were made."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_errors_are_told(file: Path) -> None:
    found, silent = counted(file)
    assert (found, found + len(silent)) == COUNTED[file.name], "\n".join(silent)
