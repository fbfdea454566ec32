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

from collections.abc import Iterator

from handbook.checks.registered import advised
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.quantity_formatter import form_after
from handbook.markup.inlines import ClinicLink, FactLink
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each empty reference that cannot be filled in."""
    language = handbook.language(page.language)
    for reference in page.document.references:
        if isinstance(reference, FactLink) and handbook.register.find(reference.target):
            yield from _form(reference, language)
            yield from _words(reference, language, handbook)
        elif isinstance(reference, ClinicLink) and reference.target == "emergency" and handbook.register.facts:
            yield from () if handbook.countries.emergency_fact else (_emergency(reference),)


def _form(reference: FactLink, language: Language) -> Iterator[Problem]:
    if reference.form and reference.form not in language.forms:
        message = Message("{language} has no form called {form!r}", language=language.name, form=reference.form)
        yield Problem(reference.location, message, Message("it has {names}", names=", ".join(language.forms)))


def _words(reference: FactLink, language: Language, handbook: Handbook) -> Iterator[Problem]:
    if reference.words:
        return
    if handbook.register.quantity(reference.target) is None:
        fact = handbook.register.facts[reference.target.partition("/")[0]]
        message = Message("{fact} has no number to fill in, so nothing would stand here", fact=reference.target)
        hint = Message("write into the link, in your own words: {statement}", statement=fact.statement)
        yield Problem(reference.location, message, advised(hint, fact))
    elif not reference.form and form_after(reference.before, language) is None:
        before = reference.before.split()[-1] if reference.before.split() else ""
        message = Message(
            "nobody has said which form the words after {before!r} must have in {language}",
            before=before,
            language=language.name,
        )
        hint = Message(
            'name it: [](fact:{fact} "{form}"); the forms are {names}',
            fact=reference.target,
            form=language.forms[1],
            names=", ".join(language.forms),
        )
        yield Problem(reference.location, message, hint)


def _emergency(reference: ClinicLink) -> Problem:
    message = Message("nobody has said which fact has the emergency numbers, so they cannot be filled in")
    return Problem(
        reference.location, message, Message("add emergency-numbers: with the fact's id to docs/data/countries.yml")
    )
