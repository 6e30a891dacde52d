"""What stands in help for a value that is to be given, by what the value is."""

from __future__ import annotations

from coursewright.model.words import N_

COHORT = N_("COHORT")
DAY = N_("DAY")
FILE = N_("FILE")
FOLDER = N_("FOLDER")
ID = N_("ID")
NUMBER = N_("NUMBER")
TITLE = N_("TITLE")
