"""The nouns of a course: frozen types without input or output.

``anchor``: Anchors: days that a cohort has or an application brings, by which files say others
``application``: Applications: requests to enrol, read from one row each
``bibliography``: The works that the course draws on, as the bibliography gives them
``card``: What each kind of entry is, told once: its word, its files, its model, where a curriculum has it, its page
``catalog_renewal``: A catalog brought up to date with the texts of its file: nothing that someone has translated is
    lost
``cell_values``: What stands in single cells of a table of applications: times, days, yes and no, numbers
``cohort``: Cohorts: editions of the course with their dates, enrolment window, sessions and fees
``column``: Columns of a table of applications, and what their cells say of one row
``compared_text``: Texts that people type as they please, in the form in which they are compared
``competency``: Competencies: what one can do, in maps with an ordered scale of gradations
``condition``: Applicants, what rules can ask of them and tell apart: conditions, their classes of values, profiles
``conditions``: What a rule can ask of an applicant, a room each: what files say, columns, classes, reasons, words
``course``: The course as a whole: who organises it, in which language, and the order of its modules
``curriculum``: The whole course: every entry of every file, found by its id
``earlier_statement``: What an earlier settlement gave, and to whom
``entry``: What every entry of a data file has in common: strict keys, frozen values, a place in its file
``entry_texts``: The texts of an entry that say something: found, and put into another language
``exercise``: Exercises: Markdown activities that practise and assess competencies through a device
``facilitation_slips``: Lines that were meant to open a block for trainers and do not, in whatever way they miss it
``fee_rules``: Fees of a cohort as rules: conditions, effects, payment, worked examples. Declarative: nothing here
    computes
``figure``: Professional figures, as the competencies they draw on
``finding``: Findings: the only currency of error
``finding_codes``: Every finding there is: its code, how grave it is, what it means, and the words it is told in
``glossary``: The words of the course and what they mean
``group``: Group curricula: what one group may become and how its members interact
``ids``: Ids that name something: a field whose type is one of these is checked to lead somewhere, and needs no more
    said
``interval``: Stretches of time, from an instant to before another
``layout``: What files of applications call their columns and values: as a cohort says, and as forms and ticket shops
    export
``matrix``: Governance matrices: who does what towards a common goal, level by level
``meetings``: Addresses of online sessions: where they are written, and that nobody reads them but who takes part
``module``: Modules: Markdown lessons that lift competencies from one gradation to another
``moments``: Moments: days of a zone as instants, in UTC, and local times that are one instant, none or two
``money``: Money: amounts as whole cents, and shares of them, each rounded once, half up
``named_file``: A file that a text names: a picture, a download, a text to stand in the page
``nearest``: The name that was probably meant
``packed_rows``: Very many rows in little memory: each is packed when it is added and unpacked whenever it is asked for
``page``: Pages that are neither lessons nor exercises
``payment_plan``: Payment plans: how what is due is split into instalments, and when each is to be paid
``people``: Who teaches and where
``person``: Who a person is: an e-mail address and a name, however they were typed
``place``: Where a thing stands in the files that people write
``plain_words``: Words that the course says more plainly
``planned_session``: Sessions with their days and times: what a cohort's calendar comes to
``planning``: What proposals of a cohort's days go by: where one may look, and what matters more than what
``proof``: What a proof of fees says: properties that hold for every window and profile, or one where they do not
``prose``: The text of a Markdown file, as far as checks and pages need to know it
``published_calendar``: Published calendars: what subscribers have been told of a cohort's sessions, and when
``reading_ease``: How easily a text is read: the Gulpease index, made for Italian
``reading_file``: Files of thermometer readings: one person's, as the site's page gives them to be taken along
``reason``: Reasons: why a rule applies or not, why an application has its status. Codes with values, put into words
    elsewhere
``result_column``: The columns that a settlement adds to the applications' own
``rich_text``: Text with its structure, as a printed page needs it: blocks of runs, without the signs of Markdown
``running_text``: Running text: what readers of a Markdown text read in sentences, each character where it stands in the
    file
``spreadsheet_text``: Texts that a spreadsheet would run, made harmless so that they can be had back
``statement``: Statements and settlements: what is due and everything that led to it. Amounts are Decimals with two
    decimals
``table``: A sheet of rows as it was read: a header, and cells that keep the type their file gives them
``thermometer``: Thermometers: graded self-observation of practices by situation
``trainers_words``: The words that only trainers may read, looked for in what everyone gets
``translated``: The course in another language: every text that a catalog translates, the others marked as they were
    written
``translation``: A file of the course in another language: its catalog, and texts that stayed as they were
``translation_progress``: How far the translation of a file has come, and hence what its catalog is expected to say
``whole_words``: Words and phrases found in running text, where they stand for themselves and not as part of another
    word
``withdrawal``: Withdrawal: what is due back to someone who enrolled and will not come
``words``: Text of the interface, marked for translation where it is defined and put into a language where it is shown
``written``: Scalars as people write them in data files, read as the value a field means
"""
