"""What is told a translator, in the translator's own language.

catalogues.py  the messages of the program in other languages
report.py      what is told of a translation: what is wrong with it, and what has changed in the original
as_text.py     the same as lines of text
reports.py     for which languages there is a report
comment.py     a report as a comment on a request, whoever wrote it
messages/      the catalogues: words of the program, and so the same for every handbook
"""
