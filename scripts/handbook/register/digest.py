"""What a sign-off holds for: a digest of everything that a page shows.

The digest is the number of the form and the SHA-256 of a text in UTF-8, ``1:9f86d081…``. The text is:

    handbook page 1
    heading 1 ["Day by day"]                        the blocks of the page, as canonical_text.py writes them
    clinic emergency {"blank":false,"printed":"…"}  then a line for each thing that the page takes from elsewhere
    fact crusts-last {"confidence":"moderate",…}    as far as it is shown; by kind and name
    picture crusts {…}
    value first-wash {…}
    word crust {"definition":"…","word":"…"}

A clinician answers for what a reader sees. So the digest knows nothing of files, lines and spaces, of the order of
keys, of this program and its version, nor of what is not shown: a fact's statement and notes, facts of other pages,
the days on which a source was looked at and is to be looked at again. Where the form itself must change, its number
does, and sign-offs of the old number no longer hold.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from handbook.language.languages import Language
from handbook.language.quantities import Quantity
from handbook.markup.inlines import ClinicLink, FactLink, Image, Picture
from handbook.markup.targets import file_at
from handbook.register.canonical_text import CanonicalLine, Json, PageForm, canonical_lines, write_json
from handbook.register.explained import explained_on, with_explained
from handbook.register.facts import Evidence, Fact, Source
from handbook.register.filled_words import clinic_words, words_of
from handbook.register.pages import Page
from handbook.register.picture_form import picture_form, quantity_form

if TYPE_CHECKING:
    from handbook.register.handbook import Handbook

FORM = 1
"""The number of the form; raised only where the text of unchanged pages must change."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that a page shows, in canonical form."""

    lines: tuple[CanonicalLine, ...]
    taken: Mapping[tuple[str, str], str]
    """What it takes from elsewhere, by kind and name, as JSON."""

    @property
    def text(self) -> str:
        """The text that the digest is of."""
        taken = [f"{kind} {name} {said}" for (kind, name), said in sorted(self.taken.items())]
        return "\n".join((f"handbook page {FORM}", *(line.text for line in self.lines), *taken, ""))

    @property
    def digest(self) -> str:
        """The number of the form and the SHA-256 of the text."""
        return f"{FORM}:{hashlib.sha256(self.text.encode()).hexdigest()}"


def shown_on(page: Page, handbook: Handbook) -> Shown:
    """Return everything that a page shows; references that lead nowhere, which checks report, show nothing."""
    language = handbook.language(page.text_language)
    form = PageForm(page.path, partial(_image, handbook), lambda kind: language.word(f"boxes.{kind}"))
    given = (_details(page, language, handbook), _facts(page, language, handbook))
    taken = (*chain(*given), *_pictures(page, handbook), *_words(page, handbook))
    lines = canonical_lines(page.document.blocks, form)
    return Shown(lines, {(kind, name): write_json(said) for kind, name, said in taken})


def _image(handbook: Handbook, shown: Image) -> str:
    """Return the SHA-256 of an image that a page names; empty where it cannot be shown, which checks report."""
    image = handbook.images.get(file_at(shown.source, shown.location.path))
    return hashlib.sha256(image.content).hexdigest() if image and image.content else ""


def _details(page: Page, language: Language, handbook: Handbook) -> Iterator[tuple[str, str, Json]]:
    names = {link.target for link in page.document.references if isinstance(link, ClinicLink)}
    for name in names:
        words = clinic_words(name, language, handbook)
        yield "clinic", name, {"printed": words.text, "blank": words.blank}


def _facts(page: Page, language: Language, handbook: Handbook) -> Iterator[tuple[str, str, Json]]:
    """Yield each fact with the quantities that the page uses of it and the words that are filled in."""
    register, addresses = handbook.register, handbook.used(page)
    for id in dict.fromkeys(address.partition("/")[0] for address in addresses):
        fact = register.facts.get(id)
        if fact is not None:
            names = [name for name in fact.names if name in addresses]
            used = {name: quantity for name in names if (quantity := register.quantity(name))}
            said = _fact(fact, used, language.code, register.sources)
            yield "value" if fact.decided_by else "fact", id, {**said, "printed": _filled(fact, page, handbook)}


def _filled(fact: Fact, page: Page, handbook: Handbook) -> list[Json]:
    """Return the words that are filled in for links to a fact, in reading order."""
    links = [link for link in page.document.references if isinstance(link, FactLink) and not link.words]
    return [words_of(link, page, handbook).text for link in links if link.target in fact.names]


def _fact(
    fact: Fact, quantities: Mapping[str, Quantity], code: str, sources: Mapping[str, Source]
) -> dict[str, Json]:
    cited = ((item, sources[item.source]) for item in fact.evidence if item.source in sources)
    return {
        "quantities": {address: quantity_form(quantity) for address, quantity in quantities.items()},
        "confidence": fact.confidence,
        "contested": fact.contested,
        "second-check": fact.second_check,
        "region": fact.region,
        "evidence": [_evidence(item, source, code) for item, source in cited],
    }


def _evidence(item: Evidence, source: Source, code: str) -> Json:
    return {
        "source": [source.authors, source.title, source.place, source.address],
        "locator": item.locator,
        "says": item.says.get(code, item.says[item.original]),
    }


def _words(page: Page, handbook: Handbook) -> Iterator[tuple[str, str, Json]]:
    """Yield the words that a page explains at its end."""
    for concept in explained_on(with_explained(page, handbook), handbook):
        yield "word", concept.id, {"word": concept.word, "definition": concept.definition.text}


def _pictures(page: Page, handbook: Handbook) -> Iterator[tuple[str, str, Json]]:
    language = handbook.language(page.text_language)
    for name in {image.name for image in page.document.images if isinstance(image, Picture)} & set(handbook.pictures):
        yield "picture", name, picture_form(handbook.pictures[name], language, handbook.project.root)
