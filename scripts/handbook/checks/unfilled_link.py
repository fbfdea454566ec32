"""An empty link can be filled in, and in the right grammatical form.

`[](fact:first-wash)` prints what the clinic has decided. Where there is nothing to print a hole would stay in the
sentence; where the form is unknown a Russian reader would read broken grammar.

Passes:

    Wash for the first time after [](fact:first-wash).

Fails:

    Remember: [](fact:no-picking).

What to do: write words into the link where the fact has no number. Where a language changes words by what governs
them and the word before the link is not known, name the form: `[](fact:first-wash "genitive")`; or add the word
to `governors` in docs/data/languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.quantity_formatter import form_after
from handbook.markup.inlines import ClinicLink, FactLink
from handbook.register.countries import EVERYWHERE
from handbook.register.handbook import Handbook


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each empty reference that cannot be filled in."""
    for page in handbook.pages:
        language = handbook.language(page.language)
        for reference in page.document.references:
            if isinstance(reference, FactLink) and handbook.register.find(reference.target):
                yield from _form(reference, language)
                yield from _words(reference, language, handbook)
            elif isinstance(reference, ClinicLink) and reference.target == "emergency" and handbook.register.facts:
                yield from _emergency(reference, language, handbook)


def _form(reference: FactLink, language: Language) -> Iterator[Problem]:
    if reference.form and reference.form not in language.forms:
        message = f"{language.name} has no form called {reference.form!r}"
        yield Problem(reference.location, message, f"it has {', '.join(language.forms)}")


def _words(reference: FactLink, language: Language, handbook: Handbook) -> Iterator[Problem]:
    if reference.words:
        return
    if handbook.register.quantity(reference.target) is None:
        statement = handbook.register.facts[reference.target.partition("/")[0]].statement
        message = f"{reference.target} has no number to fill in, so nothing would stand here"
        yield Problem(reference.location, message, f"write into the link, in your own words: {statement}")
    elif not reference.form and form_after(reference.before, language) is None:
        before = reference.before.split()[-1] if reference.before.split() else ""
        message = f"nobody has said which form the words after {before!r} must have in {language.name}"
        hint = f'name it: [](fact:{reference.target} "{language.forms[1]}"); the forms are {", ".join(language.forms)}'
        yield Problem(reference.location, message, hint)


def _emergency(reference: ClinicLink, language: Language, handbook: Handbook) -> Iterator[Problem]:
    """Look whether the register has every number that the language's sentence asks for."""
    id = handbook.countries.emergency_fact
    if handbook.clinic.emergency_number:
        return
    if not id:
        message = "nobody has said which fact has the emergency numbers, so they cannot be filled in"
        hint = "add emergency-numbers: with the fact's id to docs/data/countries.yml"
        yield Problem(reference.location, message, hint)
        return
    fact = handbook.register.find(id)
    sentence = language.word(f"common.emergency.{handbook.clinic.country or EVERYWHERE}")
    for name in re.findall(r"\{([^}]*)\}", sentence):
        if fact is None or name not in fact.named:
            message = f"the emergency number {name} is not in the register, so it cannot be filled in"
            hint = f"add it under named: of {id} in docs/data/facts"
            yield Problem(reference.location, message, hint)
