"""A code that the applicant has received; a rule asks for it as text or by its digest, and no page says it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Annotated, Any

from coursewright.model.column import Cells, Column
from coursewright.model.compared_text import composed
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
        asked = {_digest_asked(each.asks): each.label for each in reversed(demands.of_rules) if each.asks is not None}
        if not asked:
            return None
        digests = list(reversed(asked))

        def class_of(applicant: Applicant) -> int:
            given = self.fact(applicant)
            digest = code_digest(given) if given else ""
            return digests.index(digest) + 1 if digest in asked else 0

        classes = (
            self.ordinary(CodeClass.WITHOUT),
            *(self.particular(CodeClass.WITH, rule=asked[digest]) for digest in digests),
        )
        return Dimension(classes, class_of, demands.verdicts(("", *digests), _verdict))

    def words(self, asks: str) -> Iterator[Sentence]:  # noqa: ARG002 - it is not to be told
        yield Sentence(N_("people with the code received"))


def code_digest(code: str) -> str:
    """The SHA-256 of a code, as rules may give it in place of the code."""
    return hashlib.sha256(composed(code.strip()).encode("utf-8", "surrogatepass")).hexdigest()


def _verdict(asks: str, digest: str) -> Reason | None:
    return None if _digest_asked(asks) == digest else Reason(CodeReason.NOT_GIVEN)


def _digest_asked(asks: str) -> str:
    return asks.removeprefix(_DIGEST) if asks.startswith(_DIGEST) else code_digest(asks)


def _written(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    is_malformed = value.startswith(_DIGEST) and not re.fullmatch(f"{_DIGEST}[0-9a-f]{{64}}", value)
    return None if is_malformed else value.strip()


CODE = _Code()
CodeAsked = Annotated[str, reads(N_("a text, or sha256: and 64 hexadecimal digits"), _written), CODE]
