"""Every language has every word of the website and the print, with the same gaps to fill.

Without it an English word would stand on a Malay page, or a date would be missing in a sentence.

Passes:

    docs/data/interface/ms.yml:
    edition: "Edisi {date}"

Fails:

    docs/data/interface/ms.yml:
    edition: Edisi

What to do: add the word to the language's file under docs/data/interface, at the same place as in the source language's, and keep
what stands in braces as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.content import Handbook, Language
from handbook.problems import Location, Problem

_GAP = re.compile(r"\{[\w-]*\}")


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each word that a language lacks, has alone, or has with other gaps."""
    wanted = dict(_words(handbook.source))
    for language in handbook.languages[1:]:
        words = dict(_words(language))
        for key in {**wanted, **words}:
            message, hint = _fault(key, wanted.get(key), words.get(key), handbook.source)
            if message:
                yield Problem(Location(f"docs/data/interface/{language.code}.yml"), message, hint)
