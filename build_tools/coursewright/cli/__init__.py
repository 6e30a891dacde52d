"""The command line: an adapter that asks, shows and refuses; what it shows is made elsewhere.

``aside``: Files and folders on their way to their name: they lie beside it, under a hidden name by which they are known
    again
``build_cache``: What a build leaves for the next one, and when that can be trusted
``build_lock``: One build of an edition at a time: a lock that all its processes hold, and that ends with the last of
    them
``calendar``: What ``coursewright calendar`` writes: feeds to subscribe to, and tables
``commands``: The commands, one a file; each is imported only when it is asked for
``course_figures``: The course in figures as ``coursewright check --report`` shows it: as tables, and as JSON
``fees``: What the commands about fees share: the cohort they are about, and results as text, JSON and tables
``findings_report``: Findings as people and programs read them: sentences, JSON, or commands for a forge's log
``group``: What the command ``group`` needs: the course opened for a group, and a group's portrait as text and as JSON
``held``: Locks that end with the last process that holds them, whatever ends it
``invocation``: What every command is told: the words of its language and the course's folder
``json_schema``: The JSON Schema of a kind of file, made from its model, with descriptions in a language
``json_text``: JSON documents: frozen dataclasses as their fields in order, safe on a terminal, money and instants as
    text
``opened``: The course that a command is about, opened; what is wrong elsewhere in it is told on the way
``output_folder``: Where a site is published, and which folders are never written over
``preview``: The live preview: the course built at every change, served on loopback, with what is found wrong on top of
    each page
``program``: The command ``coursewright``: its commands, and what holds for all of them
``progress``: How far a long piece of work is, where somebody watches
``publication``: A site made public in one step: the last good one stays until the new one is whole
``refusal``: Sentences that the command line refuses with in several places
``scaffold``: First versions of a course's files: texts that say what to write in their place, and that pass every check
``shared_options``: Arguments, options and what stands in help for their values, for several commands
``sphinx_run``: Sphinx run over a course, quietly: its warnings and its failure are returned
``sphinx_warnings``: What Sphinx complains of, in the form of findings
``system_calls``: What the operating system can do and Python has no name for
``terminal``: Text on its way to a terminal: nothing invisible, colours only where they are seen
``text_table``: Tables on a terminal: words to the left, figures to the right, as wide as they need to be
``told_text``: What is told, as people read it on a terminal: a line for each sentence, lists and tables indented
``translated``: Commands and options of click whose help is put into the reader's language when it is shown
``whole_file``: Files that take their name when they are whole and on the disk; until then they have none, where systems
    allow it
``whole_folder``: Folders that take their name when they are whole: new, or in exchange for the one that has it
``whole_set``: Files of one folder that are new all together, in a folder that may hold other people's files too
``workers``: Processes that work for this one end with it, whatever ends it
"""

from coursewright.cli.program import main

__all__ = ["main"]
