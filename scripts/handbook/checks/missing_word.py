"""Every language has every word of the website and the print, with the same gaps to fill.

Without it an English word would stand on a Malay page, or a date would be missing in a sentence.

Passes:

    docs/data/interface/ms.yml:
    edition: "Edisi {date}"

Fails:

    docs/data/interface/ms.yml:
    edition: Edisi

What to do: add the word to the language's file under docs/data/interface, at the same place as in the source
language's, and keep what stands in braces as it is. Each country of docs/data/countries.yml needs its sentence with
the emergency numbers under `common: emergency:`, and each `region:` of a fact its words under `common: region:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.diagnostics.problems import Location, Problem
from handbook.language.languages import Language
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook
from handbook.register.regions import WORDS

_GAP = re.compile(r"\{[\w-]*\}")


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each word that a language lacks, has alone, or has with other gaps."""
    wanted = dict(_words(handbook.source))
    yield from _sentences(handbook, wanted)
    yield from _regions(handbook)
    for language in handbook.languages[1:]:
        words = dict(_words(language))
        for key in {**wanted, **words}:
            message, hint = _fault(key, wanted.get(key), words.get(key), handbook.source)
            if message:
                yield Problem(Location(f"docs/data/interface/{language.code}.yml"), message, hint)


def _sentences(handbook: Handbook, wanted: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each country whose emergency numbers the source language cannot say."""
    for key in handbook.countries.sentences:
        if not wanted.get(key, "").strip():
            place = Location(f"docs/data/interface/{handbook.source.code}.yml")
            yield Problem(place, f"{key} is missing", "write a sentence with the emergency numbers, as in the others")


def _regions(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each country that facts name and the source language cannot."""
    named = handbook.source.section(WORDS)
    first: dict[str, Fact] = {}
    for fact in handbook.register.facts.values():
        if fact.region and not fact.decided_by:
            first.setdefault(fact.region, fact)
    for region, fact in first.items():
        if region not in named:
            file = f"docs/data/interface/{handbook.source.code}.yml"
            message = f"{fact.id} applies in {region} only, and {handbook.source.name} has no words for that country"
            hint = f"write one of {', '.join(named)}, or add {region}: … to common: region: in {file}"
            yield Problem(fact.location, message, hint)


def _words(language: Language) -> Iterator[tuple[str, str]]:
    """Yield every word of a language with its address, ``site.notes.title``."""
    yield from _below("", language.interface)


def _below(address: str, found: object) -> Iterator[tuple[str, str]]:
    if isinstance(found, Mapping):
        for name, inner in found.items():
            yield from _below(f"{address}.{name}" if address else str(name), inner)
    else:
        yield address, str(found or "")


def _fault(key: str, wanted: str | None, word: str | None, source: Language) -> tuple[str, str]:
    """Return what is wrong with a word and what to do, or two empty texts."""
    if wanted is None:
        return f"{key} stands here, and {source.name} has no such word", "correct its name, or take it out"
    if not (word or "").strip() and wanted.strip():
        return f"{key} is missing", f"translate: {wanted}"
    gaps, there = sorted(_GAP.findall(wanted)), sorted(_GAP.findall(word or ""))
    if gaps == there:
        return "", ""
    said = f"{key} has the gaps {', '.join(there) or 'none'}, and {source.name} has {', '.join(gaps) or 'none'}"
    return said, f"translate with the same gaps: {wanted}"
