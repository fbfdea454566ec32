"""`handbook translate`: what a translator and a maintainer do with the ledgers.

    texts.py     the pages that somebody names
    records.py   `done`, `checked` and `start`: what was translated and read is recorded, a page is begun
    telling.py   `status` and `diff`: how the translations stand, and what has changed in the original
    steps.py     their options on the command line
"""
