"""Files to model: the only reader of YAML, front matter, Markdown and the bibliography.

``bibliography``: ``references.bib`` read for its works; the site's bibliography itself is made by sphinxcontrib-bibtex
``bibtex``: BibTeX text as entries with the place of each, and what is wrong with it
``bounded_xml``: XML of archives read piece by piece, with nothing kept: no document type, no entities, no depth, no
    endless piece
``catalog_text``: A catalog of translations as translators' programs write it (gettext's ``.po``), read
``catalogs``: The catalogs of the course's content: one a file that is translated, below
    ``locales/LANGUAGE/LC_MESSAGES``
``course_files``: Which files a course has: where each kind lies, what is there, and what nothing reads
``course_tree``: The files of a course made into one curriculum, with every finding on the way
``csv_rows``: Rows of a CSV file of any dialect, read piece by piece: never more of it in memory than one row
``feed_key``: The key in ``private/`` that names the feeds of participants: read, never written here
``file_gate``: The one gate for files that a text can name: what may be published, and what may be read into a page
``finding_limit``: How much is told of one file: where very much is wrong, the first hundred findings show what is at
    fault
``front_matter``: Markdown files: the data at the top, and the text below it
``html_comments``: Comments in HTML: what is written for nobody, and stays in no page
``markdown_parser``: Markdown parsed as the site's own parser (MyST's) does, with marks of where things stand and a
    bound on the work
``markdown_prose``: Markdown read for what checks need: headings, links, images, paragraphs, mentions, directives, each
    with its place
``named_files``: The files that the texts of a course name: each passes the gate or is a finding, and what is included
    is read
``naming``: Where a Markdown text names files: links, pictures, roles, and the arguments and options of directives
``part_of_file``: A data file read without the parts that nobody asks for
``reading_files``: The one reader of files of thermometer readings: JSON as our own page writes it, and nothing else
``regular_file``: Regular files opened without waiting: a pipe that nobody writes to, a device or a folder is told at
    once
``rich_text``: Markdown as text with its structure, for paper: roles become words, directives boxes; what is for screens
    goes
``running_text``: The running text of a passage: its Markdown with all that readers do not read as words left blank
``settlement_files``: The statements of a settlement's JSON document, one after another: the document is never in memory
    as a whole
``table_bounds``: What a table may hold, so that reading it takes seconds and little memory, whatever the file
``table_files``: Tables that people bring: CSV of any kind that spreadsheets and forms write, and XLSX
``text_files``: Text files of the course, read with care: only regular files inside the root, of sensible size, in UTF-8
``trainers_text``: What of the course's files is written for trainers alone, and what for everyone, as it stands in them
``translation_slips``: What a translation brings in that the text it translates does not have: a picture, a link, HTML,
    a block, a role
``validation``: Data of a file made into an entry of the model, or into findings that say what is wrong and where
``workbook_archive``: The archive that a workbook is: parts by name, none of them larger than it may be, whatever its
    directory says
``workbook_rows``: Rows of the first sheet of a workbook, read element by element: what a sheet holds is never in memory
    as a whole
``yaml_slips``: What was probably meant where YAML cannot be read: from libyaml's complaint to a finding's code and
    place
``yaml_tree``: YAML text as a tree of plain values with the line and column of each
"""
