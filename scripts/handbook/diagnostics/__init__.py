"""What is wrong, where, and how it is told.

    problems.py     a Problem: a place, a sentence, one thing to do
    keys.py         the keys of a data file, once for its reader and for editors
    yaml_reader.py  YAML that knows the place of every key, so that a mistake is told there
    reports.py      problems as text for people, as GitHub annotations, as SARIF
"""
