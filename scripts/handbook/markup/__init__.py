"""A page's source becomes a typed Document, each piece of it with its place in the source.

    inlines.py, blocks.py  the closed set of kinds
    dialect.py             which Markdown a page may use; box_parser.py: boxes in it
    builder.py             Python-Markdown's tree → ours; cursor.py finds each character in the source;
                           runs.py: what stands in an element
    source_map.py          where the characters of a text stand in their file
    form.py                what can be wrong with the form of a page
    list_numbers.py        whether lists are numbered as they are printed
    indentation.py         whether each piece stands where its indentation says
    word_order.py          whether the words are read in their order, each once
    document.py            the Document; unlinking.py: one without links to pages that are left out
"""
