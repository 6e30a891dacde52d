"""Group curricula: pure functions from a group and its course to what it may become.

``coverage``: Who carries which competency for the group, beside where it stands and what it aims at
``figures``: Which figures of the course a group already is, which it may become, and what stands in the way of the
    others
``guess``: A good path, quickly: each fact by the way that costs least for it alone, then without what is not needed
``landmarks``: Landmarks: sets of ways of which every path that reaches a fact takes at least one
``lifting``: Modules as what a search needs of them: whole numbers in place of ids, and only what can matter
``matching``: Who serves whom: each competency that a member seeks is served by one other member who offers it
``necessary``: What every path to a fact passes through, and the ways that no best path takes
``network``: How the members of a group hang together by their interactions
``path``: The path: the modules that bring a group to its aspirations, in an order in which they can be taken
``portrait``: All that is shown of a group, computed once for text, JSON and its page
``readings``: A group's reading of a thermometer, from the files of its members: how many chose what, never who
``rules``: What follows from what: ways need facts and bring facts, and all that a module teaches stands for the module
``search``: The least costly modules that bring a group furthest towards its goals: branch and bound over landmarks
``standing``: Where a group stands in each competency, and which gradation it aims at
``taking``: An order in which modules can be taken, each once, so that they lift a group to its goals
``tally``: What the best path below a node of the search costs at least, added up landmark by landmark
``ways``: The ways in which a module can be taken: with which of its lifts
"""
