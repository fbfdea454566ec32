"""The printed handbook: each language in each edition becomes a PDF/UA-1 file.

    output.py           render(handbook, context): what the pipeline calls
    jobs.py             the handbook → orders for books and for the sheets of a language, or what stands against it
    chapters.py         what an edition holds → its chapters; dates.py: stages by date, and a reader's own
    writer.py           blocks → Typst code; inline_writer.py: the words in them; context.py: what they need
    beside.py           the same beside it in another language, block by block
    review.py           what its statements rest on beside it, for who signs it
    index.py            what readers look for, from A to Z, and the places that speak of it
    template_inputs.py  what the templates are given beside the chapters; qr_codes.py: a drawing that leads to the site
    syntax.py           Typst code as text
    fonts.py            which fonts there are; glyphs.py: which characters they can show
    book.py             an edition, ready to be printed
    places.py           where in print each piece of the sources stands; refusals.py: which piece Typst refuses
    table_writer.py     tables, and what a column must have room for; column_shares.py: how wide each is
    print_job.py        prints it in a process of its own: print_folder.py has what it is made of, compiler.py makes
                        the file, fitting.py sets a sheet closer that has to keep to its sides, row_heads.py tells in
                        it what names a row and link_words.py where a link leads, overflow.py looks at its pages,
                        booklet.py puts them on sheets to be folded
    listing.py          a page on the site that lists what was printed, with codes; calendar.py: one on which readers
                        see their own dates; pages.py: what both are made with
    kept.py             which files of the last build would come out the same

Which editions there are stands in docs/data/editions.yml; a kind of paper is a file in overrides/pdf/formats.
"""
