"""A handbook becomes files.

    citations.py  references → words and citations, the same for every output
    marks.py      where in the text the citation marks stand, the same for every output
    addresses.py  where a page stands on the site
    images.py     images as they are published: pixels and nothing else
    policy.py     what a page may load and run
    editions.py   what stands in each printed edition
    output.py     what an output is; workers.py: processes for what runs long
    pictures/     facts and words → drawings
    html/         the pages of the site, in MkDocs' shell
    search/       one search script for each language
    typst/        the printed books
    hosting/      what web servers are told
"""
