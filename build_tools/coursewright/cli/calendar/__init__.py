"""What ``coursewright calendar`` writes: feeds to subscribe to, and tables.

``calendar_text``: A calendar as a text to read, and as a document for programs
``files``: A calendar as files: feeds, tables, a sheet for participants, and a register to print
``proposal_text``: A proposal as a text to read, and as a document for programs
``proposing``: ``coursewright calendar --propose``: the search, which an interruption ends with the best plan so far
``publishing``: A calendar made public: the file that keeps what subscribers are told
``session_sheets``: A cohort's sessions as sheets: the list, the hours, a register to sign, and what participants get in
    hand
"""
