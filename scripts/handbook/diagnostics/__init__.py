"""What is wrong, where, and how it is told.

    problems.py           a Problem: a place, a sentence, one thing to do
    hidden_characters.py  what is not seen, and has no place in a page or a data file
    text_reader.py        the text of a file, or why there is none
    numbers.py            numbers as data files write them
    keys.py               the keys of a data file, once for its reader and for editors
    yaml_text.py          what is wrong with a text that should be YAML, told where the mistake is
    yaml_words.py         where each character of a text in a YAML file stands
    stand_ins.py          words of the original that hold the place of a translation
    yaml_reader.py        YAML that knows the place of every key, so that a mistake is told there
    reports.py            problems as text for people, as GitHub annotations, as SARIF
"""
