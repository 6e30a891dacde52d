"""The planner: days, leaders and places for cohorts that have none yet. It needs OR-tools, an extra of the package.

``arrangement``: An answer to a planning problem, and what it costs by each preference
``bridge_days``: Bridge days: those that a public holiday joins to a weekend, when many are away
``chain``: One choice among occasions in order of time, as a solver likes it: by when, and when
``cohort_days``: The days of one cohort: which it might meet on, and what its file says against each
``conflict``: Why there is no plan: the smallest set of conditions that no plan can all keep, and the cheapest to give
    up
``draft``: A planning problem in the solver's terms: what may be chosen, and what must hold
``literals``: The solver's truth values: a choice that it makes, or what is settled beforehand
``part``: A part of a planning problem: some of its cohorts, while the others stay as a plan has them
``posing``: A course's cohorts as a planning problem: every condition that their files state, each with its place
``preferences``: What makes one plan better than another, in the solver's terms: one sum for each preference
``problem``: A planning problem: which sessions may be held when, led by whom and where, and what stands against it
``proposal``: A proposal: sessions with days, leaders and places for cohorts that have none yet, or why there are none
``proposed_cohort``: A cohort as its file would be with what is proposed
``remedies``: What would help where there is no plan: conditions to give up, and how far
``requirement``: What holds a plan back: each condition that somebody has written, with its place and what it costs to
    give up
``search``: The search for a plan of one cohort or of many together
``sharing``: What cohorts share: nobody is in two places at a time, no place holds two sessions, ways between take time
``solving``: One run of the solver: the same answer for the same draft, however many cores there are
``staffing``: Who may lead a cohort's sessions and where they may be held: what files say against people and venues
``telling``: A proposal told: sentences with their values, for whoever shows them
``wanted``: What a cohort has to hold: its listed sessions, and those that the modules of the path still need
"""
