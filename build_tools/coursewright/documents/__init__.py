"""Tables and statements as the bytes of files, from words and figures that others have chosen: no files, no Sphinx.

``booklets``: Booklets to print: the exercises of a course, and a workbook for those who take part
``calendar_feeds``: The feeds of a published calendar: one for all, one for participants, one for each trainer, one for
    each venue
``csv_text``: A sheet as CSV that a spreadsheet opens well: UTF-8 with a byte order mark, texts that are never run
``session_pdfs``: Sessions as tagged PDF (PDF/UA-1): a register of attendance to sign by hand, and a calendar for
    participants
``sheet``: A sheet: named columns of one kind of value each, and rows
``spreadsheet``: Sheets as an XLSX workbook: numbers, days and times, texts that are never formulas. Equal sheets, equal
    bytes
``statement_pdf``: A statement as a tagged PDF (PDF/UA-1), for the applicant
``tagged_pdf``: Data set by a typst source as a tagged PDF (PDF/UA-1), the same on every machine
``texts_in_files``: Every text that the bytes of a file hold, whatever its kind: shown, hidden in its marks, compressed,
    or said of it
"""
