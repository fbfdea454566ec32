"""The search of the site: one script for each language.

    output.py  render(handbook, context): what the pipeline calls
    index.py   the sections of every page, and the script that finds them
"""
