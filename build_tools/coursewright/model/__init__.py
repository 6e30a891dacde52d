"""The nouns of a course: frozen types without input or output.

place finding finding_codes words written entry · competency figure module exercise page prose thermometer group matrix
personal_keys glossary people course cohort fee_rules bibliography · translation entry_texts · curriculum ·
translated translation_progress catalog_renewal
"""
