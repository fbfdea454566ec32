"""The website: MkDocs is the shell, the pages are our own Documents written as HTML.

    output.py            render(handbook, context): what the pipeline calls; and the preview
    writer.py            blocks and inlines → HTML; links.py: links and citation marks; figures.py: drawn pictures;
                         spoken.py: the language of an element
    notes.py             the notes to a page, on one of their own; words.py: what it explains at its end
    page_text.py         the text of a page, put together from these
    template_context.py  what the templates show around it; not_found.py: what the page for wrong addresses shows
    mkdocs_plugin.py, mkdocs_adapter.py, jinja_environment.py  where we meet MkDocs
    worker.py            what browsers keep of the site, where a clinic wishes it
    style_sheet.py       the one style sheet; logical_sides.py: the theme's rules for both directions in one
    audit.py             looks at the result: tags.py reads it, site_links.py follows its links, origins.py tells
                         which line of a page, of the data or of a template something comes from
"""
