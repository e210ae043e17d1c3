"""What a publish does, step by step. Whatever stops it, stops it before anything is pushed, and leaves nothing readable."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from afterword.analysis.names import Names, names
from afterword.cli.building import build
from afterword.cli.handing import constant_site, project_for
from afterword.cli.proof import Words, require_hidden, require_proof, words_of
from afterword.cli.reading import Reading, read
from afterword.cli.sealing import refuse_elsewhere, sealed_with_progress
from afterword.model import Journal
from afterword.options import SEALED
from afterword.pages.audience import MYSELF, VARIABLE, Audience
from afterword.pages.handed import HANDED
from afterword.pages.profiles import seen_by
from afterword.vault.folders import read_folder, write_folder
from afterword.vault.header import ITERATIONS
from afterword.vault.passphrases import require_strong
from afterword.vault.pushing import Place, push
from afterword.vault.readers import FILE, keys_for, new_readers
from afterword.vault.readers_file import read_readers, write_readers

# Shown the whole journal, whom the site is for, and its files.
Look = Callable[[Journal, Audience, Mapping[str, bytes]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What shall be published, and where to: pushed to a place, or put into a new folder; None and None for a dry run.

    `scratch` is a private folder that is removed afterwards. `look` is shown the journal and the built site of a profile. `iterations` count for a journal's first publish. Where
    `names_shown` is not said, no sentence repeats what is in a page, because a log may have other readers.
    """

    config: Path
    scratch: Path
    place: Place | None = None
    folder: Path | None = None
    own_phrase: bool = False
    names_shown: bool = False
    audience: Audience = MYSELF
    look: Look | None = None
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
    keys = keys_for(readers, passphrase, profile=order.audience.profile)
    audience = replace(order.audience, shared=len(keys) > 1 or not order.audience.sees_all)
    reading = read(order.config, None, None)
    whole = reading.journal
    roles = reading.configuration.options.report_roles
    journal = seen_by(whole, audience, key=readers.address_key, roles=roles)
    files = _built_for(order, reading, journal, audience, readers.address_key, told)
    words = words_of(whole, journal, audience, today=reading.today)
    _require_hidden(order, files, words, reading, audience)
    if order.look:
        order.look(whole, audience, files)
    told("Sealing")
    sealed = sealed_with_progress(files, keys, salt=readers.salt, iterations=readers.iterations)
    told("Scanning")
    seen = require_proof(files, sealed, words, passphrase)
    if known is None and (order.place or order.folder):
        write_readers(path, readers)
    if order.place or order.folder:
        told("Publishing")
        _deliver(order, sealed)
    told("Done")
    size = sum(len(content) for content in sealed.values())
    return Published(
        files=len(files), size=size, names=names(journal), words=len(words.every), seen=seen
    )


def publish_plain(order: Order, *, told: Callable[[str], None] = lambda _step: None) -> int:
    """Build and push without sealing, where a host keeps the site from strangers. The number of files."""
    told("Building")
    build(order.config, order.scratch / "site", settings={SEALED: "", VARIABLE: "", HANDED: ""})
    files = read_folder(order.scratch / "site")
    _refuse_elsewhere(order, files)
    if order.place:
        told("Publishing")
        push({**files, ".nojekyll": b""}, order.place, folder=order.scratch / "push", sealed=False)
    return len(files)


def _built_for(
    order: Order,
    reading: Reading,
    seen: Journal,
    audience: Audience,
    address_key: bytes,
    told: Callable[[str], None],
) -> dict[str, bytes]:
    """The built site in memory; on the disk it is gone before anything else happens."""
    told("Building")
    site, project = order.scratch / "site", order.scratch / "project"
    config, settings = project_for(order.config, project, reading.configuration, seen, audience)
    build(config, site, settings={SEALED: address_key.hex(), **settings})
    files = read_folder(site)
    shutil.rmtree(site)
    shutil.rmtree(project, ignore_errors=True)
    _refuse_elsewhere(order, files)
    return files


def _require_hidden(
    order: Order, files: Mapping[str, bytes], words: Words, reading: Reading, audience: Audience
) -> None:
    """Look for what an audience may not read, beside what everybody's site has."""
    if words.hidden:
        folder = order.scratch / "constant"
        constant = constant_site(folder, reading.configuration, audience)
        require_hidden(files, words, constant=constant, named=order.names_shown)


def _refuse_elsewhere(order: Order, files: Mapping[str, bytes]) -> None:
    own = read(order.config, None, None).configuration.site_url
    refuse_elsewhere(files, own=own, named=order.names_shown)


def _deliver(order: Order, sealed: Mapping[str, bytes]) -> None:
    if order.folder:
        write_folder(order.folder, sealed)
    if order.place:
        push(sealed, order.place, folder=order.scratch / "push")
