"""One language of the handbook, all of it from its files under docs/data.

    languages.py           the files of a language → Language: its words, units, numbers, dates
    language_keys.py       what may stand in the file of a language
    interface.py           the words of site and print: which there must be, and their gaps
    stemmers.py            the scripts that take the endings off words for the search
    units.py               what can be counted, from units.yml
    unit_words.py          how a language writes them
    quantities.py          a quantity as a value, and when two are equal
    lexicon_entries.py     what a language's file says about numbers → phrases with their roles
    number_words.py        numbers said in several words, added up by a language's rules
    lexicon.py             a text cut into these phrases
    values.py              a number alone: 1 1/2, three (3), minus 18
    operands.py            a number with its unit: one end of a quantity
    bodies.py              one operand, a range, a list of two, a share
    quantity_parser.py     «за 3–7 дней» → a quantity
    leftovers.py           what of a text belongs to no quantity although it must
    quotations.py          whether some words of a text say a quantity, all of it and nothing else
    said_numbers.py        every number that a text says, and which of two texts says another one
    free_numbers.py        what a number counts, by the words around it
    corrections.py         words to write instead, which do
    quantity_formatter.py  a quantity → «3–7 дней»
    numerals.py            digits; numeral_reader.py reads how a language writes them
    plurals.py             which form of a word a number demands
    letters.py             what belongs to a word, and what makes no difference, in any script
    letter_widths.py       how wide words come out, and where their lines may end
    direction.py           which way a text runs
    advice_keys.py         what a language's file says about commands and opposites
    advice_words.py        these words, ready for finding
    advice_phrases.py      where they stand in a sentence, and in which clause
    sentence_parts.py      what stands between the signs of a text, with its phrases
    bans.py                what a ban governs that stands apart from it
    clauses.py             phrases by clause, with the row behind a denial
    denials.py             which phrases a denial reaches
    polarity.py            what a sentence commands, forbids, spares and allows
    enumerations.py        how many things some words list
    scripts.py             the letters that words are written in
    phrases.py             lists of phrases to look for
    roots.py               which words are forms of one; malay_roots.py: those of Malay
    vocabulary.py          words and phrases, found in every form
    alphabet.py            the order of words
    readability.py         the formulas for how hard a text is
"""
