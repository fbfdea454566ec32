"""JSON Schemas of the data files, so that an editor completes their keys, explains them and marks what cannot be.

Each data file names its schema in the first line (``# yaml-language-server: $schema=…``). They are made of the tables
that the readers are given, and of this handbook's units, languages, countries and topics.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from handbook.diagnostics.keys import FILLED, TEXT, Key, Keys, Shape, fill_in, mapping
from handbook.language.language_keys import EVIDENCE, LANGUAGE_KEYS
from handbook.language.languages import Language
from handbook.language.unit_reader import UNIT_FILE
from handbook.register.clinic_form_keys import FORM_FILE
from handbook.register.clinic_keys import CLINIC_KEYS
from handbook.register.countries import COUNTRY_KEYS
from handbook.register.decision_keys import DECISION_FILE
from handbook.register.edition_keys import EDITION_FILE
from handbook.register.editorial_reviews import REVIEW_FILE
from handbook.register.fact_keys import FACT_FILE, ORDER_KEYS, SOURCE_FILE
from handbook.register.glossary_keys import GLOSSARY_FILE
from handbook.register.handbook import Handbook
from handbook.register.handed_out import HANDED_OUT_FILE
from handbook.register.interview_keys import INTERVIEW_FILE
from handbook.register.limits import LIMIT_FILE
from handbook.register.open_questions import QUESTION_FILE
from handbook.register.picture_keys import PICTURE_FILE
from handbook.register.searches import SEARCH_FILE
from handbook.register.sign_offs import SIGN_OFF_FILE
from handbook.register.sign_rules import SIGN_RULE_KEYS
from handbook.register.sign_words import SIGN_WORD_FILE
from handbook.register.subject_keys import CLAIM_FILE, TOPIC_FILE
from handbook.tracking.ledger import LEDGER_FILE

FOLDER = "docs/data/schemas"

_DRAFT = "http://json-schema.org/draft-07/schema#"

SHAPES: Mapping[str, Shape] = {
    "order": mapping(ORDER_KEYS),
    "facts": mapping(FACT_FILE),
    "sources": mapping(SOURCE_FILE),
    "evidence": EVIDENCE,
    "decisions": mapping(DECISION_FILE),
    "clinic": mapping(CLINIC_KEYS),
    "clinic-form": mapping(FORM_FILE),
    "interview": mapping(INTERVIEW_FILE),
    "countries": mapping(COUNTRY_KEYS),
    "units": mapping(UNIT_FILE),
    "languages": mapping(LANGUAGE_KEYS),
    "pictures": mapping(PICTURE_FILE),
    "topics": mapping(TOPIC_FILE),
    "claims": mapping(CLAIM_FILE),
    "warning-signs": mapping(SIGN_RULE_KEYS),
    "signs": mapping(SIGN_WORD_FILE),
    "glossary": mapping(GLOSSARY_FILE),
    "searches": mapping(SEARCH_FILE),
    "open-questions": mapping(QUESTION_FILE),
    "readability": mapping(LIMIT_FILE),
    "editions": mapping(EDITION_FILE),
    "editorial-reviews": mapping(REVIEW_FILE),
    "sign-offs": mapping(SIGN_OFF_FILE),
    "handed-out": mapping(HANDED_OUT_FILE),
    "translations": mapping(LEDGER_FILE),
}
"""What may stand in each kind of file; the words of site and print, which a language's file has, come from the source
language."""


def make_schemas(handbook: Handbook) -> dict[str, bytes]:
    """Return the schemas of a handbook as files, by their names."""
    names = _names(handbook)
    shapes = {**SHAPES, "interface": mapping(_words(handbook.source.interface, handbook.source))}
    return {f"{kind}.json": _written(fill_in(shape, names)) for kind, shape in shapes.items()}


def _names(handbook: Handbook) -> Mapping[str, Iterable[str]]:
    """Return what files may name, by kind."""
    return {
        "unit": handbook.units.by_id,
        "language": (*handbook.project.codes, *handbook.project.unbuilt),
        "topic": dict.fromkeys(fact.topic for fact in handbook.register.facts.values() if not fact.decided_by),
    }


def _words(words: Mapping[str, Any], source: Language) -> Keys:
    """Return the words of site and print as keys; what each means is what the source language says there."""
    return {
        str(name): Key("Words that stand together.", mapping(_words(said, source)))
        if isinstance(said, Mapping)
        else Key(f"{source.name}: {said or '–'}", FILLED if said else TEXT)
        for name, said in words.items()
    }


def _written(shape: Shape) -> bytes:
    """Write a schema; the same tables give the same bytes."""
    return (json.dumps({"$schema": _DRAFT, **shape}, ensure_ascii=False, indent=1) + "\n").encode()
