"""Faults with a name, each of which a test has to notice: what protects somebody, left out once.

Each is a text that stands in one file of the package, wherever that lies, what stands there instead, and the tests to ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mutants import Mutant

_GUARD = ("tests/site/test_guard.py",)
_SERVING = ("tests/vault/test_unlock.py",)
_GIT = ("tests/vault/test_git.py",)
_BUILDING = ("tests/cli/test_building.py",)
_WORKER = ("tests/speed/test_worker.py",)
_REUSED = ("tests/speed/test_reused_layouts.py",)
_VERBS = ("tests/cli/test_verbs.py",)


@dataclass(frozen=True, slots=True)
class Named:
    """A fault by its name: what stands in the code, what stands there instead, and the test files that ought to notice."""

    name: str
    before: str
    after: str
    tests: tuple[str, ...]


NAMED = (
    Named("no form-action on a page", """            "form-action 'none'",\n""", "", _GUARD),
    Named("no form-action on a kept page", "'form-action \\'none\\'\"><meta", "'\"><meta", _GUARD),
    Named("no form-action on the unlock page", "'none'; form-action 'none'\"\n", "'none'\"\n", _SERVING),
    Named("no form-action on an opened page", "`base-uri 'none'; form-action 'none'; $", "`base-uri 'none'; $", _SERVING),
    Named("no form-action on a foreign page", "`base-uri 'self'; form-action 'self'; $", "`base-uri 'self'; $", _SERVING),
    Named("no form-action on a saved page", "'unsafe-inline'; base-uri 'none'; form-action 'none'; $", "'unsafe-inline'; base-uri 'none'; $", _SERVING),
    Named("objects on a page", """            "object-src 'none'",\n""", "", _GUARD),
    Named("objects on an opened page", "frame-src 'none'; object-src 'none'; ", "frame-src 'none'; ", _SERVING),
    Named("objects on a foreign page", "connect-src 'self'; object-src 'none'; ", "connect-src 'self'; ", _SERVING),
    Named("no audio on a page", """            "media-src 'self' data:",\n""", "", _GUARD),
    Named("no audio on a kept page", "\"media-src 'self' data:; style-src", '"style-src', _GUARD),
    Named("no audio on an opened page", "\"media-src 'self' data:; font-src", '"font-src', _SERVING),
    Named("no audio that is shown by itself", "data:; media-src 'self'; style-src", "data:; style-src", _SERVING),
    Named("preconnect", '{"preconnect", ', "{", _GUARD),
    Named("dns-prefetch", '"dns-prefetch", ', "", _GUARD),
    Named("prefetch", '"prefetch", ', "", _GUARD),
    Named("prerender", '"prerender", ', "", _GUARD),
    Named("modulepreload", '"modulepreload", ', "", _GUARD),
    Named("preload", ', "preload"}', "}", _GUARD),
    Named("GIT_DIR", '"GIT_DIR": str(self.folder / ".git"),', "", _GIT),
    Named("hooksPath", '("core.hooksPath", os.devnull),', "", _GIT),
    Named("GH_TOKEN in a build", "(?:GH|GITHUB)_", "(?:GITHUB)_", _BUILDING),
    Named("GH_TOKEN handed on to a build", "**without_secrets(os.environ)", "**os.environ", _BUILDING),
    Named("a worker that looks in the user's folder", '("-P", "-c", ', '("-c", ', _WORKER),
    Named("a build that looks in the user's folder", '[sys.executable, "-P", "-m", "afterword.cli.publishing.between", program]', '[sys.executable, "-m", "afterword.cli.publishing.between", program]', _BUILDING),
    Named("a worker that an interruption ends", "signal.signal(signal.SIGINT, signal.SIG_IGN)", "pass", _WORKER),
    Named("the user's repo_url for a coach", '"site_name": _TITLES[profile],', '"site_name": _TITLES[profile], "repo_url": "https://cornerrepo.example",', ("tests/cli/test_handing.py",)),
    Named("layouts that are always reused", "if not may_reuse(config, theme_folders):", "if False:", _REUSED),
    Named("layouts that are never reused", "if not may_reuse(config, theme_folders):", "if True:", _REUSED),
    Named("layouts in the environment of the user's", "overlaid = environment.overlay()", "overlaid = environment", _REUSED),
    Named("no settings that are inherited", "and depth < 10:", "and depth < 0:", _VERBS),
    Named("settings that are inherited once", "and depth < 10:", "and depth < 1:", _VERBS),
    Named("settings that inherit themselves", "and depth < 10:", "and True:", _VERBS),
)  # fmt: skip


def named_mutants(package: Path) -> list[tuple[Mutant, tuple[str, ...]]]:
    """Each of them with its tests. Raises ValueError for one whose text stands in no file or in several: the code has changed."""
    texts = {
        path: path.read_text(encoding="utf-8")
        for ending in ("*.py", "*.js")
        for path in sorted(package.rglob(ending))
    }
    return [(_found(one, texts), one.tests) for one in NAMED]


def _found(one: Named, texts: dict[Path, str]) -> Mutant:
    places = [path for path, text in texts.items() if text.count(one.before) == 1]
    if len(places) != 1:
        raise ValueError(f"{one.name}: {one.before!r} stands in {len(places)} files")
    (path,) = places
    return Mutant(path, 1, 1, one.name, texts[path].replace(one.before, one.after))
