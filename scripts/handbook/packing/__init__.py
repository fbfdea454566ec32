"""`handbook pack`: one archive to upload; `handbook verify`: whether a copy of it is whole.

    bill.py           what the handbook is made with, as a software bill of materials
    instructions.py   a page for whoever uploads it, for each kind of host
    archive.py        all of it in one file, the same bytes each time
    copies.py         what there is of a folder, of an archive, or at an address of the web
    steps.py          the commands
"""
