"""Timetables: pure functions from a cohort's calendar to its sessions, their clashes and the feed to subscribe to.

``announcement``: What subscribers of a cohort's calendar are told of its sessions
``clashes``: Clashes of sessions, in one cohort and between several: what cannot be, and what somebody should look at
``days_off``: Days without sessions: public holidays of a country or a part of it, patron days, pauses
``event``: What a calendar feed says, before it is written down
``findings``: Every finding about the sessions of a course's cohorts, over all of them at once
``ics``: A calendar feed as the bytes of an .ics file (RFC 5545 and 7986) that calendar programs subscribe to
``meetings``: What is known of addresses of online sessions by those who do not know them, and the name of the feed that
    has them
``planned_cohort``: A cohort with all that its calendar comes to
``planner``: The planner: days, leaders and places for cohorts that have none yet. It needs OR-tools, an extra of the
    package
``posix_rule``: The rule by which a zone changes its clocks, as POSIX writes it: ``CET-1CEST,M3.5.0,M10.5.0/3``
``publication``: Publishing a calendar: what is told from now on, given what has been told before
``sessions``: The sessions of a cohort: the days of its pattern given to the sessions it lists, with what differs from
    it
``taught``: What the sessions of a cohort teach: in which order, for how long, and what is left out
``travel``: Trainers who have to be in two places with too little time between them
``zone``: A time zone as a calendar writes it: VTIMEZONE, for readers that do not know the zone by its name
``zone_data``: What the database of time zones knows of one: the changes of its clocks so far, and the rule after them
"""
