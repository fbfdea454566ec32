"""One language of the handbook, all of it from its files under docs/data.

    languages.py           the files of a language → Language: its words, units, numbers, dates
    quantities.py          a quantity as a value, and when two are equal
    lexicon_entries.py     what a language's file says about numbers → phrases with their roles
    lexicon.py             a text cut into these phrases
    operands.py            a number with its unit: one end of a quantity
    quantity_parser.py     «за 3–7 дней» → a quantity
    quantity_formatter.py  a quantity → «3–7 дней»
    numerals.py            digits; plurals.py: which form of a word a number demands
    letter_widths.py       how wide words come out, and where their lines may end
    phrases.py             lists of phrases to look for
    readability.py         the formulas for how hard a text is
"""
