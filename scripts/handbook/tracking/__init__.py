"""How the translations stand to their originals, block by block.

    pieces.py        what is translated at once, and what stands for its words
    matters.py       which of it somebody else should read: facts, commands, warnings
    ledger.py        what was recorded: of which original each block was made, by whom in which role, and when
    states.py        the pages as they are beside what was recorded: current, behind, missing, orphan, not yet recorded
    word_changes.py  what has changed in the words of a block
    recording.py     a ledger with what has been translated since
    skeleton.py      a page with its form in place, for a translator to write on
"""
