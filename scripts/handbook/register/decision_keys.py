"""What may stand in decisions.yml."""

from __future__ import annotations

from handbook.diagnostics.keys import FILLED, NUMBER, Key, Keys, list_of, mapping, named, one_of
from handbook.register.clinic import ANSWERS
from handbook.register.fact_keys import QUANTITY_KEYS

ALLOWED_KEYS: Keys = {
    "low": Key("The least that a clinic may set; null where the range is open.", NUMBER),
    "high": Key("The most that a clinic may set; null where the range is open.", NUMBER),
}

VALUE_KEYS: Keys = {
    **QUANTITY_KEYS,
    "allowed": Key("The range for a clinic's own value, not wider than the fact.", mapping(ALLOWED_KEYS)),
    "question": Key("What the clinic is asked, where that is another question than the decision's.", FILLED),
    "at-least": Key("The address of another value of the same unit that this one may not be less than.", FILLED),
    "formerly": Key("The addresses that this value had before.", list_of(FILLED)),
    "facts": Key("The facts that bound this value, where others bound it than the decision.", list_of(FILLED)),
}

DECISION_KEYS: Keys = {
    "id": Key("What pages call it: [](fact:id) prints the clinic's value.", FILLED, True),
    "question": Key("What the clinic is asked.", FILLED, True),
    "detail": Key("The detail of the clinic that answers it, such as out-of-hours.",
                  one_of(ANSWERS)),
    "formerly": Key("The addresses that its number had before.", list_of(FILLED)),
    "who": Key("Who decides, such as clinic doctor or clinic management.", FILLED, True),
    "reason": Key("Why it cannot be the same everywhere.", FILLED),
    "default": Key("The cautious answer in words, for which the pages are written.", FILLED),
    "facts": Key("The facts that bound it, the most important first.", list_of(FILLED)),
    "quantity": Key("The default as a number, as it is printed.", mapping(QUANTITY_KEYS)),
    "allowed": Key("The range for a clinic's own number, not wider than the fact.", mapping(ALLOWED_KEYS)),
    "named": Key("Further numbers of the same decision, by name: fact:id/name.", named(mapping(VALUE_KEYS))),
    "note": Key("What a clinic must keep to beside the range; shown with the question, and where a number is refused.",
                FILLED),
}

DECISION_FILE: Keys = {
    "decisions": Key("What each clinic settles for itself.", list_of(mapping(DECISION_KEYS)), True),
}
