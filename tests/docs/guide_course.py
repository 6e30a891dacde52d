"""The guides' own text, and a copy of the course in which they are followed word by word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

GUIDES = Path(__file__).parents[2] / "curriculum" / "pages" / "guide"
_ROOT = GUIDES.parents[2]


def blocks(guide: str, word: str) -> list[str]:
    """The blocks of a guide that are fenced with a word, such as yaml, in order."""
    text = (GUIDES / guide).read_text("utf-8")
    return re.findall(rf"^```{word}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def copy_course(folder: Path) -> str:
    """Copy the course with the people and venues that the guides add; the file of the edition that they open."""
    for name in ("curriculum", "modules", "exercises"):
        shutil.copytree(_ROOT / name, folder / name)
    shutil.copy(_ROOT / "index.md", folder)
    people, venues, cohort, _, _ = blocks("aprire-un-edizione.md", "yaml")
    for name, text in (("people", people), ("venues", venues)):
        with (folder / f"curriculum/{name}.yaml").open("a", encoding="utf-8") as stream:
            stream.write(text)
    return cohort
