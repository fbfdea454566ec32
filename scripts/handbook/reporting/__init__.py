"""What is told people, in the language that they read.

catalogues.py  the messages of the program in other languages
reader.py      in which language whoever runs a command is answered
parser.py      the command line: what can stand there, and what is wrong with it
report.py      what is told of a translation: what is wrong with it, and what has changed in the original
as_text.py     the same as lines of text
reports.py     for which languages there is a report
comment.py     a report as a comment on a request, whoever wrote it
messages/      the catalogues: words of the program, and so the same for every handbook
"""
