"""The pipeline that turns checked Markdown into a patient handbook.

    diagnostics/    what is wrong: problems with a place, the reader of YAML, reports
    settings.py     what may stand in mkdocs.yml
    processes.py    the same work on many things, in as many processes as there are processors
    text_version.py the number and the day of the text
    project.py      mkdocs.yml → Project: languages, navigation, version of the text
    markup/         a page's source → Document, each piece with its place
    language/       a language's files → its words, and quantities read and written in it
    tracking/       a page's blocks beside what was recorded of them → current, behind, missing, orphan
    register/       everything under docs/ → Handbook: facts, sources, decisions, clinic, pages
    metrics/        how long and how hard each page is, as numbers
    checks/         Handbook → problems: what disagrees with the register, the original or the form
    render/         Handbook → files: citations for all outputs, then pictures, html, search, typst, hosting
    staging.py      a folder that takes the place of the last good one in one step
    compression.py  smaller copies of what was made
    pack.py         checksums of what was made
    memory/         what was read, found and made last time, as far as it holds
    streams.py      what the terminal and other programs get
    revisions.py    the files as they were at a revision of git
    moving.py       a clinic's answers from the old file to its own
    pipeline.py     the steps in their order
    outcomes.py     what becomes of a command that records something
    reporting/      what people are told, in the language that they read
    command_line.py what the commands have in common
    signing.py      sign-offs: recorded, and which of them still hold
    handing_out.py  which prints are handed out, by their codes
    translating/    `handbook translate`: what is behind, what was translated, what was read
    since.py        what a change has brought, told apart from what was wrong before it
    preview/        the site while it is being written, beside what the check says
    preparing/      a new language: its files, with what is known and the original for the rest
    checking.py     `handbook check`: its options, and how it tells what it has found
    interviewing/   `handbook clinic`: a clinic's answers, asked one by one
    packing/        `handbook pack`, one archive to upload; `handbook verify`, whether a copy is whole
    updating/       `handbook changes`: what an update changes for patients
    cli.py          the command `handbook`

Imports point one way, upwards in this list; tests/test_imports.py keeps it so.
"""
