"""Lets `python -m handbook` do what `handbook` does."""

import sys

from handbook.cli import main

sys.exit(main())
