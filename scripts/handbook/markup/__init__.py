"""A page's source becomes a typed Document, each piece of it with its place in the source.

    inlines.py, blocks.py  the closed set of kinds
    dialect.py             which Markdown a page may use
    builder.py             Python-Markdown's tree → ours; cursor.py finds each character in the source
    source_map.py          where the characters of a text stand in their file
    form.py                what can be wrong with the form of a page
    document.py            the Document; unlinking.py: one without links to pages that are left out
"""
