"""What a rule can ask of an applicant, a room each: what files say, columns, classes, reasons, words.

``age``: How old the applicant is, in years on a day, from the day of birth
``alumni``: Whether the applicant took part before
``category``: The applicant's category
``code``: A code that the applicant has received; a rule asks for it as text or by its digest, and no page says it
``experience``: How much work experience the applicant has, in years on a day, from periods of work
``given``: What a course asks of applicants beside the conditions that are known: columns of its own, of words or of
    numbers
``organisation``: How many people of the applicant's organisation have a place
"""
