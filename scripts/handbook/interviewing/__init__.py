"""`handbook clinic`: asks a clinic for its answers, one question after another, and writes them into its own file.

    questions.py    what is asked, in the words of a language
    countries.py    the name of a country → its two letters
    answers.py      what was typed → an answer as the file has it, or what is wrong with it
    sitting.py      the clinic's file before and after an answer
    dialogue.py     ask, check, save, ask the next
    summary.py      what a release still needs
    terminal.py     what is shown, and what is typed
    steps.py        the command
"""
