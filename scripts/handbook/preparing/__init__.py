"""A new language: every file that it needs, filled with what is known and with the original for the rest.

    preparation.py        `handbook new-language`: what is written, what stands against it
    left_to_do.py         what is left to do, in its order
    cldr.py               what the Unicode CLDR knows of the language
    language_file.py      its way with numbers: what is known, and a place for each list of words
    interview_file.py     the words in which a clinic is asked
    marked_copy.py        a file of words, each marked as not yet translated
    entries.py            its lines in files that all languages share
"""
