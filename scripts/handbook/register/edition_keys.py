"""What may stand in docs/data/editions.yml."""

from __future__ import annotations

from handbook.diagnostics.keys import FILLED, FLAG, NUMBER, Key, Keys, list_of, mapping, named, one_of

KINDS = ("book", "sheet")

EDITION_KEYS: Keys = {
    "id": Key("A name in small letters; its file and its words in the interface are called by it.", FILLED, True),
    "kind": Key("A book has a cover, contents and chapters; a sheet is a text of a page or two.", one_of(KINDS), True),
    "paper": Key("The name of a file in overrides/pdf/formats: a4, a4-wide or a5.", FILLED, True),
    "size": Key("Of its letters, in points.", NUMBER, True),
    "small": Key("Of the letters of feet, lists of sources and marks; at least 12 unless it is written here.", NUMBER),
    "holds": Key(
        "What is in it, in order: pages, sections of the navigation, and in a sheet also page.md#section, passage:…, "
        "signs:… and dates:… with a timeline; left out, every page.", list_of(FILLED)),
    "sources": Key("Whether each statement has a mark and the last pages list the sources.", FLAG),
    "index": Key("Whether its last pages say where in it each topic and each word of the glossary stands.", FLAG),
    "two-sided": Key("Whether the inner margin is the wider one, for pages printed on both sides and bound.", FLAG),
    "large-print": Key("Whether tables of three and more columns become lists, as large print needs.", FLAG),
    "beside": Key(
        "The code of a language whose words stand beside those of the reader's, block by block; only in a sheet, which "
        "is then printed in every other language.", FILLED),
    "review": Key(
        "Whether beside the text stands what each statement rests on, with a place to sign behind each page; for the "
        "clinicians who answer for it.", FLAG),
    "sides": Key(
        "How many sides of paper a sheet may take: where it would take more it is set closer, and then in smaller "
        "letters, of 12 points at least.", NUMBER),
    "days": Key(
        "Of parts of pages that a sheet holds, by the id of a heading, the first and the last day after the procedure, "
        "day-2-4: [2, 4]; with a reader's own dates they stand behind the heading.",
        named(list_of({"type": "integer"}))),
    "to-hang": Key("Whether a sheet is to be hung up: the clinic's numbers stand large at its head.", FLAG),
    "folded": Key("Whether two pages of an A5 book are printed on a sheet of A4, to be folded into a booklet.", FLAG),
    "follow-on": Key("Whether chapters follow one another within a section instead of beginning a page.", FLAG),
}  # fmt: skip
EDITION_FILE: Keys = {"editions": Key("What is printed, the one that the site offers first.",
                                      list_of(mapping(EDITION_KEYS)), True)}  # fmt: skip
