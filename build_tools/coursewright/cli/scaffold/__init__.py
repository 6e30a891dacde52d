"""First versions of a course's files: texts that say what to write in their place, and that pass every check.

name · questions · course_at_hand · template · scaffold (what is to be written) · list_entry · writing ·
course module exercise cohort group (one a kind) · templates/ (one folder a kind and language)
"""
