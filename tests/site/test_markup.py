"""The pages judged by the Nu HTML checker, which is fetched when an audit is asked for."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site.built_site import ROOT, BuiltSite

CHECKER = "vnu-jar@26.9.27"


@pytest.fixture(scope="session")
def checker() -> Path:
    """The checker's jar, fetched with npm into the tree's cache; skipped aloud without npm or Java."""
    jar = ROOT / ".cache" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if shutil.which("java") is None or (not jar.exists() and shutil.which("npm") is None):
        pytest.skip("the Nu checker needs Java, and npm to be fetched")
    if not jar.exists():
        folder = ROOT / ".cache" / "vnu"
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--prefix", str(folder), CHECKER], check=True)
    return jar


@pytest.mark.audit
def test_nu_finds_no_error_on_any_page(site: BuiltSite, checker: Path) -> None:
    pages = [str(site.folder / name) for name in site.pages]
    command = ["java", "-jar", str(checker), "--format", "json", "--exit-zero-always", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stderr)["messages"]
    errors = [f"{each['url']}: {each['message']}" for each in told if each["type"] == "error"]
    assert errors == []
