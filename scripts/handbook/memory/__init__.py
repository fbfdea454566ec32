"""What was read and found last time, for as long as it holds: by content, never by date.

    stamps.py       what it holds for: the program, the day, and the content of every file
    store.py        the file that it is kept in, outside of the project
    known.py        what still holds where a few pages have changed

A release remembers nothing: what patients are handed was read and checked as if for the first time.
"""
