"""What the commands about fees share: the cohort they are about, and results as text, JSON and tables.

``applicant_options``: The options by which one applicant is described: a question of each condition, in their order
``documents_in_json``: Statements, settlements and fee tables as the JSON documents that others rely on: in English,
    money as text
``output_file``: The file that a result goes to: whole or not at all, and people's data never where it might be
    published
``payment_columns``: The columns of a settlement that say how it is paid, as far as a cohort's file has such things
``payment_text``: How a cohort is paid, in lines: what is beside the price, plans, payers, withdrawal; nothing where
    there is none
``settlement_sheets``: A settlement as sheets: the statements beside what was applied with, the rankings, the waiting
    list, the totals
``settlement_text``: A settlement in a few lines: how it was read, how many of each outcome, what is to be looked at
``statement_told``: One statement told: as lines on a terminal, and as a page to send to the applicant
``table_text``: A cohort's fee table as people read it: windows and profiles, rules that meet, the proof; and as a sheet
"""
