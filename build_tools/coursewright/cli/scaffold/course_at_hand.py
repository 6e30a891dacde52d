"""The course that something new is made in: what it has, and what can be built upon it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coursewright.cli.scaffold.lift import Lift, first_lift
from coursewright.cli.scaffold.name import Name, free_id
from coursewright.cli.scaffold.refused_word import not_among
from coursewright.door.errors import RefusalError
from coursewright.door.use import refuse_courseless
from coursewright.model.card import BY_KIND
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding, Kind
from coursewright.model.words import N_
from coursewright.project import open_project

# Languages that there are templates in; the course's own where it is one of them.
TEMPLATE_LANGUAGES = ("it", "en")


@dataclass(frozen=True)
class CourseAtHand:
    """A course that can be read, with its findings so far."""

    root: Path
    curriculum: Curriculum
    findings: tuple[Finding, ...]

    @classmethod
    def below(cls, root: Path) -> CourseAtHand:
        """The course in ``root``; refused where there is none, or where ``course.yaml`` cannot be read."""
        refuse_courseless(root)
        project = open_project(root)
        if Kind.COURSE in project.curriculum.unread_kinds:
            raise RefusalError(
                N_("The file curriculum/course.yaml cannot be read as it is."),
                N_("“coursewright check” says what to mend; then try again."),
            )
        return cls(root, project.curriculum, project.findings)

    @property
    def language(self) -> str:
        """The language of the templates: the course's, or English where there are none in it."""
        short = self.curriculum.course.language.split("-")[0]
        return short if short in TEMPLATE_LANGUAGES else "en"

    def path_of(self, kind: Kind, identifier: str) -> str:
        """Where the file of something of that id belongs."""
        return BY_KIND[kind].path_of(identifier)

    def is_taken(self, kind: Kind, identifier: str) -> bool:
        """Whether something of that kind has the id already, or its file is there."""
        file = self.root / self.path_of(kind, identifier)
        return self.curriculum.exists(kind, identifier) or file.exists() or file.is_symlink()

    def free_name(self, kind: Kind, name: Name) -> Name:
        """The name, where nothing of the kind has its id; else refused, and a free id proposed."""
        if not self.is_taken(kind, name.id):
            return name
        free = free_id(name.id, lambda identifier: self.is_taken(kind, identifier))
        raise RefusalError(
            N_("“{id}” is there already ({path}), and nothing is written over."),
            N_("A free id: {free}"),
            id=name.id,
            path=self.path_of(kind, name.id),
            free=free,
        )

    def numbered_name(self, kind: Kind, name: Name) -> Name:
        """The name, with a number where it is taken: for names that nobody has chosen."""
        free = free_id(name.id, lambda identifier: self.is_taken(kind, identifier))
        number = free.removeprefix(name.id).removeprefix("-")
        return Name(free, f"{name.title} {number}".rstrip())

    def lifts(self, wanted: str | None = None, module: str | None = None) -> dict[str, Lift]:
        """By competency the first lift of its scale: of the one wanted, else of all.

        Those that ``module`` teaches come first, else those that no module teaches yet. Refused where there is no
        competency on a scale of two gradations or more, or none of the id wanted.
        """
        seats = self.curriculum.competencies
        lifts = {identifier: first_lift(seat.competency, seat.map) for identifier, seat in seats.items()}
        found = {identifier: lift for identifier, lift in lifts.items() if lift is not None}
        if not found:
            raise RefusalError(
                N_("The course has no competency on a scale of two gradations or more."),
                N_("Write a competency map first, in curriculum/competencies."),
            )
        if wanted is not None and wanted not in found:
            raise not_among(wanted, list(found))
        order = [wanted] if wanted is not None else self._in_order(found, module)
        return {identifier: found[identifier] for identifier in order}

    def _in_order(self, competencies: Iterable[str], module: str | None) -> list[str]:
        modules = self.curriculum.modules
        users = list(modules.values()) if module is None else [modules[module]]
        taught = {teaching.competency for user in users for teaching in user.teaches}
        return sorted(competencies, key=lambda each: (each in taught) is (module is None))

    def module(self, wanted: str | None) -> str | None:
        """The module wanted, else the last one of the path, if there is one; refused where none has that id."""
        known = [module.id for module in self.curriculum.modules_in_order]
        if wanted is not None and wanted not in known:
            raise not_among(wanted, known)
        last = self.curriculum.path[-1:]
        return wanted or (last[0].id if last else None)

    def new_findings(self) -> tuple[Finding, ...]:
        """What is found now and was not before; places do not count, since lines may have moved."""
        before = {_without_place(finding) for finding in self.findings}
        now = open_project(self.root).findings
        return tuple(finding for finding in now if _without_place(finding) not in before)


def _without_place(finding: Finding) -> tuple[str, str, str]:
    return finding.code.value, finding.place.path, repr(sorted(finding.values.items(), key=str))
