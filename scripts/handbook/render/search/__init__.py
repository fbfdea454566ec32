"""The search of the site: for each language a script, and others with the words, which it asks for.

    output.py  render(handbook, context): what the pipeline calls
    index.py   what is known of the sections: by words.py, sections.py, weights.py, concepts.py
    dangers.py the warning signs that stand above everything; what shows them: rules.py
    drawers.py the words, cut into what is loaded at once; what stands there: contents.py
    script.py  the scripts as text, by engine.py and encoding.py
"""
