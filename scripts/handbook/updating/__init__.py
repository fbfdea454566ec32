"""`handbook changes`: what an update changes for the patients of a clinic, on one page.

    older.py         the older files: from git, from a folder or from a ZIP
    differences.py   two handbooks → what is said otherwise, and which signatures no longer hold
    steps.py         the command
"""
