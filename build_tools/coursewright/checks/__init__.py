"""What must hold across files: from the curriculum to findings. Nothing here reads a file or prints.

``blocks``: Blocks of Markdown texts: opened with three signs, closed again, and of a name that is known
``coverage``: Every competency is taught, practised and assessed; every exercise is used
``gradations``: Gradations are those of the map they are used with, in its order, described wholly or not at all
``ignores``: Warnings that a writer has seen and silenced, with the reason
``illustrative``: What is marked as illustrative exists
``linked_terms``: Words of the glossary lead to it at least once in every lesson that uses them
``lookup``: Whether an id that something refers to exists, and which one was probably meant
``loops``: Loops of a directed graph, told in the same way whatever the order of its parts
``meeting_links``: Recognises addresses of online meetings, and their passwords, in a text
``mentions``: Roles in Markdown texts that name entries, sources or words of the course
``missing_sources``: What the course states as fact says where it comes from, or is marked as illustrative
``path``: The course's path: every module once, each beginning where those before it have led, none before what it
    requires
``personal_data``: Texts in which somebody could be found: e-mail addresses, telephone numbers, Italian tax codes
``placeholders``: Marks that a text is still to be written
``plain_words``: Words that the course has decided to say more plainly
``practices``: A thermometer observes the practices of its map, and a reading counts practices of its thermometer
``privacy``: A group's file is open to all, and nobody can be found or graded through it
``private_addresses``: Addresses of online meetings, and their passwords, where everybody would read them
``prose``: What a Markdown text owes its readers: an outline, words for images and links, sentences to read after a long
    day
``references``: Every id in a data file or front matter that names something leads to it; which ids name what, their
    types say
``registry``: Every check, run over a curriculum
``relations``: Ties between competencies
``texts``: The entries that are texts in Markdown, and whether one is for trainers alone
``translations``: Catalogs of the content: each says every text of its file, and no text that the file no longer has
``unique_ids``: Ids that must differ: over the whole course for what is addressed from anywhere, else within a file
``workload``: Time and numbers add up: plans, steps, group sizes, sessions
"""
