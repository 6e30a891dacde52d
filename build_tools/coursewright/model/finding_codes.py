"""Every finding there is: its code, how grave it is, what it means, and the words it is told in.

Messages are in English and name their values in braces; the catalogs put them into other languages. A hint is used
when all its values are known, else ``otherwise``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from coursewright.model.nearest import DID_YOU_MEAN, KNOWN_HERE
from coursewright.model.words import N_


class Severity(StrEnum):
    """How grave a finding is: an error stops a build, a warning is for someone to judge."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_OTHER_TIME = N_("Choose another time.")
_WRITE_AMOUNTS = N_('Write amounts in quotes with a point and two decimals, such as "1450.00".')
E, W = Severity.ERROR, Severity.WARNING


class Code(StrEnum):
    """The code of a finding, stable for those who read JSON."""

    severity: Severity
    message: str
    hint: str
    otherwise: str

    def __new__(cls, code: str, severity: Severity, message: str, hint: str = "", otherwise: str = "") -> Self:
        """One code with its severity, message, hint, and the hint for when the first one's values are not known."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.severity = severity
        member.message = message
        member.hint = hint
        member.otherwise = otherwise
        return member

    # Files
    FILE_MISSING = (
        "file-missing",
        E,
        N_("This file is missing: without it there is no course."),
        N_("Create it, or start from “coursewright new course”."),
    )
    NOT_A_FILE = (
        "not-a-file",
        E,
        N_("A text file is expected here, and this is something else (a folder, a device, a link that leads nowhere)."),
        N_("Move it away, or put the file in its place."),
    )
    FILE_OUTSIDE = (
        "file-outside",
        E,
        N_("This link leads out of the course's folder."),
        N_("Put a copy of the file in the course's folder instead of a link."),
    )
    FILE_UNREADABLE = (
        "file-unreadable",
        E,
        N_("The system does not let this file be read."),
        N_("Check who may read the file, then try again."),
    )
    FILE_NAME = (
        "file-name",
        E,
        N_("The file's name holds characters that cannot be shown."),
        N_("Rename the file; small letters, digits and hyphens are best."),
    )
    FILE_TOO_LARGE = (
        "file-too-large",
        E,
        N_("The file is too large: {found} bytes or entries where at most {limit} are read."),
        N_("Split it into several files."),
    )
    UNEXPECTED_FILE = (
        "unexpected-file",
        W,
        N_("Nothing reads this file: it is not one of those expected in its folder."),
        DID_YOU_MEAN,
        N_("Move it where its kind belongs, or remove it."),
    )
    NOT_UTF8 = (
        "not-utf8",
        E,
        N_("The text is not in UTF-8: the byte {found} cannot be read here."),
        N_("Save the file again, choosing the encoding UTF-8."),
    )
    CONTROL_CHARACTER = (
        "control-character",
        E,
        N_("The text holds an invisible control character ({found})."),
        N_("Delete it; writing the line again by hand is often quickest."),
    )
    CATALOG_SYNTAX = (
        "catalog-syntax",
        E,
        N_("The catalog of translations cannot be read from here on."),
        N_("Look at this line and the one above: each text is msgid and msgstr, in quotes; no contexts, no plurals."),
    )
    # YAML
    YAML_SYNTAX = (
        "yaml-syntax",
        E,
        N_("The file cannot be read as YAML from here on."),
        N_("Look at this line and the one above: a colon, a quote or the indentation is usually wrong."),
    )
    YAML_COLON = (
        "yaml-colon",
        E,
        N_("There is a second “: ” on this line, where only one can be."),
        N_("Put the whole text after the first colon in quotes."),
    )
    YAML_QUOTE = (
        "yaml-quote",
        E,
        N_("Quotes or brackets do not match: one is missing, or one is too many."),
        N_("Close what is open, or put the whole text in quotes; an apostrophe inside '…' is written twice."),
    )
    YAML_SIGN = (
        "yaml-sign",
        E,
        N_("A text without quotes cannot begin with “{found}”."),
        N_("Put the whole text in quotes."),
    )
    YAML_TAB = (
        "yaml-tab",
        E,
        N_("A tab character is used where spaces are needed."),
        N_("Indent with spaces, two a level."),
    )
    YAML_EMPTY = (
        "yaml-empty",
        E,
        N_("There is nothing in here."),
        N_("Write its content, or remove the file."),
    )
    YAML_SEVERAL_DOCUMENTS = (
        "yaml-several-documents",
        E,
        N_("A second document begins here, after “---”."),
        N_("Keep one document a file."),
    )
    YAML_TAG = (
        "yaml-tag",
        E,
        N_("The tag “{found}” is not allowed."),
        N_("Remove it and write the plain value."),
    )
    YAML_MERGE_KEY = (
        "yaml-merge-key",
        E,
        N_("Merge keys (“<<”) are not allowed."),
        N_("Write the keys out."),
    )
    YAML_ALIAS = (
        "yaml-alias",
        E,
        N_("The reference “*{found}” cannot be used: it is unknown, contains itself, or grows too large."),
        N_("Write the content out where it is needed; a text that begins with “*” goes in quotes."),
    )
    YAML_KEY = (
        "yaml-key",
        E,
        N_("A key must be a simple word, and this is a list or a group of keys."),
        N_("Write the key as a word followed by a colon."),
    )
    YAML_TOO_DEEP = (
        "yaml-too-deep",
        E,
        N_("Lists and keys stand one in another more than {limit} levels deep."),
        N_("No file of a course needs that: look for brackets too many."),
    )
    TOO_MANY_FINDINGS = (
        "too-many-findings",
        E,
        N_("{limit} things are wrong in this file up to here, and the rest of it is not read."),
        N_("Mend the first ones, then check again."),
    )
    DUPLICATE_KEY = (
        "duplicate-key",
        E,
        N_("The key “{key}” is here twice."),
        N_("The first is at line {line}: keep one of them."),
    )
    FRONT_MATTER_MISSING = (
        "front-matter-missing",
        E,
        N_("The front matter is missing: the data between two lines “---” at the top of the file."),
        N_("Begin the file with “---”, the data, and “---” again."),
    )
    FRONT_MATTER_UNCLOSED = (
        "front-matter-unclosed",
        E,
        N_("The front matter begins here and never ends."),
        N_("Close it with a line that holds only “---”."),
    )
    BIBLIOGRAPHY_SYNTAX = (
        "bibliography-syntax",
        E,
        N_("The bibliography cannot be read here: {expected} is expected."),
        N_("Look at this work and the one above it: a brace or a comma is usually missing."),
    )
    TEXT_TOO_TANGLED = (
        "text-too-tangled",
        E,
        N_("From here on the text is too long or too tangled to be read."),
        N_("Split it into several files, or look for signs repeated very often: brackets, asterisks, bars."),
    )
    # The form of data
    WRONG_KIND = (
        "wrong-kind",
        E,
        N_("This file says “kind: {found}”, and in this place “{expected}” is expected."),
        N_("Correct the kind, or move the file to its folder."),
    )
    UNKNOWN_KEY = (
        "unknown-key",
        E,
        N_("The key “{key}” is not known here."),
        DID_YOU_MEAN,
        KNOWN_HERE,
    )
    MISSING_KEY = (
        "missing-key",
        E,
        N_("The key “{key}” is missing."),
        N_("Add it: {about}"),
        N_("Add it."),
    )
    WRONG_TYPE = (
        "wrong-type",
        E,
        N_("“{found}” stands where {expected} is expected."),
        N_("Write {expected}."),
    )
    QUOTED_VALUE = (
        "quoted-value",
        E,
        N_("“{found}” is in quotes, and {expected} stands without them."),
        N_("Remove the quotes."),
    )
    EMPTY_TEXT = (
        "empty-text",
        E,
        N_("Nothing is written here."),
        N_("Write {expected}, or remove the key if it may be absent."),
        N_("Write it, or remove the key if it may be absent."),
    )
    OUT_OF_RANGE = (
        "out-of-range",
        E,
        N_("{found} is outside what makes sense here."),
        N_("Write a number from {least} to {most}."),
        N_("Write a number of at least {least}."),
    )
    NO_SUCH_DAY = (
        "no-such-day",
        E,
        N_("The calendar has no day {found}."),
        N_("Correct the month or the day."),
    )
    UNKNOWN_TIME_ZONE = (
        "unknown-time-zone",
        E,
        N_("There is no time zone “{found}”."),
        DID_YOU_MEAN,
        N_("Write one such as Europe/Rome."),
    )
    UNQUOTED_MONEY = (
        "unquoted-money",
        E,
        N_("The amount {found} is not in quotes."),
        _WRITE_AMOUNTS,
    )
    INVALID_MONEY = (
        "invalid-money",
        E,
        N_("“{found}” is not an amount."),
        _WRITE_AMOUNTS,
    )
    INVALID_ID = (
        "invalid-id",
        E,
        N_("“{found}” cannot be an id."),
        N_("An id has small letters without accents, digits and single hyphens, at most 64: “{nearest}”."),
        N_("An id has small letters without accents, digits and single hyphens, at most 64."),
    )
    INVALID_URL = (
        "invalid-url",
        E,
        N_("“{found}” is not a web address that can be linked."),
        N_("Write it whole, beginning with https://."),
    )
    UNKNOWN_VALUE = (
        "unknown-value",
        E,
        N_("“{found}” is not one of the values known here."),
        DID_YOU_MEAN,
        KNOWN_HERE,
    )
    UNKNOWN_DEVICE = (
        "unknown-device",
        E,
        N_("There is no device “{found}”."),
        DID_YOU_MEAN,
        N_("The devices: {known}."),
    )
    ONE_OF_KEYS = (
        "one-of-keys",
        E,
        N_("Exactly one of these must stand here: {keys}."),
        N_("Found: {found}. Keep one."),
        N_("None is here: write one."),
    )
    KEYS_TOGETHER = (
        "keys-together",
        E,
        N_("“{key}” cannot stand without “{needs}”."),
        N_("Write both."),
    )
    REVERSED = (
        "reversed",
        E,
        N_("{last} comes before {first}: the end is before the beginning."),
        N_("Exchange or correct them."),
    )
    SHARES_NOT_WHOLE = (
        "shares-not-whole",
        E,
        N_("The instalments' shares add up to {found} instead of 100."),
        N_("Correct the shares."),
    )
    MINIMUM_ABOVE_PLACES = (
        "minimum-above-places",
        E,
        N_("{minimum} people are needed to start and there are {places} places: it can never start."),
        N_("Correct one of the two."),
    )
    VAT_NOT_FOR_ALL = (
        "vat-not-for-all",
        E,
        N_("Of several rates or exemptions each but the last says under “when” for whom it is, and the last does not."),
        N_("Give “when” to the others, and let the last be for all the rest."),
    )
    # Sessions
    SESSION_WITHOUT_DAY = (
        "session-without-day",
        E,
        N_("Session “{session}” has no day: the pattern has none left for it."),
        N_("Give it a day of its own with “on”, or let the cohort end later."),
    )
    SESSION_WITHOUT_TIME = (
        "session-without-time",
        E,
        N_("Session “{session}” has no time, or ends before it begins."),
        N_("Write “from” and “to”, there or in the pattern."),
    )
    SESSION_TIME_SKIPPED = (
        "session-time-skipped",
        E,
        N_("Session “{session}”: {time} does not exist, the clocks go forward that day."),
        _OTHER_TIME,
    )
    SESSION_TIME_TWICE = (
        "session-time-twice",
        E,
        N_("Session “{session}”: {time} happens twice, the clocks go back that day."),
        _OTHER_TIME,
    )
    UNKNOWN_HOLIDAYS = (
        "unknown-holidays",
        E,
        N_("The public holidays of “{found}” are not known."),
        N_("Write a country such as IT, and a subdivision such as RM or none."),
    )
    SESSION_OUTSIDE_COHORT = (
        "session-outside-cohort",
        E,
        N_("Session “{session}” is on {day}, and the cohort goes from {first} to {last}."),
        N_("Correct its day, or the cohort's first or last day."),
    )
    SESSION_ON_HOLIDAY = (
        "session-on-holiday",
        W,
        N_("Session “{session}” is on {day}, which is a day off ({where}): {name}."),
        N_("Choose another day, or ignore this here if it is meant."),
    )
    SESSION_IN_PAUSE = (
        "session-in-pause",
        W,
        N_("Session “{session}” is on {day}, in a pause: {name}."),
        N_("Choose another day, or shorten the pause."),
    )
    MOVED_FROM_ANOTHER_DAY = (
        "moved-from-another-day",
        W,
        N_("Session “{session}” is moved from {found}, and the pattern gives it {expected}."),
        N_("Correct “from”, or the order of the sessions."),
    )
    FREE_PATTERN_DAY = (
        "free-pattern-day",
        W,
        N_("{day} is a day of the pattern, and no session takes it."),
        N_("Add the session: {line}. Or let the cohort end earlier."),
    )
    SESSIONS_OVERLAP = (
        "sessions-overlap",
        E,
        N_("Sessions “{first}” and “{second}” are at the same time, on {day}."),
        N_("Move one of them."),
    )
    TRAINER_TWICE = (
        "trainer-twice",
        E,
        N_("“{found}” would be in two places on {day}: {first} and {second}."),
        N_("Move one of the sessions, or ask somebody else."),
    )
    VENUE_TWICE = (
        "venue-twice",
        E,
        N_("Venue “{found}” is taken twice on {day}: {first} and {second}."),
        N_("Move one of the sessions, or find another place."),
    )
    NOT_AVAILABLE = (
        "not-available",
        W,
        N_("“{found}” ({kind}) is not available on {day}."),
        N_("Choose another day, or correct “available”."),
    )
    TOO_FEW_SEATS = (
        "too-few-seats",
        W,
        N_("Venue “{found}” has {seats} seats, and there are {places} places."),
        N_("Find a larger place, or offer fewer places."),
    )
    TAUGHT_BEFORE_REQUIRED = (
        "taught-before-required",
        W,
        N_("“{module}” is taught before “{required}”, which it requires and which comes on {day}."),
        N_("Change the order of the sessions."),
    )
    TOO_LITTLE_TRAVEL_TIME = (
        "too-little-travel-time",
        W,
        N_("On {day} “{found}” has {minutes} minutes between {first} and {second}, and the way takes {needed}."),
        N_("Leave more time between the sessions, or ask somebody else."),
    )
    HOURS_OFF = (
        "hours-off",
        W,
        N_(
            "Sessions ({sessions}) take {found} minutes, breaks not counted; what they teach ({modules}) takes "
            "{expected}."
        ),
        N_("Change the hours or the breaks of the sessions by {difference} minutes, or “minutes” of the modules."),
    )
    MODULE_NOT_TAUGHT = (
        "module-not-taught",
        W,
        N_("No session of “{cohort}” teaches “{found}”, which is in the course's path."),
        N_("Add it to “modules” of a session; if this edition leaves it out, ignore this here and say why."),
    )
    CALENDAR_NOT_PUBLISHED = (
        "calendar-not-published",
        W,
        N_("Who subscribes to the calendar of “{cohort}” does not know yet what has changed: {sessions}."),
        N_("Publish it: coursewright calendar {cohort} --publish"),
    )
    PUBLISHED_WITHOUT_COHORT = (
        "published-without-cohort",
        W,
        N_("“{file}” is the published calendar of “{found}”, and there is no such cohort in a file of that name."),
        N_("Give the cohort its id back, or delete the file: who subscribes will not be told any more."),
    )
    PUBLISHED_ADDRESS = (
        "published-address",
        W,
        N_("The addresses of online sessions ({sessions}) stand in this file, which others read."),
        N_(
            "Take them out: coursewright calendar {cohort} --publish. They stay in the file's history: if others can "
            "read that, change them."
        ),
    )
    ADDRESS_NOT_USED = (
        "address-not-used",
        W,
        N_("Session “{found}” of “{cohort}” does not say “online: true”, so nobody is told this address."),
        N_("Write “online: true” in the session, or take the address out."),
    )
    FEED_KEY_BROKEN = (
        "feed-key-broken",
        E,
        N_("This is not the whole key that names the calendars of participants: 64 letters and digits are expected."),
        N_("Put back the file as it was; else delete it, a new one is made, and participants have to subscribe again."),
    )
    PRIVATE_ADDRESS = (
        "private-address",
        E,
        N_("This text is published, and it holds {what}."),
        N_(
            "Take it out: participants are told the address that “online” of a session gives. If the site was online "
            "with it, change the address or the password too."
        ),
    )
    MEETING_LINK = (
        "meeting-link",
        W,
        N_("This text is published, and it holds what looks like the address of an online meeting, on {host}."),
        N_("Write it as “online” of the session; if everybody may come in, ignore this here and say why."),
    )
    TIER_GAP = (
        "tier-gap",
        E,
        N_(
            "Tier “{tier}” promises one rule for everyone at all times, and from {instant} on none holds. "
            "For whom: {profile}."
        ),
        N_("Widen a rule of the tier, add one, or take “tier” away where nothing is promised."),
    )
    TIER_OVERLAP = (
        "tier-overlap",
        E,
        N_(
            "Tier “{tier}” promises one rule for everyone at all times, and from {instant} on several hold: {rules}. "
            "For whom: {profile}."
        ),
        N_("Let each rule of the tier end where the next one begins."),
    )
    RULE_WITHOUT_EFFECT = (
        "rule-without-effect",
        W,
        N_("{reason}"),
        N_("Correct its conditions or its effect, or remove it."),
    )
    LATER_CHEAPER = (
        "later-cheaper",
        W,
        N_("From {instant} on {due} is due, less than the {before} of before. For whom: {profile}."),
        N_("Correct the rules, or say why under “later_may_be_cheaper”."),
    )
    PRICE_HOLE = (
        "price-hole",
        W,
        N_("From {day} on no price is listed for: {profile}. The full price is due, {price}, though others have one."),
        N_("Add the price that is missing, or silence this with the reason why the full price is meant."),
    )
    REDUCTION_CAPPED = (
        "reduction-capped",
        W,
        N_("“{rule}” takes off more than there is to pay for some: they pay nothing, and no more is taken off."),
        N_("Check the amount."),
    )
    RULE_AFTER_CLOSING = (
        "rule-after-closing",
        W,
        N_("The rule holds until {until} and enrolment closes on {closes}: after that nobody gets it."),
        N_("Correct one of the two days."),
    )
    STAMP_WITHOUT_EXEMPTION = (
        "stamp-without-exemption",
        W,
        N_("Stamp duty is added only where the price is exempt from VAT, and no exemption is given."),
        N_("Write vat: {{exempt: …, reference: …}}, or take “stamp” away."),
    )
    FIXED_ABOVE_PRICE = (
        "fixed-above-price",
        W,
        N_("Fixed instalments are together {found}, more than the price of {price}: nothing is left for the shares."),
        N_("Check the amounts."),
    )
    INSTALMENT_BEFORE_RECEIPT = (
        "instalment-before-receipt",
        W,
        N_("An instalment is due on {day}, and applications are taken until {closes}: the last would pay too late."),
        N_("Choose a later day, or count from “received”."),
    )
    PAYERS_ABOVE_WHOLE = (
        "payers-above-whole",
        W,
        N_("The payers for everyone take {found}% together: the last of them pays less than its share."),
        N_("Correct the shares, or say under “when” for whom each is."),
    )
    STEP_WITHOUT_EFFECT = (
        "step-without-effect",
        W,
        N_("This step, until {day}, never counts: the one until {other} gives back as much or more."),
        N_("Let less be due back the later one withdraws, or take the step away."),
    )
    TOO_MANY_PROFILES = (
        "too-many-profiles",
        E,
        N_("The rules tell more than {limit} cases apart: nobody can go through them all."),
        N_("Use fewer codes, categories and bounds."),
    )
    UNKNOWN_COLUMN = (
        "unknown-column",
        E,
        N_("Applications have no column “{found}”."),
        DID_YOU_MEAN,
        N_("The columns are: {known}."),
    )
    SCENARIO_DIFFERS = (
        "scenario-differs",
        E,
        N_("The example “{title}” expects “{expected}” as “{key}”, and “{found}” comes out. {reason}"),
        N_("Correct the example, or the rule that it shows."),
    )
    SCENARIO_UNREADABLE = (
        "scenario-unreadable",
        E,
        N_("The example “{title}” cannot be read. {reason}"),
        N_("Write its columns as in a file of applications."),
    )
    DRAW_SEED_MISSING = (
        "draw-seed-missing",
        E,
        N_("For “{rule}” a draw decides between {applications}, and there is no seed to draw with."),
        N_("Under “draw_seed” write a text that all can verify, such as the outcome of a public draw."),
    )
    # Files of applications
    FILE_MISSING_HERE = (
        "file-not-found",
        E,
        N_("There is no such file."),
        N_("Check its name and folder."),
    )
    TABLE_FORMAT = (
        "table-format",
        E,
        N_("A file of applications ends in .csv or .xlsx, and this is “{found}”."),
        N_("Save it from the spreadsheet as CSV or XLSX."),
    )
    TABLE_UNREADABLE = (
        "table-unreadable",
        E,
        N_("This cannot be read as a table: {found}."),
        N_("Open it in a spreadsheet and save it as CSV or XLSX; a password has to be taken off first."),
    )
    TABLE_TOO_LARGE = (
        "table-too-large",
        E,
        N_("The file has {found} bytes, and of a table at most {limit} are read."),
        N_("Keep only the sheet and the columns that are needed, take pictures out, and save it as CSV."),
    )
    TABLE_ROWS = (
        "table-rows",
        E,
        N_("The table has more rows than are read: at most {limit}."),
        N_("Delete empty rows, and those that are no applications to this cohort."),
    )
    TABLE_COLUMNS = (
        "table-columns",
        E,
        N_("This row has more columns than are read: at most {limit}."),
        N_("Delete the columns that are not needed; if all stands in one row, save it as CSV again."),
    )
    TABLE_ROW_LENGTH = (
        "table-row-length",
        E,
        N_("This row goes on for more than {limit} letters."),
        N_("A quote may never be closed, or line ends are missing: save it anew from the spreadsheet as CSV."),
    )
    TABLE_CONTENT = (
        "table-content",
        E,
        N_("There is more in this table than is read: at most {limit} {what}."),
        N_("Keep only the rows and columns that are needed; a column filled far to the right counts in every row."),
    )
    WORKBOOK_PART = (
        "workbook-part",
        E,
        N_("In this workbook “{part}” would unpack to {found} bytes, and at most {limit} are read."),
        N_("Copy the values alone into a new workbook, or save the sheet as CSV."),
    )
    TABLE_EMPTY = (
        "table-empty",
        E,
        N_("There is nothing in this file."),
        N_("The first row has the names of the columns, each row after it an application."),
    )
    COLUMN_MISSING = (
        "column-missing",
        E,
        N_("There is no column “{column}”. The columns are: {found}."),
        N_("Name one of them “{column}”, or say which it is in the cohort's file: columns: {{{column}: '…'}}."),
    )
    COLUMN_TWICE = (
        "column-twice",
        E,
        N_("The columns “{first}” and “{found}” mean the same."),
        N_("Keep one of them, or say which counts in the cohort's file, under “columns”."),
    )
    EARLIER_UNREADABLE = (
        "earlier-unreadable",
        E,
        N_("This is no earlier settlement: “{found}” is missing in it or cannot be read."),
        N_("Give a file that “coursewright settle” has written: CSV, XLSX or JSON."),
    )
    PERSON_UNKNOWN = (
        "person-unknown",
        E,
        N_("This file does not tell who the people are: no row says “{column}”."),
        N_(
            "Give one with e-mail and name. Only where every application has kept its number may you go by number: "
            "--by-number."
        ),
    )
    HOLDER_UNCLEAR = (
        "holder-unclear",
        E,
        N_(
            "Row {now} ({here}) may be the person of row {row} of “{file}” ({there}), who has a place, "
            "and may be somebody else."
        ),
        N_(
            "If it is the same person, write e-mail and name in row {now} as they are in row {row} of “{file}”. "
            "If it is another, put the row of the first one back, marked as withdrawn if that is so."
        ),
    )
    HOLDER_IN_SEVERAL_ROWS = (
        "holder-in-several-rows",
        E,
        N_(
            "Rows {rows} are of one person, who has a place by row {row} of “{file}” ({there}): "
            "nothing says by which of these applications."
        ),
        N_("Give that application its number back, “{application}”, or the time of receipt that it had."),
    )
    HOLDER_TWICE = (
        "holder-twice",
        E,
        N_("Rows {rows} of “{file}” give one person ({there}) several places; in the applications it is row {now}."),
        N_("Keep in it the row that counts, in a copy, and give that one."),
    )
    NO_FEES = (
        "no-fees",
        E,
        N_("Cohort “{cohort}” has no fees."),
        N_("Write them under “fees” in its file."),
    )
    EXEMPTION_WITHOUT_REFERENCE = (
        "exemption-without-reference",
        E,
        N_("An exemption from VAT is stated without the law that grants it."),
        N_("Add “reference” with the article of the law."),
    )
    # References
    UNKNOWN_ID = (
        "unknown-id",
        E,
        N_("There is no {kind} “{found}”."),
        DID_YOU_MEAN,
        N_("Write the id of one that exists, or add it."),
    )
    DUPLICATE_ID = (
        "duplicate-id",
        E,
        N_("The {kind} “{found}” is defined twice."),
        N_("The first is in {first}: give one of them another id."),
    )
    UNKNOWN_SOURCE = (
        "unknown-source",
        E,
        N_("The source “{found}” is not in the bibliography."),
        DID_YOU_MEAN,
        N_("Add it to curriculum/references.bib, or correct the id."),
    )
    MISSING_SOURCE = (
        "missing-source",
        W,
        N_("No source is given, and it is not marked as illustrative."),
        N_("Add “{key}” with an id of the bibliography, or “illustrative: true”."),
    )
    UNKNOWN_GRADATION = (
        "unknown-gradation",
        E,
        N_("“{found}” is not a gradation of the map “{map}”."),
        DID_YOU_MEAN,
        N_("Its gradations are: {known}."),
    )
    NOT_A_LIFT = (
        "not-a-lift",
        E,
        N_("From “{from}” to “{to}” nothing is lifted: the map's order is {known}."),
        N_("Write a “to” that comes after “from”."),
    )
    GRADATION_UNDESCRIBED = (
        "gradation-undescribed",
        W,
        N_("The gradation “{found}” is not described here."),
        N_("Add a sentence that tells how it looks."),
    )
    RELATION_TO_ITSELF = (
        "relation-to-itself",
        E,
        N_("“{found}” is related to itself."),
        N_("Name another competency, or remove the relation."),
    )
    FOREIGN_PRACTICE = (
        "foreign-practice",
        E,
        N_("“{found}” does not belong to the map “{map}”."),
        DID_YOU_MEAN,
        N_("Use a competency of that map, or name another map."),
    )
    PRACTICE_MISSING = (
        "practice-missing",
        W,
        N_("The thermometer leaves out the practice “{found}” of its map."),
        N_("Add it with its descriptions."),
    )
    PRACTICE_NOT_OBSERVED = (
        "practice-not-observed",
        E,
        N_("The thermometer “{thermometer}” does not observe “{found}”."),
        DID_YOU_MEAN,
        N_("Count only practices of that thermometer."),
    )
    # Prerequisites and the path
    PREREQUISITE_LOOP = (
        "prerequisite-loop",
        E,
        N_("The modules require each other in a circle: {loop}."),
        N_("Remove one of these “requires”."),
    )
    REQUIRED_LATER = (
        "required-later",
        E,
        N_("“{found}” is required here but comes later in the path."),
        N_("Change the order in course.yaml, or the requirement."),
    )
    GRADATION_NOT_REACHED = (
        "gradation-not-reached",
        E,
        N_("This module starts “{competency}” from “{from}”, and before it nobody gets beyond “{reached}”."),
        N_("Start from “{reached}”, or let an earlier module lead to “{from}”."),
    )
    MODULE_NOT_IN_PATH = (
        "module-not-in-path",
        W,
        N_("The module “{found}” is not in the course's path."),
        N_("Add it to “path” in curriculum/course.yaml."),
    )
    PATH_REPEATS = (
        "path-repeats",
        E,
        N_("“{found}” stands twice in the path."),
        N_("Keep one."),
    )
    # Workload and coverage
    PLAN_OFF = (
        "plan-off",
        E,
        N_("The plan adds up to {found} minutes, and the module says {expected}."),
        N_("Difference: {difference} minutes. Correct the plan or “minutes”."),
    )
    STEPS_OFF = (
        "steps-off",
        E,
        N_("The steps add up to {found} minutes, and the exercise says {expected}."),
        N_("Difference: {difference} minutes. Correct the steps or “minutes”."),
    )
    PLAN_MISSING = (
        "plan-missing",
        W,
        N_("The module has no plan: nobody can run it from a timetable."),
        N_("Add “plan” with titles and minutes."),
    )
    PLANNED_NOT_LISTED = (
        "planned-not-listed",
        W,
        N_("“{found}” is in the plan but not among the module's exercises."),
        N_("Add it to “exercises”."),
    )
    GROUP_SIZE_REVERSED = (
        "group-size-reversed",
        E,
        N_("The group is at least {least} and at most {most}: no group is."),
        N_("Exchange the two numbers."),
    )
    COMPETENCY_NOT_TAUGHT = (
        "competency-not-taught",
        W,
        N_("No module teaches “{found}”."),
        N_("Add it to “teaches” of a module."),
    )
    COMPETENCY_NOT_PRACTISED = (
        "competency-not-practised",
        W,
        N_("No exercise practises “{found}”."),
        N_("Add it to “practises” of an exercise."),
    )
    COMPETENCY_NOT_ASSESSED = (
        "competency-not-assessed",
        W,
        N_("No exercise assesses “{found}”."),
        N_("Add it to “assesses” of an exercise."),
    )
    EXERCISE_NOT_USED = (
        "exercise-not-used",
        W,
        N_("No module uses the exercise “{found}”."),
        N_("Add it to “exercises” of a module, or remove it."),
    )
    SESSION_WITHOUT_MODULES = (
        "session-without-modules",
        W,
        N_("The session “{found}” teaches no module."),
        N_("Add “modules”, or remove the session."),
    )
    # Prose
    TITLE_MISSING = (
        "title-missing",
        E,
        N_("The page has no title: a first line that begins with “# ”."),
        N_("Write it right after the front matter."),
    )
    SECOND_TITLE = (
        "second-title",
        W,
        N_("There is a second title with one “#”."),
        N_("Use “##” for the parts of a page."),
    )
    HEADING_JUMP = (
        "heading-jump",
        W,
        N_("The heading jumps from level {above} to level {found}."),
        N_("Use {expected} signs “#”."),
    )
    IMAGE_WITHOUT_ALT = (
        "image-without-alt",
        W,
        N_("The image “{found}” has no text for those who do not see it."),
        N_("Describe it: ![what one sees](file)."),
    )
    UNINFORMATIVE_LINK = (
        "uninformative-link",
        W,
        N_("The link “{found}” does not say where it leads."),
        N_("Link the words that name the page."),
    )
    PLACEHOLDER_TEXT = (
        "placeholder-text",
        W,
        N_("“{found}” marks a text still to be written."),
        N_("Write it, or take the passage out."),
    )
    HARD_TO_READ = (
        "hard-to-read",
        W,
        N_("The text is hard to read: its Gulpease index is {found}, and {least} at least is asked for."),
        N_("Use shorter sentences and shorter words. The longest sentences begin on these lines: {lines}."),
    )
    PLAIN_WORD_EXISTS = (
        "plain-word-exists",
        W,
        N_("There is a plainer word for “{found}”."),
        N_("Say “{expected}”, or put “{found}” between quotation marks if someone else says it."),
    )
    TERM_NOT_LINKED = (
        "term-not-linked",
        W,
        N_("“{found}” is in the glossary, and this module never leads there."),
        N_("Write {{term}}`{found}` here, where it stands first."),
    )
    STEPS_NOT_SHOWN = (
        "steps-not-shown",
        W,
        N_("The exercise has timed steps and its text does not show them."),
        N_("Add a block “```{{steps}}” closed by “```” where they belong."),
    )
    BLOCK_NOT_OPENED = (
        "block-not-opened",
        E,
        N_("“{{{found}}}” does not open a block here: it would be shown as ordinary text, to everyone."),
        N_("Open it on a line of its own with three signs: “:::{{{found}}}”, and close it with “:::”."),
    )
    BLOCK_NOT_CLOSED = (
        "block-not-closed",
        E,
        N_("The block “{found}” is opened here and never closed: it swallows the rest of the page."),
        N_("Close it on a line of its own with as many signs as open it."),
    )
    UNKNOWN_BLOCK = (
        "unknown-block",
        W,
        N_("There is no block “{found}”: what stands in it is lost."),
        DID_YOU_MEAN,
        N_("Correct the name; if an extension of the course brings it, ignore this here."),
    )
    NEARLY_FACILITATION = (
        "nearly-facilitation",
        E,
        N_("“{found}” looks like a block for trainers and is none: everyone would read what stands in it."),
        N_("Write the line as “:::{{facilitation}}”, and close the block with “:::” on a line of its own."),
    )
    COMMENT_NOT_CLOSED = (
        "comment-not-closed",
        E,
        N_("The comment that begins here does not end in the same passage: part of it would be published."),
        N_("End it with “-->” before the next blank line, or begin each of its lines with “%”."),
    )
    COMMENT_IN_DATA = (
        "comment-in-data",
        E,
        N_("In data “<!-- … -->” is no comment: everyone would read it."),
        N_("Write the comment on a line of its own that begins with “#”, or take it out."),
    )
    LINK_FOR_TRAINERS = (
        "link-for-trainers",
        E,
        N_("This text is for everyone, and “{found}” is a page that only trainers have."),
        N_("Put the sentence into a block “:::{{facilitation}}”, or take “edition: trainers” out of that page."),
    )
    TRAINERS_TEXT_PUBLISHED = (
        "trainers-text-published",
        E,
        N_("“{found}” is for trainers alone, and {path} of the participants' site says it: nothing was published."),
        N_("Look where that page takes it from. If everyone may read it, take it out of what is for trainers."),
    )
    # Files that texts name
    PRIVATE_FILE_NAMED = (
        "private-file-named",
        E,
        N_("“{found}” is private: nothing of it is published."),
        N_("Put what everyone may see into a file outside of the folder private, and name that one."),
    )
    HIDDEN_FILE_NAMED = (
        "hidden-file-named",
        E,
        N_("“{found}” is hidden, or lies among files that were built: a page cannot show it."),
        N_("Copy it to another folder of the course, under a name that does not begin with a point."),
    )
    OUTSIDE_FILE_NAMED = (
        "outside-file-named",
        E,
        N_("“{found}” is not in the course's folder: a page cannot show it."),
        N_("Copy the file into the course's folder, and name the copy."),
    )
    KIND_NOT_PUBLISHED = (
        "kind-not-published",
        E,
        N_("“{found}” is not of a kind that can be published this way."),
        N_("Here these can be named: {kinds}."),
    )
    LISTING_FOR_TRAINERS = (
        "listing-for-trainers",
        E,
        N_("“{found}” holds text for trainers, and here it would be shown as it is, to everyone."),
        N_("Take that text out of the file, or name the file in a page that only trainers have."),
    )
    # People
    GRADES_A_PERSON = (
        "grades-a-person",
        E,
        N_("“{key}” would grade a person: a group is graded, its members never are."),
        N_("Put gradations in “standing”, for the whole group."),
    )
    IDENTIFIES_A_PERSON = (
        "identifies-a-person",
        E,
        N_("“{key}” would tell who a member is."),
        N_("Members have only a pseudonym such as “nodo-a”."),
    )
    MEMBER_ID_FORM = (
        "member-id-form",
        E,
        N_("“{found}” cannot stand for a member."),
        N_("Use “nodo-” and letters or digits, such as “nodo-a”: never a name."),
    )
    PERSONAL_DATA = (
        "personal-data",
        E,
        N_("The text holds what looks like {what}."),
        N_("Remove it: a group's file is open to all."),
    )
    READING_TOO_SMALL = (
        "reading-too-small",
        E,
        N_("The reading of “{found}” counts {count} answers, and under five members could be guessed."),
        N_("Leave this practice out until five have answered."),
    )
    # Translations
    TRANSLATION_MISSING = (
        "translation-missing",
        W,
        N_("Texts of this file without a translation ({language}): {count}. They are: {first}"),
        N_("Write them in {path}; “coursewright translations” puts them there for you to fill in."),
    )
    TRANSLATION_BRINGS_IN = (
        "translation-brings-in",
        E,
        N_("The translation brings in “{found}”, which the text that it translates does not have."),
        N_("Translate the words alone: pictures, links, HTML and blocks stay those of the text."),
    )
    TRANSLATION_STALE = (
        "translation-stale",
        W,
        N_("Texts that the catalog translates and its file no longer has: {count}. They are: {first}"),
        N_(
            "Run “coursewright translations”: it sets them aside, and proposes their words where the text only changed."
        ),
    )
    # Marks on entries
    ILLUSTRATIVE_UNKNOWN = (
        "illustrative-unknown",
        E,
        N_("“{found}” is marked as illustrative and there is nothing of that name here."),
        DID_YOU_MEAN,
        N_("Write keys joined by points; items of a list by their id."),
    )
    IGNORE_WITHOUT_EFFECT = (
        "ignore-without-effect",
        W,
        N_("Ignoring “{found}” silences nothing here."),
        N_("Remove it."),
    )
    IGNORE_OF_ERROR = (
        "ignore-of-error",
        E,
        N_("“{found}” is an error: it cannot be ignored."),
        N_("Mend it; only warnings can be silenced."),
    )
