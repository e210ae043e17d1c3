"""What a publish does, step by step. Whatever stops it, stops it before anything is pushed, and leaves nothing readable."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from afterword.analysis.names import Names, names
from afterword.cli.building import build
from afterword.cli.reading import read
from afterword.cli.sealing import refuse_elsewhere, sealed_with_progress
from afterword.errors import VaultError
from afterword.model import Journal
from afterword.options import SEALED
from afterword.pages.naming import application_title, entry_title
from afterword.vault import open_vault
from afterword.vault.folders import read_folder, write_folder
from afterword.vault.header import ITERATIONS
from afterword.vault.passphrases import normalised, require_strong
from afterword.vault.pushing import Place, push
from afterword.vault.readers import (
    FILE,
    Readers,
    new_readers,
    read_readers,
    wrapping_keys,
    write_readers,
)
from afterword.vault.scanning import found_words, varying
from afterword.vault.sealing import strangers


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What shall be published, and where to: pushed to a place, or put into a new folder; None and None for a dry run.

    `scratch` is a private folder that is removed afterwards. `iterations` count for a journal's first publish.
    """

    config: Path
    scratch: Path
    place: Place | None = None
    folder: Path | None = None
    own_phrase: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    iterations: int = ITERATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it: how many files were sealed, into how many bytes, and which names they carry.

    `words` were looked for in what is sealed; `seen` of them are found by the same scan in the plain site.
    """

    files: int
    size: int
    names: Names
    words: int
    seen: int


def publish_sealed(
    order: Order, passphrase: str, *, told: Callable[[str], None] = lambda _step: None
) -> Published:
    """Build, seal, scan, and push or write. `told` hears of each step before it begins. Raises VaultError on any doubt."""
    told("Reading")
    path = order.config.parent / FILE
    known = read_readers(path)
    if known is None:
        require_strong(passphrase, own=order.own_phrase)
    readers = known or new_readers(passphrase, iterations=order.iterations)
    keys = wrapping_keys(readers, passphrase)
    journal = read(order.config, None, None).journal
    files = _built(order, readers, told)
    told("Sealing")
    sealed = sealed_with_progress(
        files, list(keys.values()), salt=readers.salt, iterations=readers.iterations
    )
    told("Scanning")
    words, seen = require_proof(files, sealed, journal, passphrase)
    if known is None and (order.place or order.folder):
        write_readers(path, readers)
    told("Publishing")
    _deliver(order, sealed)
    told("Done")
    size = sum(len(content) for content in sealed.values())
    return Published(files=len(files), size=size, names=names(journal), words=words, seen=seen)


def publish_plain(order: Order, *, told: Callable[[str], None] = lambda _step: None) -> int:
    """Build and push without sealing, where a host keeps the site from strangers. The number of files."""
    told("Building")
    build(order.config, order.scratch / "site", settings=order.settings)
    files = read_folder(order.scratch / "site")
    refuse_elsewhere(files, own=read(order.config, None, None).configuration.site_url)
    told("Publishing")
    if order.place:
        push({**files, ".nojekyll": b""}, order.place, folder=order.scratch / "push", sealed=False)
    return len(files)


def _built(order: Order, readers: Readers, told: Callable[[str], None]) -> dict[str, bytes]:
    """The built site in memory; on the disk it is gone before anything else happens."""
    told("Building")
    site = order.scratch / "site"
    build(order.config, site, settings={**order.settings, SEALED: readers.address_key.hex()})
    files = read_folder(site)
    shutil.rmtree(site)
    refuse_elsewhere(files, own=read(order.config, None, None).configuration.site_url)
    return files


def shown_words(journal: Journal) -> tuple[str, ...]:
    """What every site of the journal shows: companies, and the titles of its pages."""
    titles = [entry_title(one) for one in journal.interviews]
    titles += [application_title(one) for one in journal.applications]
    return tuple(dict.fromkeys((*names(journal).companies, *titles)))


def canaries(journal: Journal) -> tuple[str, ...]:
    """Every word of the journal that would give somebody away, those that its site shows first."""
    return tuple(dict.fromkeys((*shown_words(journal), *names(journal).every)))


def require_proof(
    files: Mapping[str, bytes], sealed: Mapping[str, bytes], journal: Journal, passphrase: str
) -> tuple[int, int]:
    """How many words were looked for, and how many of them the same scan finds in the plain site.

    Raises VaultError where the sealed folder holds one of them or does not open to the same files, and where the scan is
    blind to a company or a title. An address of somebody's that no page shows is looked for all the same.
    """
    words = canaries(journal)
    seen = found_words(files, words)
    if any(one not in seen for one in shown_words(journal)):
        raise VaultError(
            "The scan cannot see each company and title in the plain site, so its silence over the sealed one would prove nothing. "
            "Nothing was published. A theme that leaves titles out may be why."
        )
    if strangers(sealed) or found_words(varying(sealed), (*words, normalised(passphrase))):
        raise VaultError(
            "Something of the journal can be read in the sealed folder. Nothing was published."
        )
    if open_vault(sealed, passphrase) != files:
        raise VaultError(
            "The sealed folder does not open to what was built. Nothing was published."
        )
    return len(words), len(seen)


def _deliver(order: Order, sealed: Mapping[str, bytes]) -> None:
    if order.folder:
        write_folder(order.folder, sealed)
    if order.place:
        push(sealed, order.place, folder=order.scratch / "push")
