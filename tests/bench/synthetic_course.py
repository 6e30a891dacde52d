"""A made-up course of any size: the same files for the same size, sound to every check.

Ten modules share a map of ten competencies; each has two exercises, lifts one competency and requires the module
before it. A module has about 800 words, an exercise about 400.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.bench.italian_text import Vocabulary, vocabulary

_PER_MAP = 10
_DEVICES = (
    "laboratory",
    "interview",
    "focus-group",
    "ritual",
    "hackathon",
    "speed-date",
    "matrix",
    "case",
    "reflection",
)
_GRADATIONS = ("osserva", "prova", "pratica", "diffonde")
_TERMS = 60
_WORKS = 20


def write_course(root: Path, modules: int) -> None:
    """Write a course of so many modules into a folder that does not exist yet."""
    _Writer(root, modules, random.Random(modules), vocabulary(random.Random(0))).write()


def module_file(root: Path, number: int) -> Path:
    """The file of a module, counted from 0."""
    return root / "modules" / f"{_module(number)}.md"


def map_file(root: Path, number: int) -> Path:
    """The file of a map, counted from 0."""
    return root / "curriculum" / "competencies" / f"{_map(number)}.yaml"


@dataclass(frozen=True)
class _Writer:
    root: Path
    modules: int
    chance: random.Random
    words: Vocabulary

    def write(self) -> None:
        self._put("conf.py", 'extensions = ["coursewright.sphinx_ext"]\n')
        for number in range(0, self.modules, _PER_MAP):
            self._put(f"curriculum/competencies/{_map(number // _PER_MAP)}.yaml", self._competencies(number))
        for number in range(self.modules):
            self._put(f"modules/{_module(number)}.md", self._lesson(number))
            for half in (0, 1):
                self._put(f"exercises/{_exercise(number, half)}.md", self._practice(number, half))
        for path, text in {**self._single_files(), **self._pages()}.items():
            self._put(path, text)

    def _put(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _text(self, words: int) -> str:
        return self.words.paragraph(self.chance, words)

    def _competencies(self, first: int) -> str:
        numbers = range(first, min(first + _PER_MAP, self.modules))
        lines = ["kind: competency-map", f"id: {_map(first // _PER_MAP)}", f"title: Mappa {first // _PER_MAP + 1}"]
        lines += ["source: opera-0", f"summary: {self._text(20)}", "gradations:"]
        lines += [f"  - {{id: {each}, title: {each.capitalize()}}}" for each in _GRADATIONS]
        lines += ["areas:", f"  - id: area-{first}", "    title: Tutto", "    competencies:"]
        for number in numbers:
            lines += [f"      - id: {_competency(number)}", f"        title: {self.words.title(self.chance)}"]
            lines += [f"        summary: {self._text(20)}", "        gradations:"]
            lines += [f"          {each}: {self._text(9)}" for each in _GRADATIONS]
            if number > first:
                lines.append(f"        relations: [{{to: {_competency(number - 1)}, as: related}}]")
        return _joined(lines)

    def _lesson(self, number: int) -> str:
        exercises = [_exercise(number, half) for half in (0, 1)]
        lines = ["---", f"id: {_module(number)}", f"summary: {self._text(18)}", "minutes: 240"]
        lines.append(f"teaches: [{{competency: {_competency(number)}, from: osserva, to: pratica}}]")
        lines += [f"requires: [{_module(number - 1)}]"] * bool(number)
        lines += [f"exercises: [{', '.join(exercises)}]", "plan:", "  - {title: Apertura, minutes: 60}"]
        lines += [f"  - {{exercise: {exercises[0]}}}", "  - {break: 15}", "  - {title: Un caso, minutes: 60}"]
        lines += [f"  - {{exercise: {exercises[1]}}}", f"sources: [{self._work()}]", "---", ""]
        lines += [f"# {self.words.title(self.chance)}", "", self._text(45), ""]
        for part in range(4):
            lines += [f"## {self.words.title(self.chance)}", "", f"{self._text(70)} {self._mention()}", ""]
            lines += [f"### Punto {part + 1}", "", self._text(45), "", *self._extra(part), ""]
        return _joined(lines)

    def _extra(self, part: int) -> list[str]:
        match part:
            case 0:
                rows = (f"| {self.words.title(self.chance)} | {self.words.sentence(self.chance)} |" for _ in range(4))
                return ["| Che cosa | Come |", "| --- | --- |", *rows]
            case 1:
                return [":::{facilitation}", self._text(40), ":::"]
            case 2:
                return [f"- {self.words.sentence(self.chance)}" for _ in range(4)]
            case _:
                return [f"Si legga {{cite:p}}`{self._work()}` e si torni a {{term}}`{self._term()}`."]

    def _mention(self) -> str:
        other = self.chance.randrange(self.modules)
        return f"Si veda {{module}}`{_module(other)}` con {{competency}}`{_competency(other)}`."

    def _practice(self, number: int, half: int) -> str:
        competency = _competency(number)
        device = self.chance.choice(_DEVICES)
        lines = ["---", f"id: {_exercise(number, half)}", f"summary: {self._text(15)}", f"device: {device}"]
        lines += [f"practises: [{{competency: {competency}, to: pratica}}]", f"assesses: [{competency}]"]
        lines += ["group: {min: 4, max: 12}", "minutes: 60", "steps:", "  - {title: Giro, minutes: 20}"]
        lines += ["  - {title: Lavoro, minutes: 30}", "  - {title: Chiusura, minutes: 10}"]
        lines += ["materials: [Cartoncini, Un gomitolo]", f"sources: [{self._work()}]", "---", ""]
        lines += [f"# {self.words.title(self.chance)}", "", self._text(60), "", "## Come si svolge", "", "```{steps}"]
        lines += ["```", "", self._text(150), "", "## Che cosa resta", "", f"{self._text(120)} {self._mention()}"]
        return _joined(lines)

    def _single_files(self) -> dict[str, str]:
        path = ", ".join(map(_module, range(self.modules)))
        terms = (f"  - {{term: {_term(each)}, means: {self._text(20)!r}, source: opera-0}}" for each in range(_TERMS))
        figures = (self._figure(number) for number in range(0, self.modules, _PER_MAP))
        works = (
            f"@misc{{opera-{each},\n  author = {{Autrice {each}}},\n  year = {{2020}}\n}}" for each in range(_WORKS)
        )
        return {
            "curriculum/course.yaml": f"{_COURSE}path: [{path}]\n",
            "curriculum/glossary.yaml": _joined(["kind: glossary", "terms:", *terms]),
            "curriculum/figures.yaml": _joined(["kind: figures", "figures:", *figures]),
            "curriculum/references.bib": _joined(list(works)),
            "curriculum/people.yaml": _PEOPLE,
            "curriculum/venues.yaml": _VENUES,
            "curriculum/cohorts/edizione.yaml": _cohort(min(self.modules, 10), self.modules),
        }

    def _figure(self, number: int) -> str:
        draws_on = f"[{{competency: {_competency(number)}, to: pratica}}]"
        summary = f"{self._text(15)!r}"
        return (
            f"  - {{id: f-{number}, title: Figura {number}, summary: {summary}, draws_on: {draws_on}, source: opera-0}}"
        )

    def _pages(self) -> dict[str, str]:
        return {
            "index.md": f"---\nid: home\n---\n\n# Corso\n\n{self._text(60)}\n\n{_HOME_TREE}",
            "curriculum/pages/bibliografia.md": _page("bibliografia", "```{bibliography}\n:all:\n```"),
            **{f"curriculum/pages/{name}.md": _listing(name, kind) for name, kind in _LISTS.items()},
        }

    def _term(self) -> str:
        return _term(self.chance.randrange(_TERMS))

    def _work(self) -> str:
        return f"opera-{self.chance.randrange(_WORKS)}"


def _cohort(sessions: int, modules: int) -> str:
    """An edition with a session a week, for the first modules."""
    ends = date(2023, 2, 18) + timedelta(weeks=sessions - 1)
    more = "ignore: [{code: module-not-taught, why: I primi.}]\n" if sessions < modules else ""
    head = _COHORT.replace("illustrative:", f"ends: {ends}\n{more}illustrative:")
    return _joined([head, *map(_session, range(sessions))])


def _module(number: int) -> str:
    return f"modulo-{number:04}"


def _exercise(number: int, half: int) -> str:
    return f"esercizio-{number:04}-{'ab'[half]}"


def _map(number: int) -> str:
    return f"mappa-{number:03}"


def _competency(number: int) -> str:
    return f"competenza-{number:04}"


def _term(number: int) -> str:
    return f"parola {number}"


def _session(number: int) -> str:
    return f"    - {{id: s{number}, modules: [{_module(number)}], trainers: [t1], venue: v1}}"


def _listing(name: str, kind: str) -> str:
    return _page(name, f"```{{course-list}} {kind}\n:toctree:\n```")


def _page(name: str, text: str) -> str:
    return f"---\nid: {name}\n---\n\n# {name.capitalize()}\n\n{text}\n"


def _joined(lines: list[str]) -> str:
    return "\n".join([*lines, ""])


_LISTS = {"moduli": "modules", "esercizi": "exercises", "competenze": "competency-maps", "edizioni": "cohorts"}
_COURSE = """kind: course
id: corso
title: Corso di misura
summary: Un corso che serve a misurare i tempi.
language: it
licence: CC-BY-SA-4.0
source: opera-0
"""
_PEOPLE = "kind: people\npeople:\n  - {id: t1, name: Docente A, role: trainer, illustrative: true}\n"
_VENUES = """kind: venues
venues:
  - {id: v1, title: Sala grande, municipality: Padova, seats: 20, illustrative: true}
"""
_COHORT = """kind: cohort
id: edizione
title: Edizione
timezone: Europe/Rome
starts: 2023-02-18
illustrative: true
enrolment: {opens: 2022-10-03, closes: 2023-01-20, places: 20}
fees:
  currency: EUR
  price: "100.00"
  rounding: half-up
  rules:
    - {id: presto, label: Prima di Natale, percent: 10, when: {received: {until: 2022-12-24}}, source: opera-0}
calendar:
  pattern: {every: 1 weeks, from: "09:30", to: "13:45", breaks: [{at: "11:30", minutes: 15}]}
  sessions:"""
_HOME_TREE = """```{toctree}
:hidden:
:caption: Il corso

curriculum/course
curriculum/pages/moduli
curriculum/pages/esercizi
curriculum/pages/competenze
curriculum/figures
curriculum/pages/edizioni
curriculum/people
curriculum/venues
curriculum/glossary
curriculum/pages/bibliografia
```
"""
