"""What the composer says, by the names that its scripts call it: most of it the tool says elsewhere, too."""

from __future__ import annotations

from collections.abc import Mapping

from coursewright.checks.personal_data import EMAIL, TAX_CODE, TELEPHONE
from coursewright.groups.figures import STATE_WORDS
from coursewright.model.finding_codes import Code
from coursewright.model.reason import ReasonCode
from coursewright.model.words import N_
from coursewright.views.group_portrait import Said

# Answers before what a reader has written is thrown away; the thermometers ask so, too.
YES_ERASE = N_("Yes, erase")
NO_KEEP = N_("No, keep")
_OWN = {
    "aspiration": N_("Aspiration {number}"),
    "interaction": N_("Interaction {number}"),
    "remove": N_("Remove {name}"),
    "remove-member": N_("Remove {name}, with what it offers and seeks?"),
    "remove-yes": N_("Yes, remove"),
    "removed": N_("{name} is removed."),
    "removed-with": N_("{name} is removed, with the interactions it was part of: {count}."),
    "added": N_("{name} is added."),
    "no-more": N_("There is room for {count} here: more go into the file by hand."),
    "nothing-chosen": N_("nothing yet"),
    "said-one": N_("said of one competency"),
    "said-other": N_("said of {count} competencies"),
    "still-to-choose": N_("still to choose"),
    "wrong-pseudonym": N_(
        "A pseudonym is nodo- and letters or digits, such as {free}. Until then the member stays {kept}."
    ),
    "pseudonym-taken": N_("Another member is called so. Until then the member stays {kept}."),
    "wrong-id": N_("Write small letters, digits and single hyphens, 64 at most."),
    "missing": N_("This is still missing."),
    "same-member": N_("Choose two different members, or remove the interaction."),
    "looks-personal": N_("This looks like {what}. Take it out: the file of a group is open to all."),
    "personal-kept": N_(
        "Something in the file that the form does not show looks like {what}. Open the file with a text "
        "editor and take it out."
    ),
    "not-ready-one": N_("The file is not ready: there is one thing to mend."),
    "not-ready-other": N_("The file is not ready: there are {count} things to mend."),
    "downloaded": N_("The curriculum is in the file {file}."),
    "opened": N_("“{title}” is open."),
    "open-over": N_("Opening a file takes the place of what is in the form. Open it?"),
    "open-yes": N_("Yes, open"),
    "open-no": N_("No, stay here"),
    "erase-draft": N_("Erase all that is in the form, and the draft that this browser keeps?"),
    "erase-yes": YES_ERASE,
    "erase-no": NO_KEEP,
    "erased": N_("The draft is erased."),
    "not-erased": N_("The form is empty, but the browser refuses to erase the draft it keeps."),
    "draft-found": N_("Here is the draft that this browser has kept."),
    "not-kept": N_(
        "This browser does not keep the draft: what you write is only on this page. Download the file before "
        "you close it."
    ),
    "draft-damaged": N_(
        "The draft that this browser had kept cannot be read. It is set aside untouched under “{key}”, and "
        "you start from an empty form."
    ),
    "draft-held": N_(
        "The draft that this browser had kept cannot be read, and there is no room to set it aside. It stays "
        "as it is: download what you write, for it is only on this page."
    ),
    "another-tab": N_(
        "The draft has changed in another window. What you change here from now on takes its place; to see "
        "the other, reload the page."
    ),
    "refused": N_("The file was not opened, and nothing has changed. {why}"),
    "too-large": N_("It is larger than a megabyte: no group's file is."),
    "unreadable": N_("The browser could not read it as text."),
    "not-yaml": N_("It cannot be read: the file of a group is the one that “Download the file” gives."),
    "not-yaml-at": N_("It cannot be read: something is wrong at line {line}."),
    "too-much": N_("There is more in it than a group's file can hold."),
    "too-many": N_("Under “{key}” there are more than {count} entries, and the form has room for no more."),
    "not-ours": N_("It is not the file of a group: at its top “kind: group-curriculum” is missing."),
    "wrong-value": N_("What stands under “{key}” is not in the expected form."),
    "unknown": N_("Under “{key}” it names “{found}”, which is not there."),
    "unknown-key": N_("It has the key “{key}”, which the file of a group does not have."),
    "gaps": N_("Sought by a member or aimed at by the group, and carried by nobody: {competencies}."),
    "no-gaps": N_("All that members seek or the group aims at is carried by someone."),
    "no-wishes": N_("No member seeks anything yet, and the group aims at nothing: there are no gaps to speak of."),
    "alone": N_("Carried by one alone; if that member is missing, so are they:"),
    "coverage-table": N_("All competencies as a table"),
    "matches-none": N_("Nobody seeks what another offers yet."),
    "match": N_("{giver} for {receiver}:"),
    "figures-count": N_(
        "Figures already there: {reached}; within reach: {reachable}; out of reach: {out}. A figure is there "
        "when the group stands where it asks in all its competencies, and within reach when the modules of "
        "the course lead there."
    ),
    "figures-list": N_("Each figure, with the reason"),
    "too-large-state": N_("not looked for here"),
    "figure-too-large": N_("There are too many ways through this course to look at them here."),
    "path-too-large": N_(
        "There are too many ways through this course to find the shortest here. Download the file and ask "
        "whoever keeps the course for: coursewright group {id}"
    ),
    "path-no-aims": N_("Say what the group wants to become, and here is the path that leads there."),
    "summary": N_(
        "So far: {carried} of {all} competencies are carried; {met} of {sought} that members seek are met; "
        "the path has {modules} modules, {time}."
    ),
    "summary-too-large": N_(
        "So far: {carried} of {all} competencies are carried; {met} of {sought} that members seek are met; "
        "the path is too long to look for here."
    ),
}
_REASONS = (
    ReasonCode.FIGURE_REACHED,
    ReasonCode.FIGURE_REACHABLE,
    ReasonCode.NOT_TAUGHT_SO_FAR,
    ReasonCode.NOT_ENTERED,
    ReasonCode.NOT_TOGETHER,
)
COMPOSER_WORDS: Mapping[str, str] = {
    **_OWN,
    "email": EMAIL,
    "telephone": TELEPHONE,
    "tax-code": TAX_CODE,
    "identifies": Code.IDENTIFIES_A_PERSON.message,
    "grades": Code.GRADES_A_PERSON.message,
    **{each.name.lower().replace("_", "-"): each.value for each in Said},
    **{state.value: words for state, words in STATE_WORDS.items()},
    **{code.value: code.sentence for code in _REASONS},
}
"""Messages of the catalogs, with braces where the scripts put values in."""
