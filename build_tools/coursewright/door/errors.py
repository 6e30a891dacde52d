"""What is not done, and why, in a sentence: one family, so that whoever opens a course catches one name."""

from __future__ import annotations

from coursewright.locale import Wording, wording
from coursewright.model.finding import Finding, Value


class CoursewrightError(Exception):
    """Something that is not done. ``str`` says why in English, :meth:`told` in any language of the interface."""

    def told(self, language: str = "en") -> str:
        """Why it is not done and what to do instead, a line each."""
        return self._told(wording(language))

    def __str__(self) -> str:
        return self.told()

    def _told(self, words: Wording) -> str:
        raise NotImplementedError


class RefusalError(CoursewrightError):
    """Something refused: a message of the catalogs with its values, and what to do instead."""

    def __init__(self, message: str, hint: str = "", **values: Value) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.values = values

    def _told(self, words: Wording) -> str:
        said = (words.text(each, **self.values) for each in (self.message, self.hint))
        return "\n".join(filter(None, said))


class BlockedError(CoursewrightError):
    """Findings for which something is not done: what it would be computed from is wrong."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def _told(self, words: Wording) -> str:
        lines = []
        for finding in self.findings:
            said = words.finding(finding)
            lines += [f"{finding.place}: {said.message}", *([f"    {said.hint}"] if said.hint else [])]
        return "\n".join(lines)


class AnswerError(RefusalError):
    """Something that was said of an applicant and cannot be read; ``name`` is the argument at fault."""

    def __init__(self, name: str, message: str, hint: str = "", **values: Value) -> None:
        super().__init__(message, hint, **{"column": name, **values})
        self.name = name
