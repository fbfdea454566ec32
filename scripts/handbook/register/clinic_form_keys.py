"""What may stand in clinic-form.yml, the words of the form for clinics."""

from __future__ import annotations

from handbook.diagnostics.keys import FILLED, Key, Keys, mapping
from handbook.register.clinic import ANSWERS
from handbook.register.clinic_keys import CLINIC_KEYS

PART_KEYS: Keys = {
    "title": Key("Its title.", FILLED, True),
    "text": Key("What stands above its questions.", FILLED, True),
}

PARTS: Keys = {
    "details": Key("What a clinic says of itself.", mapping(PART_KEYS), True),
    "values": Key("The numbers it decides.", mapping(PART_KEYS), True),
    "words": Key("What it decides in words.", mapping(PART_KEYS), True),
}
"""The parts of the form, in order."""

LABELS: Keys = {
    "who": Key("Who decides.", FILLED, True),
    "reason": Key("Why it is asked.", FILLED, True),
    "default": Key("What is printed if nothing is written.", FILLED, True),
    "said": Key("What the pages say, where the answer is no number.", FILLED, True),
    "allowed": Key("The range.", FILLED, True),
    "note": Key("What to keep to beside the range.", FILLED, True),
}
"""What is said beneath a question; {} is the place of what decisions.yml says."""

QUESTIONS: Keys = {
    name: Key(f"How the form asks for it. {CLINIC_KEYS[name].means}", FILLED, True) for name in ANSWERS
}
ANSWERED: Keys = {name: Key(key.means, FILLED) for name, key in QUESTIONS.items()}

FORM_FILE: Keys = {
    "opening": Key("What stands above everything.", FILLED, True),
    "parts": Key("Title and explanation of each part.", mapping(PARTS), True),
    "questions": Key("What is asked for each detail.", mapping(QUESTIONS), True),
    "answers": Key("What the example answers, as YAML writes it.", mapping(ANSWERED)),
    "labels": Key("What is said beneath a question.", mapping(LABELS), True),
}
