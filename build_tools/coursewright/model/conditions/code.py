"""A code that the applicant has received; a rule asks for it as text or by its digest, and no page says it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated, Any

from coursewright.model.column import Cells, Column
from coursewright.model.compared_text import compared, composed, nearly
from coursewright.model.condition import Answer, Applicant, Condition, Demands, Dimension, Question
from coursewright.model.reason import Reason, SentenceCode
from coursewright.model.words import N_, Sentence
from coursewright.model.written import reads

_DIGEST = "sha256:"


class CodeClass(SentenceCode):
    """Whether a code that rules ask for was given; never which."""

    WITHOUT = ("without-code", N_("without a code"))
    WITH = ("with-code", N_("with the code for “{rule}”"))


class CodeReason(SentenceCode):
    """Why a rule does not hold."""

    NOT_GIVEN = ("code-not-given", N_("The code that it asks for was not given."))


class _Code(Condition[str, str]):
    name = "code"
    about = N_("The code to give: text, or sha256: and its digest.")
    columns = (
        Column(
            "code",
            ("code", "codice", "codice sconto", "codice ricevuto"),
            N_("Code"),
            N_("The code received."),
            instead=N_("with the code received"),
        ),
    )
    questions = (Question("code", N_("The code that the applicant has received."), Answer.CODE),)
    place = 4
    nothing = ""

    def read(self, cells: Cells) -> str:
        return cells.text(self.columns[0])

    def told_apart(self, demands: Demands[str]) -> Dimension | None:
        asked = [each.asks for each in demands.of_rules if each.asks is not None]
        if not asked:
            return None
        # A digest may be that of a code which another rule asks for as text.
        as_text = {
            digest: _folded_digest(code) for code in asked if not _is_digest(code) for digest in _digests_given(code)
        }

        def key(code: str) -> str:
            return as_text.get(_digest_asked(code), _digest_asked(code))

        labels = {key(each.asks): each.label for each in reversed(demands.of_rules) if each.asks is not None}
        keys = list(reversed(labels))

        @lru_cache(maxsize=1000)
        def class_given(code: str) -> int:
            given = (as_text.get(digest, digest) for digest in _digests_given(code))
            return next((keys.index(each) + 1 for each in given if each in labels), 0)

        def class_of(applicant: Applicant) -> int:
            given = self.fact(applicant)
            return class_given(given) if given else 0

        def verdict(asks: str, digest: str) -> Reason | None:
            return None if key(asks) == digest else Reason(CodeReason.NOT_GIVEN)

        classes = (
            self.ordinary(CodeClass.WITHOUT),
            *(self.particular(CodeClass.WITH, rule=labels[each]) for each in keys),
        )
        return Dimension(classes, class_of, demands.verdicts(("", *keys), verdict))

    def meant(self, applicant: Applicant, asked: Iterable[str]) -> tuple[str, str, str] | None:
        said, known = self.fact(applicant), tuple(asked)
        if not said or set(_digests_given(said)) & set(map(_digest_asked, known)):
            return None
        near = nearly(said, [each for each in known if not _is_digest(each)])
        return None if near is None else (said, near, near)

    def words(self, asks: str) -> Iterator[Sentence]:  # noqa: ARG002 - it is not to be told
        yield Sentence(N_("people with the code received"))


def code_digest(code: str) -> str:
    """The SHA-256 of a code, as rules may give it in place of the code."""
    return hashlib.sha256(composed(code.strip()).encode("utf-8", "surrogatepass")).hexdigest()


def _digests_given(code: str) -> Iterator[str]:
    """The digests of a code as it was typed: capitals, spaces and apostrophes make no difference.

    Of a rule that has but a digest the letters are not known, so it is tried in capitals and in small ones, too.
    """
    bare = "".join(code.split())
    for each in dict.fromkeys((code, compared(code), bare, bare.upper(), bare.lower())):
        yield code_digest(each)
        yield _folded_digest(each)


def _folded_digest(code: str) -> str:
    return code_digest("".join(compared(code).split()))


def _is_digest(code: str) -> bool:
    return code.startswith(_DIGEST)


def _digest_asked(asks: str) -> str:
    return asks.removeprefix(_DIGEST) if _is_digest(asks) else _folded_digest(asks)


def _written(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    is_malformed = value.startswith(_DIGEST) and not re.fullmatch(f"{_DIGEST}[0-9a-f]{{64}}", value)
    return None if is_malformed else value.strip()


CODE = _Code()
CodeAsked = Annotated[str, reads(N_("a text, or sha256: and 64 hexadecimal digits"), _written), CODE]
