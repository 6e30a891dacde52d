"""The commands, one a file; each is imported only when it is asked for.

``build``: ``coursewright build``: the course's site, whole or not at all
``calendar``: ``coursewright calendar``: a cohort's sessions with their days, as a list, as files, as what is made
    public
``check``: ``coursewright check``: every finding of the course
``fees``: ``coursewright fees``: the whole fee table of a cohort, with its proof
``group``: ``coursewright group``: a group's portrait and path, and its members' readings counted together
``new``: ``coursewright new``: a course, or something in one, whose texts say what to write in their place
``quote``: ``coursewright quote``: the price for one applicant, with the reason of each line
``schema``: ``coursewright schema``: what editors need to help who writes the files
``serve``: ``coursewright serve``: the site shown while it is written
``settle``: ``coursewright settle``: all applications of a cohort, who pays what and why, who gets what, who waits
``translations``: ``coursewright translations``: the catalogs of the content, brought up to date with its texts
"""
