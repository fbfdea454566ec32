"""How long and how hard the pages are to read.

    page_metrics.py  a page → its words, sentences and the values of its language's formulas
    scorecard.py     all of them as a table
"""
