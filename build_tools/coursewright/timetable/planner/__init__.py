"""The planner: days, leaders and places for cohorts that have none yet. It needs OR-tools, an extra of the package.

``wanted`` what a cohort has to hold · ``bridge_days`` days on which many are away · ``requirement`` what somebody has
written that holds a plan back · ``problem`` all of it as plain data · ``posing`` the problem of a course's cohorts ·
``arrangement`` an answer and its cost · ``part`` some cohorts beside the others ·
``proposed_cohort`` a cohort as its file would be · ``remedies`` what would help · ``proposal`` what is proposed

In the solver's terms: ``literals`` · ``chain`` one choice in time · ``draft`` what may be chosen and must hold ·
``sharing`` what cohorts share · ``preferences`` what is better · ``solving`` one run · ``search`` the search ·
``fewest_cohorts`` which are in each other's way · ``conflict`` why there is no plan
"""
