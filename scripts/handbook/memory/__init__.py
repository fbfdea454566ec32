"""What was read, found and made last time, for as long as it holds: by content, never by date.

    stamps.py       what it holds for: the program, the day, and the content of every file
    store.py        the files that it is kept in, outside of the project
    known.py        what still holds where a few pages have changed
    parts.py        what was made of the pages of one language, while none of these has changed

A release remembers nothing: what patients are handed was read and checked as if for the first time.
"""
