"""The scripts that take the endings off words for the search; the closed list of them is their folder."""

from __future__ import annotations

from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant
from handbook.language.interface import Interface

FOLDER = "overrides/assets/search"
STEMMER = "site.search.stemmer"
"""The word that names a script."""

_ENGINE = "engine"
"""The script in the folder that is no stemmer."""


def stemmers_of(root: Path) -> tuple[str, ...]:
    """Return the names that a language may choose from. A path to any other file is no name."""
    files = (root / FOLDER).glob("*.js")
    return tuple(sorted(file.stem for file in files if file.stem != _ENGINE and not file.is_symlink()))


def check_stemmer(name: str, interface: Interface, root: Path) -> list[Problem]:
    """Return a problem where a language names a stemmer that is not there.

    One that names none, and a project without templates, are told elsewhere.
    """
    known = stemmers_of(root)
    if not (name and known) or name in known:
        return []
    place = interface.place(STEMMER)
    return [
        Problem(
            place,
            Message("there is no stemmer {name!r}", name=name),
            Message("{meant}; plain fits any language", meant=meant(name, known)),
        )
    ]
