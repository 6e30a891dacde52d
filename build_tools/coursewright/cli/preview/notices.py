"""What the preview says is wrong, on top of every page: findings, complaints of Sphinx, why there is no new site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from coursewright.cli.findings_report import counted_by_severity
from coursewright.cli.sphinx_warnings import SphinxWarning
from coursewright.cli.terminal import plain
from coursewright.door.errors import RefusalError
from coursewright.locale import Wording
from coursewright.model.finding import Finding, Severity
from coursewright.model.words import N_

# More would hide the page; all of them stand in the terminal.
_MOST_SHOWN = 50


@dataclass(frozen=True)
class Notice:
    """One thing, in the words of who looks at the preview; place and code are empty where there are none."""

    severity: Severity
    message: str
    place: str = ""
    code: str = ""
    hint: str = ""

    @classmethod
    def of_finding(cls, finding: Finding, words: Wording) -> Notice:
        """What is found wrong in the course's files."""
        said = words.finding(finding)
        return cls(finding.severity, said.message, str(finding.place), finding.code.value, said.hint)

    @classmethod
    def of_complaint(cls, warning: SphinxWarning) -> Notice:
        """What Sphinx complains of."""
        return cls(warning.severity, warning.message, f"{warning.path}:{warning.line}:1", warning.code)

    @classmethod
    def of_refusal(cls, refusal: RefusalError, words: Wording) -> Notice:
        """Why there is no new site."""
        message, hint = words.text(refusal.message, **refusal.values), words.text(refusal.hint, **refusal.values)
        return cls(Severity.ERROR, message, hint=hint)


def notice_box(notices: Sequence[Notice], is_last_good: bool, words: Wording) -> str:
    """The notices as a box of HTML without style or script of its own; nothing where there are none."""
    if not notices:
        return ""
    items = "".join(_item(notice, words) for notice in notices[:_MOST_SHOWN])
    more = len(notices) - _MOST_SHOWN
    if more > 0:
        items += f"<li>{_text(words.text(N_('{count} more in the terminal.'), count=more))}</li>"
    note = f" {_text(words.text(N_('Below is the last good site.')))}" if is_last_good else ""
    label = _text(words.text(N_("Preview")))
    count = counted_by_severity((notice.severity for notice in notices), words)
    return (
        f'<section class="coursewright-preview" lang="{words.language}" aria-label="{label}">'
        f"<p><strong>{_text(count)}</strong>{note}</p><ul>{items}</ul></section>"
    )


def _item(notice: Notice, words: Wording) -> str:
    severity = f"<strong>{_text(words.text(notice.severity))}</strong>"
    place = f"<code>{_text(notice.place)}</code> " if notice.place else ""
    code = f" <code>{_text(notice.code)}</code>" if notice.code else ""
    hint = f"<br><em>{_text(notice.hint)}</em>" if notice.hint else ""
    return f'<li class="{notice.severity.value}">{place}{severity}{code}<br>{_text(notice.message)}{hint}</li>'


def _text(text: str) -> str:
    return escape(plain(text))


_Warnings = tuple[SphinxWarning, ...]


@dataclass(frozen=True)
class BuildLog:
    """The pages (paths of sources) that one build read and wrote, and what Sphinx complained of meanwhile.

    ``of_consistency`` is what it said when it looked at all pages together, None where it did not look.
    """

    pages_read: frozenset[str] = frozenset()
    pages_written: frozenset[str] = frozenset()
    of_reading: _Warnings = ()
    of_consistency: _Warnings | None = None
    of_writing: _Warnings = ()


@dataclass(frozen=True)
class Complaints:
    """All that stands: about a page until it is read or written again, about all together until they are looked at."""

    of_reading: _Warnings = ()
    of_consistency: _Warnings = ()
    of_writing: _Warnings = ()

    def __iter__(self) -> Iterator[SphinxWarning]:
        """Each once."""
        yield from dict.fromkeys((*self.of_reading, *self.of_consistency, *self.of_writing))

    def after(self, log: BuildLog, pages: Collection[str]) -> Complaints:
        """What stands after a build, of a course that has these pages (paths of sources)."""
        return Complaints(
            (*_about(self.of_reading, set(pages) - log.pages_read), *log.of_reading),
            self.of_consistency if log.of_consistency is None else log.of_consistency,
            (*_about(self.of_writing, set(pages) - log.pages_written), *log.of_writing),
        )


def _about(complaints: Iterable[SphinxWarning], pages: Collection[str]) -> Iterator[SphinxWarning]:
    return (complaint for complaint in complaints if complaint.path in pages)
