"""A message is typed in one place: whoever else shows it takes it from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from docs.renew_catalogs import MessageId, typed_messages

# Files that still type messages of each other, or of files that are not among them.
OPEN = frozenset(
    {
        "cli/commands/build.py",
        "cli/commands/calendar.py",
        "cli/commands/fees.py",
        "cli/commands/group.py",
        "cli/commands/new/applications.py",
        "cli/commands/new/course.py",
        "cli/commands/quote.py",
        "cli/commands/serve.py",
        "cli/commands/settle.py",
        "cli/fees/settlement_sheets.py",
        "cli/fees/statement_page.py",
        "cli/fees/statement_text.py",
        "cli/fees/table_text.py",
        "cli/group/opened_group.py",
        "cli/group/portrait_text.py",
        "cli/opened_cohort.py",
        "fees/findings.py",
        "groups/figures.py",
        "model/fee_rules.py",
        "sphinx_ext/pictures/group_composer.html.jinja",
        "sphinx_ext/pictures/group_picture.html.jinja",
        "sphinx_ext/templates/cohort_fees.md.jinja",
        "sphinx_ext/templates/group_page.md.jinja",
    }
)


def _typed_twice() -> Mapping[MessageId, list[str]]:
    """The messages that stand in more than one place, with the places."""
    places: dict[MessageId, list[str]] = defaultdict(list)
    for typed in typed_messages():
        places[typed.message].append(f"{typed.file}:{typed.line}")
    return {message: found for message, found in places.items() if len(found) > 1}


def _file(place: str) -> str:
    return place.partition(":")[0]


def test_message_is_typed_once() -> None:
    twice = _typed_twice()
    assert {
        message: places for message, places in twice.items() if sum(_file(place) not in OPEN for place in places) > 1
    } == {}


def test_files_that_are_still_open_type_something_twice() -> None:
    assert {_file(place) for places in _typed_twice().values() for place in places} >= OPEN
