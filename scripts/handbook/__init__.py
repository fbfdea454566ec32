"""The pipeline that turns checked Markdown into a patient handbook.

    project.py      mkdocs.yml → Project: languages, navigation, edition
    markdown.py     a page's source → Document: a tree of a closed set of elements, each with its place
    content/        everything under docs/ → Handbook: pages, register of facts, clinic
    pictures/       facts and words → drawings as SVG, for both outputs
    readability.py  how long and how hard each page is, as numbers; scorecard.py shows them as a table
    checks/         Handbook → problems: what disagrees with the register, the original or the form
    citations.py    references → words and citations, for both outputs
    site/           Handbook → the pages of the site, by MkDocs and the theme's templates
    pdf/            Handbook → the printed handbooks, by Typst
    pack.py         checksums of what was made
    pipeline.py     the steps in their order
    cli.py          the command `handbook`

Imports point one way, upwards in this list; tests/test_imports.py keeps it so.
"""
