"""What a page or table shows: plain data from the curriculum, without HTML and without words of the interface.

A view is a frozen dataclass; two views are equal exactly when what they show is. ``registry`` gives each a name.

``booklet_link``: The booklets that a site offers to print
``cohort_calendar``: A cohort's calendar: its sessions, its months at a glance, and whether one can subscribe to it
``cohort_fees``: What a cohort costs, as its page tells it: prices by window, rules in words, worked examples, what is
    proven
``cohort_page``: A cohort: its dates, enrolment window, and how to apply
``competency_map``: A competency map: as a picture in words, competency by competency, and which module lifts which
``composer_words``: What the composer says, by the names that its scripts call it: most of it the tool says elsewhere,
    too
``course_path``: The course's page: who organises it, and its modules in order with times and prerequisites
``course_quality``: What readers should know of a course's quality: what is made up, unsourced, untranslated, hard to
    read, ignored
``course_report``: The course in figures: how its lessons read, what each competency gets, how its hours are spent
``entry_list``: All entries of one kind, as a list of cards
``exercise_card``: An exercise's card and its timed steps
``fee_timeline``: A cohort's prices on a line of time
``for_whom``: For whom something of a price list is, in sentences: one for each condition
``gradations``: Competencies with the gradation they are practised at, as cards and pages name them
``group_composer``: All that a group needs of the course to write its own curriculum: what one can offer, become, and be
    taught
``group_page``: The page of a group curriculum: who carries what, who can serve whom, what the group may become and how
``group_picture``: A group's network as a picture: members are knots on a circle in the order of the file, interactions
    are threads
``group_portrait``: A group's portrait, told once: for the terminal, for the group's page, and as words for the composer
``links``: Links to entries of the course: where an entry's page is, and what it is called
``map_picture``: The competency maps drawn as knots on threads, with the ties between them: where each thing stands
``matrix_page``: The page of a governance matrix: who does what towards a common goal
``module_card``: A module's card, and the two doors at its end
``module_plan``: How a module's time is spent, stretch by stretch
``page_words``: What translators say on a page: not shown by itself, but a page that changes with it
``pages``: Which page shows what: for each file of the curriculum the view that its page is made of
``payment_terms``: How a cohort is paid, as its page tells it: items, tax, plans with their instalments, payers,
    withdrawal
``reference_pages``: The pages one looks things up in: figures, people, venues, glossary, plain words
``registry``: Every view by name, so that pages can say which they show and be told when it changes
``run_sheet``: The run sheet of a session: what happens at which time by the clock, with cues, materials, room and who
    leads
``thermometer_page``: The page of a thermometer: what it observes, its thread, and the desk at which readings are taken
``told``: What is told, as data: sections of sentences, lists, steps and tables, with no word put into a language yet
``usage``: Who uses what: the references of the curriculum, read backwards
"""
