"""The nouns of a course: frozen types without input or output.

place finding finding_codes words written entry · running_text whole_words sentences reading_ease prose ·
competency figure module exercise page thermometer group matrix personal_keys glossary plain_words people course
cohort fee_rules bibliography · curriculum
"""
