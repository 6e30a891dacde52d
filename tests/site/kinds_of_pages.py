"""One page of each kind that the site has, for tests that are too slow for all of them."""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "home": "index",
    "path": "curriculum/course",
    "modules": "curriculum/pages/moduli",
    "module": "modules/cultura-di-squadra",
    "exercises": "curriculum/pages/esercizi",
    "exercise": "exercises/tavolo-di-squadra",
    "competencies": "curriculum/pages/competenze",
    "map": "curriculum/competencies/community-maker",
    "figures": "curriculum/figures",
    "thermometer": "curriculum/thermometers/stili-di-interazione",
    "group": "curriculum/groups/rete-di-montagna",
    "composer": "curriculum/pages/componi",
    "matrix": "curriculum/matrices/sportello-di-valle",
    "cohort": "curriculum/cohorts/cm-2023",
    "glossary": "curriculum/glossary",
    "bibliography": "curriculum/pages/bibliografia",
    "case": "curriculum/pages/casi/sbrighes",
    "search": "search",
}
