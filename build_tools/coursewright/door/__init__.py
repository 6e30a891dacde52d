"""The front door for Python: a course opened, and what one can ask of it; the command line asks here too.

``cohort_calendar``: A cohort's calendar: as the course's files say, and as it was last published
``course``: A course as Python opens it: what is wrong with it, its prices, its settlements, calendars and groups
``errors``: What is not done, and why, in a sentence: one family, so that whoever opens a course catches one name
``last_change``: The instant that an unpublished session carries: that of the course's last change, never that of the
    clock
``settling``: A file of applications settled: read, followed from an earlier result, and decided
``use``: What a course is opened for: what is taken from it, and which of its errors stand in the way of that
"""
