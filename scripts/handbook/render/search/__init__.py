"""The search of the site: one script for each language.

    output.py  render(handbook, context): what the pipeline calls
    index.py   what is known of the sections: by words.py, sections.py, weights.py, concepts.py
    dangers.py the warning signs that stand above everything; what shows them: rules.py
    script.py  the scripts as text, by encoding.py
"""
