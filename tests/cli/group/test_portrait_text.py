"""What the terminal says of a group, whole."""

from __future__ import annotations

import pytest

from tests.cli.running import CommandLine
from tests.sphinx_ext.course_site import WHOLE

TOLD = """\
Rete di valle

Who carries what
  Competency    stands at  aims at  carried by
  Ascoltare     Pratica    Pratica  nodo-a (one alone)
  Decidere      Osserva    Pratica  nodo-b (one alone)
  Misurare      Osserva    –        nobody
  Fare domande  Guarda     –        nobody
Who offers a competency carries it.
Competencies of the course carried by nobody: 2; by one alone: 2.

Who can serve whom
  nodo-b → nodo-a: Decidere
Met: 1 of 1 that members seek, shared so that nobody carries more than has to be.

How members hang together
  nodo-a, nodo-b
Parts: 1. Members in one part reach each other by interactions.
Bridges, whose loss would split a part: nodo-a–nodo-b.
Reciprocity: in 1 pairs one offers what the other seeks; in 0 of them, both ways.

What the group may become
Each figure of the course, seen from where the group stands now.
  Facilitatrice: within reach. Modules: 2, minutes: 120. No shorter way leads there.
  Custode dei numeri: within reach. Modules: 3, minutes: 165. No shorter way leads there.

The path to what the group wants to become
    1. L'ascolto (1 h)  up to there: 1 h
    2. La decisione (1 h)  up to there: 2 h
In all: 2 h.
All that the group aims at is reached: 2 competencies.
No path takes less time; of equal ones it has fewer modules, then those that come first.
"""


def test_a_group_is_told_whole(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(WHOLE)
    said = command_line.run("group", "rete", "--language", "en")
    assert (said.status, said.err, said.out) == (0, "", TOLD)
