"""Which documents and scripts of a built site the build made itself, so that they may run where the site is sealed.

Everything else that a browser would run was put beside an entry: a saved advert, a picture with a script in it, somebody's
attachment. In a sealed site such a file is shown or saved, and never run.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

# Where the vault looks for it: `afterword.vault.runnable.ASSET`, written here again since a build has no use for its ciphers.
ASSET = "assets/afterword-made.json"
RUNNING = frozenset({".html", ".htm", ".js", ".mjs"})


def write_made_list(
    site: Path,
    names: Iterable[str],
    beside: Mapping[str, Path],
    scripts: Iterable[str],
    place: str = ASSET,
) -> None:
    """Leave the list in a built site, at a place in it; `scripts` are those that mkdocs.yml asks for, as it writes them."""
    path = site / place
    path.parent.mkdir(exist_ok=True, parents=True)
    wanted = {script.partition("?")[0] for script in scripts}
    path.write_text(made_list(site, names, beside, wanted), encoding="utf-8")


def made_list(
    site: Path,
    names: Iterable[str],
    beside: Mapping[str, Path],
    wanted: Collection[str] = (),
) -> str:
    """The list for a built site in which the files of these `names` run, as JSON.

    `beside` are the files that were copied as they are: where each lies in the site, and where it came from. `wanted` are those
    of them that mkdocs.yml asks for as scripts, by where they lie in the site. A copy of one of the others under another name
    is no work of the build either.
    """
    foreign = {path: file for path, file in beside.items() if path not in wanted and _runs(path)}
    texts = {file.read_bytes() for file in foreign.values() if file.is_file()}
    sizes = {len(text) for text in texts}
    runs = [
        name for name in names if name not in foreign and not _is_among(site / name, sizes, texts)
    ]
    return json.dumps({"runs": runs}, ensure_ascii=False, indent=1)


def _is_among(path: Path, sizes: Collection[int], texts: Collection[bytes]) -> bool:
    """Whether a file has one of these texts, which have these sizes."""
    return bool(sizes) and path.stat().st_size in sizes and path.read_bytes() in texts


def _runs(path: str) -> bool:
    return Path(path).suffix.lower() in RUNNING
