"""What ``coursewright calendar`` writes: feeds to subscribe to, and tables.

``at_hand``: A cohort's calendar at hand: as the course's files say, and as it was last published
``attendance``: A cohort's register of attendance: the words on each of its sheets
``calendar_text``: A calendar as a text to read, and as a document for programs
``course_to_plan``: A course opened to propose days for its cohorts, or the findings that stand in the way
``feed_key``: The key that names the feeds of participants, made at first need
``files``: A calendar as files: feeds, tables, a sheet for participants, and a register to print
``last_change``: The instant that an unpublished session carries: that of the course's last change, never that of the
    clock
``participants``: The sheet for participants: the words of their calendar, with the addresses of online sessions
``place_words``: Where a session is, in words for lists that many read: of an online one only that it is online
``proposal_text``: A proposal as a text to read, and as a document for programs
``proposing``: ``coursewright calendar --propose``: the search, which an interruption ends with the best plan so far
``publishing``: A calendar made public: the file that keeps what subscribers are told
``requirement_words``: What holds a plan back, in the words of whoever administers a course
``session_lines``: Sessions as lines of a cohort's file, to be pasted into it: an address that stands there stands in
    them
``session_sheets``: A cohort's sessions as sheets: the list, and the hours for each module and each trainer
"""
