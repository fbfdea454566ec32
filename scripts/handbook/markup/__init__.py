"""A page's source becomes a typed Document, each piece of it with its place in the source.

    dialect.py      which Markdown a page may use
    alignment.py    where each character stood
    document.py     the Document, and what is wrong with its form
"""
