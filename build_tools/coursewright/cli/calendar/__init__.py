"""What ``coursewright calendar`` writes: feeds to subscribe to, and tables.

``at_hand``: A cohort's calendar at hand: as the course's files say, and as it was last published
``calendar_text``: A calendar as a text to read, and as a document for programs
``course_to_plan``: A course opened to propose days for its cohorts, or the findings that stand in the way
``feed_key``: The key that names the feeds of participants, made at first need
``files``: A calendar as files: feeds, tables, a sheet for participants, and a register to print
``last_change``: The instant that an unpublished session carries: that of the course's last change, never that of the
    clock
``proposal_text``: A proposal as a text to read, and as a document for programs
``proposing``: ``coursewright calendar --propose``: the search, which an interruption ends with the best plan so far
``publishing``: A calendar made public: the file that keeps what subscribers are told
``session_lines``: Sessions as lines of a cohort's file, to be pasted into it: an address that stands there stands in
    them
``session_sheets``: A cohort's sessions as sheets: the list, the hours, a register to sign, and what participants get in
    hand
"""
