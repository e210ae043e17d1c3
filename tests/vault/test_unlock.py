"""The browser's half: what Python sealed opens there byte for byte, and the page is what its own policy allows."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.end_to_end.projects import ROOT
from tests.vault.sealed import OTHER, PHRASE, SALT, SITE, sealed

from afterword.vault import seal
from afterword.vault.folders import read_folder, write_folder
from afterword.vault.sealed.header import FLOOR
from afterword.vault.sealed.keys import tried_keys
from afterword.vault.sealed.passphrases import forms
from afterword.vault.unlocking import unlock_page, worker

UNLOCK = ROOT / "plugins" / "afterword" / "vault" / "unlock"
SPELLED = (
    PHRASE.upper(),
    PHRASE.title().replace(" ", "-"),
    f"\n {PHRASE} ".replace(" ", " \u2014\u00a0\t"),
    PHRASE.replace(" ", "\u2011"),
)
OLDER = "Nobody Knows - what the heron said"
PHRASES = (
    *SPELLED,
    OLDER,
    "  a b\n",
    "cafe\u0301 CAFE\u0301",
    "\ufeffa\u2028",
    "\x1ca\x85",
    "\u1680a\u3000",
    "\uff21\uff0d\uff22",
    "-a--b-",
    "a \u2010\u2011\u2012\u2013\u2014\u2015\u2212 b",
    "a\u00adb \u2e3a c_d",
    "I\u0130\u0131i \u0130stanbul",
    "Stra\u00dfe STRA\u1e9eE strasse",
    "\u039f\u0394\u039f\u03a3 \u03bf\u03b4\u03bf\u03c2 \u03a3-\u03a3",
    "J\u030c \u01f0 \u01c4 \ufb01",
    "\u212a\u212b \u1e9b\u0323",
    "\u13a0\uab70 \U00010400",
    "--",
    "",
)


def node() -> str:
    """Node, which CI has and a machine may have."""
    found = shutil.which("node")
    if found is None:
        reason = "Node is not installed; with it, the browser's half of the vault is tested"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def sealed_before(phrase: str) -> dict[str, bytes]:
    """As the first version did it, which took a passphrase as it was typed."""
    *_, key = tried_keys(phrase, salt=SALT, iterations=FLOOR)
    return seal(SITE, [key], salt=SALT, iterations=FLOOR)


def test_what_python_sealed_opens_in_javascript_byte_for_byte(tmp_path: Path) -> None:
    program = node()
    files = {**SITE, "large.bin": os.urandom(5_000_000)}
    write_folder(tmp_path / "sealed", sealed(files, OTHER, PHRASE))
    write_folder(tmp_path / "older", sealed_before(OLDER))
    facts = {
        "passphrase": f" {PHRASE} ",
        "paths": sorted(files),
        "runs": sorted(path for path in files if path.endswith(".html")),
        "forms": [[phrase, forms(phrase)] for phrase in PHRASES],
        "spelled": SPELLED,
        "older": OLDER,
    }
    (tmp_path / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
    tested = subprocess.run(
        [program, "--test", str(Path(__file__).parent / "unlock" / "vault.test.mjs")],
        env={**os.environ, "AFTERWORD_UNLOCK": str(UNLOCK), "AFTERWORD_VECTORS": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert read_folder(tmp_path / "opened") == files


def test_the_worker_answers_for_a_file_by_what_it_is_and_who_asks() -> None:
    tested = subprocess.run(
        [node(), "--test", str(Path(__file__).parent / "unlock" / "serving.test.mjs")],
        env={**os.environ, "AFTERWORD_UNLOCK": str(UNLOCK)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_the_unlock_page_runs_its_own_script_and_style_and_nothing_else() -> None:
    page = unlock_page()
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[0]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for kind in ("script", "style"):
        text = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text[0].encode()).digest()).decode()
        assert (len(text), rules[f"{kind}-src"]) == (1, f"'sha256-{digest}'")
    assert {name: rule for name, rule in rules.items() if "sha256" not in rule} == {
        "default-src": "'none'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "{{" not in page


def test_the_unlock_page_asks_no_robot_in_names_nobody_and_sends_no_referrer() -> None:
    page = unlock_page()
    assert '<meta name="robots" content="noindex' in page
    assert '<meta name="referrer" content="no-referrer">' in page
    assert "<title>Private</title>" in page
    assert (
        re.findall(
            r"\b(?:interview|journal|afterword)\b", page.partition("<script>")[0], re.IGNORECASE
        )
        == []
    )
    assert re.findall(r"https?://", page + worker()) == []


def test_the_worker_brings_the_guard_and_keeps_nothing_in_a_cache() -> None:
    assert "const GUARD = " in worker()
    assert re.findall(r"\bcaches\b|localStorage|sessionStorage", unlock_page() + worker()) == []


@pytest.mark.parametrize("part", sorted(UNLOCK.glob("*.js")), ids=lambda path: path.name)
def test_each_part_of_the_browsers_half_is_published(part: Path) -> None:
    text = part.read_text(encoding="utf-8")
    published = (unlock_page(), worker(), json.loads(worker().split("GUARD = ")[1].split(";\n")[0]))
    assert [one for one in published if text in one] != []


@pytest.mark.parametrize("part", sorted(UNLOCK.glob("*.js")), ids=lambda path: path.name)
def test_a_script_is_one_that_an_engine_can_read(part: Path) -> None:
    subprocess.run([node(), "--check", str(part)], check=True)
