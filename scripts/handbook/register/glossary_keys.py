"""What may stand in docs/data/glossary/<code>.yml."""

from __future__ import annotations

from handbook.diagnostics.keys import FILLED, FLAG, Key, Keys, list_of, mapping, named

_WORDS = list_of(FILLED)
_REASONS = named(FILLED)

CONCEPT_KEYS: Keys = {
    "word": Key("The word that pages use for it.", FILLED, True),
    "forms": Key("Forms of it whose root is another one: feet for foot.", _WORDS),
    "definition": Key("What it means, in a plain sentence or two.", FILLED, True),
    "explain": Key("True where patients need the definition: pages give it, and the word list has it.", FLAG),
    "lay": Key("Other words that patients say and type; also names that only specialists use.", _WORDS),
    "short": Key("Its abbreviations.", _WORDS),
    "brands": Key("Brand names that patients know it by.", _WORDS),
    "avoid": Key("Words that pages do not use for it, each with the reason; = before one that counts only as written.",
                 _REASONS),
    "misleading": Key("The same for words by which readers understand something else: they are refused.", _REASONS),
}  # fmt: skip
ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""What an id is made of: links lead to it."""

GLOSSARY_FILE: Keys = {
    "concepts": Key("Each by its id, the same in every language.",
                    named(mapping(CONCEPT_KEYS), {"pattern": f"^{ID}$"}), True),
}  # fmt: skip
