"""No words of the original hold the place of a translation: interface, signs, titles, words for numbers.

`handbook new-language` fills the files of a language with them, so that it can be built from its first day on. Readers
of a draft see the original there. A patient who is handed the handbook must not, and what the program should know of
a language it does not know until somebody has said it.

Passes:

    docs/data/interface/ms.yml:
    home: Laman utama

Fails:

    docs/data/interface/ms.yml:
    home: (translate) Home

What to do: translate each text that begins with `(translate)`, and take that mark out. In docs/data/languages/<xx>.yml
such a text stands for a list of words: write the words that your language has for it, as many as it needs, or leave
an empty list, `[]`. What else is wrong with a text that is marked is not told. What only a clinic is asked,
docs/data/interview, hinders no release.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.diagnostics.stand_ins import MARK, StandIn
from handbook.register.handbook import Handbook
from handbook.register.interview import FOLDER as INTERVIEW

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING, Mode.CHECK: Severity.WARNING}

OF_CHOSEN = True
"""Asked of what is handed out, and not of everything that is written."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield one problem for each file of a language, at its first stand-in."""
    for locale in handbook.project.locales[1:]:
        files: dict[str, list[StandIn]] = {}
        for stand_in in handbook.stand_ins.get(locale.code, ()):
            files.setdefault(stand_in.location.path, []).append(stand_in)
        for found in files.values():
            message = Message(
                "{count} texts stand here in {source} and not in {language}",
                "{count} text stands here in {source} and not in {language}",
                count=len(found),
                source=handbook.source.name,
                language=locale.name,
            )
            hint = Message("translate what begins with {mark}, and take the mark out", mark=MARK)
            is_asked = Path(found[0].location.path).parent.name == INTERVIEW
            yield Problem(found[0].location, message, hint, Severity.WARNING if is_asked else Severity.ERROR)
