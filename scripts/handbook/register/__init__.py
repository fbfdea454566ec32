"""What the handbook says: the facts with their sources, what the clinic decides, and the pages that say it.

    facts.py              a fact, a source, the register; fact_reader.py reads them, fact_order.py finds their files;
                          fact_days.py: whether their days can be;
                          source_addresses.py: where a publication can be found
    *_keys.py             what may stand in each file, once for its reader and for the schemas of schemas.py
    decisions.py          what each clinic settles for itself
    clinic.py             what this clinic has settled; clinic_reader.py reads it, clinic_lines.py finds
                          what went wrong in typing, clinic_details.py and clinic_values.py look at each answer,
                          clinic_faults.py: what can be wrong with one; clinic_writer.py puts one into the file
    phone_numbers.py      telephone numbers of every country
    clinic_questions.py   what a clinic is asked; clinic_form.py: the form with the questions,
                          interview.py: the words in which they are asked one by one
    old_clinic.py         the file that clinics filled in before
    countries.py          where a clinic can be, and which fact has the emergency numbers
    regions.py            what is said of facts that are true in one country only
    sign_rules.py         what tells expected signs from warning signs
    warning_signs.py      the warning signs; sign_words.py: what they are called, sign_lists.py: lists of them as blocks
    passages.py           what is written once; insertions.py puts it, and signs, into the pages
    editions.py           what is printed: books and sheets; edition_reader.py reads it, edition_contents.py finds what
                          they hold
    glossary.py           the word for each concept; explained.py: where pages use it, and the word list
    open_questions.py     what only a clinician can settle
    subjects.py           what patients look for and what they have heard
    editorial_reviews.py  who read which page against its sources
    limits.py             how long and how hard a page may be
    pictures.py           what is drawn from the facts, and which facts a page uses
    picture_reader.py     pictures.yml → pictures; fact_ends.py: ends of facts as days; svg_reader.py: drawings
    picture_words.py      words with facts in their gaps; picture_vocabulary.py: which words there must be
    images.py             the images that pages show: photographs, as what they say they are
    pages.py              every page in every language; filled_words.py: references → words
    digest.py             all that a page shows → a digest; canonical_text.py and picture_form.py write its parts
    sign_offs.py          who has answered for which page; signatory.py: who may; signed_pages.py: what still holds
    stand_ins.py          what still has the words of the original
    handbook.py           all of it together; selection.py: as much of it as a clinic hands out
"""
