"""A word of the glossary means one thing: no concept shares it with another, and no right word is refused.

Where two entries contradict each other, a translator can do right by neither, and a patient finds two meanings in the
word list.

Passes:

    docs/data/glossary/en.yml:
    avoid: {sunblock: no cream blocks all of the sun}

Fails:

    docs/data/glossary/en.yml:
    avoid: {crusts: patients call it so}

What to do: take one of the two out. Every form of a word to avoid is refused, and so is each longer word that it stands
in; write it with an equals sign, `"=kontrol": …`, where only this form is meant. A word that stands below `neighbours`
in docs/data/languages/<xx>.yml needs no second entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.vocabulary import EXACT
from handbook.register.glossary import Avoided, Glossary
from handbook.register.handbook import Handbook


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each word of the glossary that stands against another one, or there without a reason."""
    for code, glossary in handbook.glossary.items():
        language = handbook.language(code)
        yield from _shared(glossary, language)
        yield from _refused(glossary)
        yield from _told_twice(glossary, language)


def _shared(glossary: Glossary, language: Language) -> Iterator[Problem]:
    """Yield the words that two concepts have."""
    owners: dict[str, str] = {}
    for concept in glossary.concepts.values():
        for phrase in concept.used:
            first = owners.setdefault(language.lexicon.plain(phrase), concept.id)
            if first != concept.id:
                message = Message(
                    "{phrase} is the word for {concept} and for {first}", phrase=phrase, concept=concept.id, first=first
                )
                yield Problem(
                    concept.location, message, Message("find another word for one of them, or make them one concept")
                )


def _refused(glossary: Glossary) -> Iterator[Problem]:
    """Yield the words to avoid that stand in a word to use."""
    for concept in glossary.concepts.values():
        for phrase in concept.used:
            for _, _, avoided in glossary.avoided.find(phrase):
                message = Message(
                    "{avoided} is to be avoided, and {phrase} is the word for {concept}",
                    avoided=_bare(avoided),
                    phrase=phrase,
                    concept=concept.id,
                )
                hint = Message(
                    'take it out, or write "{words}" where only this form is meant',
                    words=f"{EXACT}{_bare(avoided)}",
                )
                yield Problem(avoided.location, message, hint)


def _told_twice(glossary: Glossary, language: Language) -> Iterator[Problem]:
    """Yield the words to avoid that are told elsewhere, and those without a reason."""
    neighbours = {word: name for name, (_, words) in language.neighbours.items() for word in words}
    owners: dict[str, Avoided] = {}
    for avoided in (each for concept in glossary.concepts.values() for each in concept.avoided):
        plain = language.lexicon.plain(_bare(avoided))
        first = owners.setdefault(plain, avoided)
        if not avoided.reason:
            yield Problem(
                avoided.location,
                Message("{avoided} has no reason", avoided=_bare(avoided)),
                Message("say in a few words why pages avoid it"),
            )
        if first is not avoided:
            message = Message(
                "{avoided} is to be {word} here, and {first} in line {line}",
                avoided=_bare(avoided),
                word=avoided.word,
                first=first.word,
                line=first.location.line,
            )
            yield Problem(avoided.location, message, Message("keep one of them"))
        if plain in neighbours:
            message = Message(
                "{avoided} stands below {neighbour} in the neighbours of {language} as well",
                avoided=_bare(avoided),
                neighbour=neighbours[plain],
                language=language.name,
            )
            yield Problem(avoided.location, message, Message("keep one of them"))


def _bare(avoided: Avoided) -> str:
    return avoided.phrase.removeprefix(EXACT)
