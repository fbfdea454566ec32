"""The words in which a clinic is asked, for a language that has none: those of the original, each marked.

The original's questions on what clinics decide stand in decisions.yml itself, so a translation has them beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbook.diagnostics.stand_ins import marked
from handbook.preparing.language_file import dump
from handbook.preparing.marked_copy import has_words, marked_copy
from handbook.register.decisions import Decision


def interview_text(original: str, decisions: Mapping[str, Decision]) -> str:
    """Return the file of a language, given that of the original."""
    roles = {decision.who: marked(decision.who) for decision in decisions.values() if decision.who}
    asked = {decision.id: words for decision in decisions.values() if (words := dict(_words(decision)))}
    said = {name: held for name, held in (("roles", roles), ("decisions", asked)) if held}
    return marked_copy(original, {}) + (dump(said) if said else "")


def _words(decision: Decision) -> Iterator[tuple[str, object]]:
    """Yield what is asked and said of a decision, less what a detail asks and a number says already."""
    texts = {
        "question": "" if decision.detail else decision.question,
        "reason": decision.reason,
        "default": "" if decision.choices else decision.default,
        "note": decision.note,
    }
    yield from ((name, marked(text)) for name, text in texts.items() if has_words(text))
    named = {name: marked(choice.question) for name, choice in decision.choices.items() if name and choice.question}
    if named:
        yield "named", named
