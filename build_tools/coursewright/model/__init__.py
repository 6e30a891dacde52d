"""The nouns of a course: frozen types without input or output.

place finding finding_codes words written entry · running_text whole_words sentences reading_ease prose rich_text ·
competency figure module exercise page thermometer group matrix personal_keys glossary plain_words people course
cohort published_calendar fee_rules bibliography · translation entry_texts · curriculum · translated
translation_progress catalog_renewal
"""
