"""What the terminal says of a group, whole."""

from __future__ import annotations

import pytest

from tests.cli.running import CommandLine
from tests.sphinx_ext.course_site import WHOLE

TOLD = """\
Rete di valle

Who carries what
  competency    stands at  aims at  carried by
  Ascoltare     Pratica    Pratica  nodo-a (one alone)
  Decidere      Osserva    Pratica  nodo-b (one alone)
  Misurare      Osserva    –        nobody
  Fare domande  Guarda     –        nobody
Competencies carried by nobody: 2; by one alone: 2. Who offers a competency carries it.

Who can serve whom
  nodo-b → nodo-a  Decidere
Met: 1 of 1 that members seek, shared so that nobody carries more than has to be.

How members hang together
  nodo-a, nodo-b
Parts: 1. Members in one part reach each other by interactions.
Bridges, whose loss would split a part: nodo-a–nodo-b.
Reciprocity: in 1 pairs one offers what the other seeks; in 0 of them, both ways.

What the group may become
  Facilitatrice: within reach. Modules: 2, minutes: 120. No shorter way leads there.
  Custode dei numeri: within reach. Modules: 3, minutes: 165. No shorter way leads there.

The path to what the group wants to become
    1. L'ascolto  60′  (1 h 00 min)
    2. La decisione  60′  (2 h 00 min)
In all 120 minutes (2 h 00 min); in brackets the time up to there.
All that the group aims at is reached: 2 competencies.
No path takes less time; of equal ones it has fewer modules, then those that come first.
"""


def test_a_group_is_told_whole(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(WHOLE)
    said = command_line.run("group", "rete", "--language", "en")
    assert (said.status, said.err, said.out) == (0, "", TOLD)
