"""What may stand in interview/<language>.yml, the words in which `handbook clinic` asks a clinic."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handbook.diagnostics.keys import FILLED, Key, Keys, Shape, list_of, mapping, named
from handbook.register.clinic_faults import GAPS as FAULT_GAPS
from handbook.register.clinic_form_keys import QUESTIONS

COMMAND_KEYS: Keys = {
    "later": Key("Leave a question open.", list_of(FILLED), True),
    "back": Key("Go to the question before.", list_of(FILLED), True),
    "default": Key("Take an answer away, so that the default is printed.", list_of(FILLED), True),
    "stop": Key("End the questions for now.", list_of(FILLED), True),
}
"""What can be typed in the place of an answer; the first of each list is the one that is told."""

_DIALOGUE = (
    "language opening{count} commands{later}{back}{default}{stop} number{number}{count} needed doctors{count}{stop}"
    " more{later}{back}{default}{stop} because{text} enter-open saved{text} printed{text} kept-answer{text} left-open"
    " must-change{text} finished{file} kept{file} nothing-kept continue missing nothing-missing"
    " unsigned{count} other-problems{count} look"
)
DIALOGUE_GAPS: Mapping[str, tuple[str, ...]] = {
    words.partition("{")[0]: tuple(re.findall(r"\{([\w-]+)\}", words)) for words in _DIALOGUE.split()
}
"""Every sentence of the dialogue, with what is filled in."""

_GAPS = ("clinic", "day", "folder", "address", "verify")
UPLOAD_GAPS: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    ("title", "intro", "upload", "apache", "nginx", "caddy", "cloud", "container", "stick", "look", "compare"), _GAPS
)
"""What the page for whoever uploads the handbook says; of each text the first line is the heading."""

ASKED = tuple(name for name in QUESTIONS if name != "example")
"""The details that are asked; a clinic that has a name is no example."""

LABELS: Keys = {
    "who": Key("Who decides.", FILLED, True),
    "reason": Key("Why it is asked.", FILLED, True),
    "default": Key("What is printed if nothing is answered.", FILLED, True),
    "allowed": Key("The range.", FILLED, True),
    "note": Key("What to keep to beside the range.", FILLED, True),
}
"""What is said beneath a question; {text} is what decisions.yml says."""

DECISION_WORDS: Keys = {
    "question": Key("What the clinic is asked.", FILLED),
    "reason": Key("Why it cannot be the same everywhere.", FILLED),
    "default": Key("The cautious answer in words, where it is no number.", FILLED),
    "note": Key("What a clinic must keep to beside the range.", FILLED),
    "named": Key("What is asked for further numbers, by name.", named(FILLED)),
}
"""Words of decisions.yml in another language than its own; what is missing stays in that."""


def _sentences(gaps: Mapping[str, tuple[str, ...]]) -> Shape:
    """Return the shape of a section in which each of some sentences must be."""
    told = {name: ", ".join(f"{{{gap}}}" for gap in names) or "none" for name, names in gaps.items()}
    return mapping({name: Key(f"Gaps that are filled in: {gaps}.", FILLED, True) for name, gaps in told.items()})


INTERVIEW_FILE: Keys = {
    "commands": Key("What can be typed in the place of an answer.", mapping(COMMAND_KEYS), True),
    "dialogue": Key("What is said around the questions.", _sentences(DIALOGUE_GAPS), True),
    "questions": Key("What is asked for each detail.", mapping({name: QUESTIONS[name] for name in ASKED}), True),
    "labels": Key("What is said beneath a question.", mapping(LABELS), True),
    "faults": Key("What is said of an answer that cannot be.", _sentences(FAULT_GAPS), True),
    "upload": Key("The page for whoever uploads the handbook.", _sentences(UPLOAD_GAPS), True),
    "roles": Key("Who decides, by the words of decisions.yml.", named(FILLED)),
    "decisions": Key("The questions of decisions.yml, by their ids.", named(mapping(DECISION_WORDS))),
}
