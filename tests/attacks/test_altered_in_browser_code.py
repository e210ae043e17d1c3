"""The browser's half of the vault against altered, cut, mixed and wicked vaults, run in Node: each is refused by name, none is a crash."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from tests.vault.sealed import PHRASE, sealed
from tests.vault.test_unlock import UNLOCK, node

from afterword.vault.folders import write_folder

PROGRAM = Path(__file__).parents[1] / "vault" / "unlock" / "altered.test.mjs"


def test_whatever_is_altered_is_refused_by_the_browsers_half_too(tmp_path: Path) -> None:
    """Four hundred flipped bits of a header, sixty of the pieces, cuts, mixes, bombs, and odd lists; each with its positive control."""
    for name in ("one", "two"):
        write_folder(tmp_path / name, sealed())
    (tmp_path / "facts.json").write_text(json.dumps({"passphrase": PHRASE}), encoding="utf-8")
    tested = subprocess.run(
        [node(), "--test", str(PROGRAM)],
        env={**os.environ, "AFTERWORD_UNLOCK": str(UNLOCK), "AFTERWORD_VECTORS": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 0, tested.stdout + tested.stderr
