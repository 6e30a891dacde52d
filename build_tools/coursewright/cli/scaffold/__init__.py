"""First versions of a course's files: texts that say what to write in their place, and that pass every check.

``cohort``: A new edition of the course
``course``: A new course: one competency map, one lesson, one exercise, and the pages that list them
``course_at_hand``: The course that something new is made in: what it has, and what can be built upon it
``exercise``: A new exercise
``given_name``: The name of something new: given, asked for, or one to begin with
``group``: A new group curriculum
``lift``: A competency with the two gradations that a first lesson leads between
``list_entry``: An id added to a list in a file that somebody wrote: the rest stays as it is, byte for byte
``minutes``: How the time of a lesson or an exercise is shared out
``module``: A new lesson
``name``: What a new thing is called: its title as typed, and the id that the title makes
``options``: Options that several commands under ``new`` share
``questions``: Questions to who sits at a terminal, in their language; elsewhere nothing is asked and the defaults hold
``refused_word``: A word that is none of those known, refused with the nearest one
``report``: What was written, told to who asked for it
``scaffold``: What is to be written: new files, and entries for lists of files that are there
``template``: Templates of new files, one folder a kind and language: Jinja2 with filters that quote for YAML and for
    Markdown
``writing``: New files written all or not at all, and never over anything
"""
