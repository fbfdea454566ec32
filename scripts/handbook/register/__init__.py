"""What the handbook says: the facts with their sources, what the clinic decides, and the pages that say it.

    facts.py              a fact, a source, the register; fact_reader.py reads them
    decisions.py          what each clinic settles for itself; clinic.py: what this clinic has settled, and who signed
    countries.py          where a clinic can be, and which fact has the emergency numbers
    subjects.py           what patients look for and what they have heard
    editorial_reviews.py  who read which page against its sources
    limits.py             how long and how hard a page may be
    picture_facts.py      which facts the drawn pictures show
    pages.py              every page in every language
    handbook.py           all of it together
"""
