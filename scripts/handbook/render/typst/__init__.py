"""The printed handbook: each language in each edition becomes a PDF/UA-1 file.

    output.py           render(handbook, context): what the pipeline calls
    jobs.py             the handbook → an order for each book, or what stands against it
    chapters.py         a language's pages → the chapters of its book
    writer.py           blocks → Typst code; inline_writer.py: the words in them; context.py: what they need
    template_inputs.py  what the templates are given beside the chapters
    syntax.py           Typst code as text
    fonts.py            which fonts there are; glyphs.py: which characters they can show
    book.py             a book, ready to be printed
    places.py           where in print each piece of the sources stands; refusals.py: which piece Typst refuses
    table_writer.py     tables, and what a column must have room for
    print_job.py        prints it in a process of its own: print_folder.py has what it is made of, compiler.py makes
                        the file, overflow.py looks at its pages

An edition is a file in overrides/pdf/editions.
"""
