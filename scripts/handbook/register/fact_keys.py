"""What may stand in the files of facts and in sources.yml."""

from __future__ import annotations

from handbook.diagnostics.keys import (
    DAY,
    FILLED,
    FLAG,
    NUMBER,
    Key,
    Keys,
    known,
    list_of,
    mapping,
    named,
    one_of,
)
from handbook.language.quantities import KINDS

CONFIDENCE = ("strong", "moderate", "weak", "clinic-specific")
"""How good the evidence is; not how important the advice is."""
SECOND_CHECKS = ("confirmed", "corrected", "could-not-check", "none")
AUDIENCES = ("patient", "staff")
ADVICE = ("do", "do-not", "stop", "call")
"""What a fact commands."""
URGENCIES = ("emergency", "same-day", "routine")

ORDER_KEYS: Keys = {
    "order": Key("The topics in the order of a treatment: each is the name of a file here.", list_of(FILLED), True),
}

QUANTITY_KEYS: Keys = {
    "kind": Key("What the number is: a length of time, a place in time, a limit, an amount, a share or a count.",
                one_of(KINDS), True),
    "low": Key("The lower end; the same as high for a single value; null where it is open.", NUMBER),
    "high": Key("The upper end; null where it is open.", NUMBER),
    "unit": Key("What is counted: a unit of units.yml.", known("unit"), True),
    "exclusive": Key("True where the one end itself is left out: after day 3, more than 8 weeks.", FLAG),
    "every": Key("True where it is the time from one to the next: every 2 hours, 4 weeks apart.", FLAG),
    "within": Key("The unit in each of which it holds: hour for 5 minutes in each hour.", known("unit")),
}  # fmt: skip
"""The keys of a number that a page may print, here and in decisions.yml."""

COUNTED_KEYS: Keys = {
    **QUANTITY_KEYS,
    "numerator": Key("How many of those who were counted, where the source says so.", NUMBER),
    "denominator": Key("How many were counted in all.", NUMBER),
    "counted": Key("Who or what was counted.", FILLED),
    "population": Key("Whom the number is about.", FILLED),
    "period": Key("In which time.", FILLED),
}
"""The same of a fact, with what was counted."""

EVIDENCE_KEYS: Keys = {
    "source": Key("The id of a publication of sources.yml.", FILLED, True),
    "locator": Key("The place in it: page, table, section.", FILLED),
    "says": Key("What it says, in our own words: nothing is copied.", FILLED, True),
}

FACT_KEYS: Keys = {
    "id": Key("What pages call it: [words](fact:id).", FILLED, True),
    "statement": Key("The fact in plain words; its numbers are in quantity, named, study, dates or others.",
                     FILLED, True),
    "advice": Key("What it commands its reader; left out where it only informs.", one_of(ADVICE)),
    "quantity": Key("Its number, which pages repeat.", mapping(COUNTED_KEYS)),
    "named": Key("Further numbers that a page may quote, by name: fact:id/name.", named(mapping(COUNTED_KEYS))),
    "study": Key("Numbers that describe a study or must not be quoted alone, by name: no page can link to them.",
                 named(FILLED)),
    "dates": Key("Dates of rules and records, by name: no page can link to them.", named(FILLED)),
    "others": Key("All other numbers in the statement and in what the sources say: no page can link to them.",
                  list_of(FILLED)),
    "confidence": Key("How good the evidence is, and not how much the advice matters.", one_of(CONFIDENCE), True),
    "contested": Key("True where sources disagree: give both sides or the cautious one.", FLAG),
    "audience": Key("Staff: never on a page for patients.", one_of(AUDIENCES)),
    "urgency": Key("Only for a warning sign: how soon to call.", one_of(URGENCIES)),
    "region": Key("The two letters of the one country where it is true (ISO 3166); its notes say so.", FILLED),
    "unused": Key("Why no page says it; left out where one must.", FILLED),
    "safe_wording": Key("What may be said and what not; checks show it to whoever must find other words.",
                        FILLED),
    "note": Key("What protects from misreading the statement; shown where there is no safe_wording.", FILLED),
    "evidence": Key("The publications it rests on.", list_of(mapping(EVIDENCE_KEYS))),
    "collected": Key("The day on which the sources were read.", DAY, True),
    "second_check": Key("What came of it when a second person tried to refute it.", one_of(SECOND_CHECKS), True),
    "review_by": Key("The day by which it is to be checked again.", DAY, True),
}  # fmt: skip

FACT_FILE: Keys = {
    "facts": Key("The facts of the topic that the file is named after.", list_of(mapping(FACT_KEYS)), True),
}

SOURCE_KEYS: Keys = {
    "id": Key("What facts call it.", FILLED, True),
    "kind": Key("What sort of publication it is, such as trial, review or law.", FILLED),
    "tier": Key("A: guideline, trial, law. B: series, textbook, hospital. C: news or opinion, which is no evidence.",
                one_of(("A", "B", "C"))),
    "authors": Key("Who wrote it, as the publication prints the names.", FILLED),
    "title": Key("Its own title.", FILLED),
    "about": Key("What it is, in our words, where its own title was not seen.", FILLED),
    "container": Key("The journal, book or site it stands in.", FILLED),
    "year": Key("The year of publication.", FILLED),
    "volume": Key("The volume of the journal.", FILLED),
    "issue": Key("The issue of the volume.", FILLED),
    "pages": Key("Its pages there.", FILLED),
    "doi": Key("Its DOI, as in 10.1000/182.", FILLED),
    "pmid": Key("Its number at PubMed.", FILLED),
    "url": Key("Its own address, where it has neither DOI nor PubMed number.", FILLED),
    "language": Key("The code of its language, if it is not that of the register.", FILLED),
    "seen": Key("cited-in: seen only as retold by another publication.", one_of(("cited-in",))),
    "note": Key("What whoever checks it again should know.", FILLED),
}  # fmt: skip

SOURCE_FILE: Keys = {"sources": Key("The publications behind the facts.", list_of(mapping(SOURCE_KEYS)), True)}
