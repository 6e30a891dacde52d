"""The messages of click that a person can meet, marked for the catalogs: click asks gettext for them."""

from coursewright.model.words import N_

COMMANDS = N_("Commands")
"""The heading of a list of commands, which we write ourselves too."""


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message that has two forms."""
    return one, many


MESSAGES = (
    N_("Usage:"),
    N_("Options"),
    COMMANDS,
    N_("Positional arguments"),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Choose from:\n\t{choices}"),
    N_("Option {name!r} does not take a value."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Aborted!"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("Could not open file {filename!r}: {message}"),
    N_("file"),
    N_("directory"),
    N_("File"),
    N_("Directory"),
    N_("Path"),
    N_("path"),
    N_("default: {default}"),
    N_("required"),
)

FORMS = (
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
