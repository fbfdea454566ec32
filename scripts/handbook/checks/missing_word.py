"""Every language has every word of the website and the print, with the same gaps to fill.

Without it an English word would stand on a Malay page, or a date would be missing in a sentence.

Passes:

    docs/data/interface/ms.yml:
    text-version: "Teks bertarikh {date}"

Fails:

    docs/data/interface/ms.yml:
    text-version: Teks

What to do: add the word to the language's file under docs/data/interface, at the same place as in the source
language's, and keep what stands in braces as it is. Each country of docs/data/countries.yml needs its sentence with
the emergency numbers under `common: emergency:`, each `region:` of a fact its words under `common: region:`, and each
edition of docs/data/editions.yml its title, and whom it is `for`, under `editions:`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.interface import GAP, GAPS
from handbook.language.languages import Language
from handbook.register.editions import SECTION as TITLES
from handbook.register.editions import WHOLE
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook
from handbook.register.picture_words import SECTION
from handbook.register.regions import WORDS


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each word that a language lacks, has alone, or has with other gaps than the program fills."""
    originals = dict(_words(handbook.source))
    yield from _missing_originals(handbook, originals)
    yield from _regions(handbook)
    for language in handbook.languages:
        words = dict(_words(language))
        for address, word in words.items():
            yield from _gaps(address, word, language, handbook) if word.strip() else ()
        if language is not handbook.source:
            yield from _translations(words, originals, language, handbook)


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
            message = Message(
                "{fact} applies in {region} only, and {source} has no words for that country",
                fact=fact.id,
                region=region,
                source=handbook.source.name,
            )
            hint = Message(
                "write one of {names}, or add {region}: … to common: region: in {file}",
                names=", ".join(named),
                region=region,
                file=file,
            )
            yield Problem(fact.location, message, hint)


def _words(language: Language) -> Iterator[tuple[str, str]]:
    """Yield every word of a language with its address, ``site.notes.title``, but those of pictures."""
    yield from _below("", {key: inner for key, inner in language.interface.items() if key != SECTION})


def _below(address: str, found: object) -> Iterator[tuple[str, str]]:
    if isinstance(found, Mapping):
        for name, inner in found.items():
            yield from _below(f"{address}.{name}" if address else str(name), inner)
    else:
        yield address, str(found or "")


def _missing_originals(handbook: Handbook, words: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each word that the program needs and the source language does not have."""
    places = handbook.source.places
    for address, gaps in GAPS.items():
        if not words.get(address, "").strip():
            hint = _addition(gaps)
            yield Problem(places.place(address), Message("{address} is missing", address=address), hint)
    for address in handbook.countries.sentences:
        if not words.get(address, "").strip():
            hint = Message("write a sentence with the emergency numbers, as in the others")
            yield Problem(places.place(address), Message("{address} is missing", address=address), hint)
    for edition in handbook.editions:
        for address in (f"{TITLES}.{edition.id}.title", f"{TITLES}.{edition.id}.for"):
            if edition is not WHOLE and not words.get(address, "").strip():
                told = {"file": edition.location.path, "edition": edition.id, "titles": TITLES}
                hint = Message("{file} has the edition {edition}: write it below {titles}:", **told)
                yield Problem(places.place(address), Message("{address} is missing", address=address), hint)


def _addition(gaps: Sequence[str]) -> Message:
    if gaps:
        return Message("write it, with {gaps}; the site or the print shows it", gaps=_braced(gaps))
    return Message("write it; the site or the print shows it")


def _gaps(address: str, word: str, language: Language, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for a word with other gaps than there are values for."""
    there, place = set(GAP.findall(word)), language.places.place(address)
    if address in handbook.countries.sentences:
        id = handbook.countries.emergency_fact
        fact = handbook.register.find(id)
        for gap in sorted(there - set(fact.named)) if fact else ():
            message = Message(
                "the emergency number {number} is not in the register, so it cannot be filled in", number=gap
            )
            yield Problem(place, message, Message("add it under named: of {fact} in docs/data/facts", fact=id))
    elif address in GAPS and there != set(GAPS[address]):
        wanted = _braced(GAPS[address])
        message = Message(
            "{address} has the gaps {gaps}, and the program fills {wanted}",
            address=address,
            gaps=_braced(sorted(there)) or Message("none"),
            wanted=wanted or Message("none"),
        )
        yield Problem(
            place,
            message,
            Message("write {wanted} where the values belong", wanted=wanted)
            if wanted
            else Message("take the braces out"),
        )


def _translations(
    words: Mapping[str, str], originals: Mapping[str, str], language: Language, handbook: Handbook
) -> Iterator[Problem]:
    """Yield a problem for each word that a translation lacks, has alone, or has with other gaps than the original."""
    source = handbook.source
    for address in {**originals, **words}:
        place, word, original = language.places.place(address), words.get(address, ""), originals.get(address)
        if original is None and address not in GAPS:
            message = Message(
                "{address} stands here, and {source} has no such word", address=address, source=source.name
            )
            yield Problem(place, message, Message("correct its name, or take it out"))
        elif original and not word.strip() and original.strip():
            yield Problem(
                place,
                Message("{address} is missing", address=address),
                Message("translate: {original}", original=original),
            )
        elif original and address not in GAPS and address not in handbook.countries.sentences:
            gaps, there = sorted(GAP.findall(original)), sorted(GAP.findall(word))
            if gaps != there:
                message = Message(
                    "{address} has the gaps {gaps}, and {source} has {original}",
                    address=address,
                    gaps=_braced(there) or Message("none"),
                    source=source.name,
                    original=_braced(gaps) or Message("none"),
                )
                yield Problem(place, message, Message("translate with the same gaps: {original}", original=original))


def _braced(gaps: Sequence[str]) -> str:
    return ", ".join(f"{{{gap}}}" for gap in gaps)
