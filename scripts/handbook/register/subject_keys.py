"""What may stand in topics.yml and claims.yml."""

from __future__ import annotations

from handbook.diagnostics.keys import FILLED, Key, Keys, known, list_of, mapping, named, one_of

VERDICTS = (
    "supported", "needs-qualifying", "not-supported", "contradicted", "other-device", "omission", "not-a-claim",
)  # fmt: skip
DANGERS = ("none", "low", "moderate", "high")

TOPIC_KEYS: Keys = {
    "id": Key("A name for it.", FILLED, True),
    "group": Key("Which topics stand beside it.", FILLED, True),
    "definition": Key("What a patient wants to know, in a sentence.", FILLED, True),
    "labels": Key("What to call it, by the code of each language.", named(FILLED, known("language"))),
    "pages": Key("Where it is answered in the source language, the best place first: recovery/sun.md#hats.",
                 list_of(FILLED)),
}  # fmt: skip
TOPIC_FILE: Keys = {"topics": Key("What patients look for.", list_of(mapping(TOPIC_KEYS)), True)}

CLAIM_KEYS: Keys = {
    "id": Key("A name for it.", FILLED, True),
    "claim": Key("The claim, shortened, in our own words.", FILLED, True),
    "verdict": Key("Whether it is true.", one_of(VERDICTS), True),
    "danger": Key("The harm a patient could come to by believing it.", one_of(DANGERS), True),
    "facts": Key("The facts that answer it; left out where it is no claim.", list_of(FILLED)),
}
CLAIM_FILE: Keys = {"claims": Key("What patients may have heard.", list_of(mapping(CLAIM_KEYS)), True)}
