"""What a publish does, step by step. Whatever stops it, stops it before anything is pushed, and leaves nothing readable."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from afterword.audience.audience import MYSELF, VARIABLE, Audience, Profile
from afterword.audience.handed import HANDED
from afterword.cli.proving.proof import (
    Words,
    require_hidden,
    require_proof,
    with_what_was_built,
    words_of,
)
from afterword.cli.publishing.building import build
from afterword.cli.publishing.doubts import Ask, nobody_asked, require_enough, require_own_place
from afterword.cli.publishing.handing import constant_site, project_for
from afterword.cli.publishing.own_place import remember, require_memorable
from afterword.cli.publishing.sealing import refuse_elsewhere, sealed_with_progress
from afterword.cli.publishing.subject import Subject, require_unchanged, subject_of
from afterword.cli.secrets.asking import require_good_passphrase
from afterword.frozen import dataclass, field
from afterword.model import Journal
from afterword.options import SEALED
from afterword.site.about import VARIABLE as ABOUT
from afterword.site.about import About, read_about
from afterword.vault.folders import read_folder, write_folder
from afterword.vault.pushing.places import Place
from afterword.vault.pushing.push import Look, look, push
from afterword.vault.readers.file import write_readers
from afterword.vault.readers.readers import (
    FILE,
    FIRST,
    Readers,
    keys_of_profile,
    new_readers,
    wrapping_keys,
)
from afterword.vault.sealed.header import ITERATIONS

Told = Callable[[str], None]
# Shown the whole journal, whom the site is for, and its files.
Preview = Callable[[Journal, Audience, Mapping[str, bytes]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What shall be published, and where to: pushed to a place, or put into a new folder; a trial does neither.

    `scratch` is a private folder that is removed afterwards. `iterations` count for a journal's first publish. Where
    `names_shown` is not said, no sentence repeats what is in a page, because a log may have other readers. `fewer` and
    `replace` allow what is otherwise asked about, `preview` is shown the plain pages of a trial, and `day` is the commit's.
    """

    config: Path
    scratch: Path
    place: Place | None = None
    folder: Path | None = None
    is_trial: bool = False
    own_phrase: bool = False
    names_shown: bool = False
    audience: Audience = MYSELF
    iterations: int = ITERATIONS
    fewer: bool = False
    replace: bool = False
    ask: Ask = nobody_asked
    preview: Preview | None = None
    day: date = field(default_factory=lambda: datetime.now(UTC).date())


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it: how many files were sealed, into how many bytes, and which companies and people they name.

    `words` were looked for in what is sealed; `seen` of them are found by the same scan in the plain site. `is_noted` says
    that the readers' file knows something new.
    """

    files: int
    size: int
    companies: tuple[str, ...]
    people: tuple[str, ...]
    words: int
    seen: int
    is_noted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """What the passphrase opens: the readers, and everybody's wrapping key by name."""

    readers: Readers
    keys: Mapping[str, bytes]
    is_first: bool


def publish_sealed(
    order: Order, passphrase: Callable[[], str], *, told: Told = lambda _step: None
) -> Published:
    """Build, seal, scan, and push or write. `told` hears of each step before it begins. Raises VaultError on any doubt.

    `passphrase` is asked for when the build is over: a build runs plugins and hooks, and there is nothing for them to find.
    """
    told("Reading")
    subject = subject_of(order.config, order.audience)
    _tell_withheld(subject, told)
    seen = _seen(order, subject, told, profile=order.audience.profile)
    files, about = _built(order, subject, told)
    again = subject_of(order.config, order.audience, address_key=subject.address_key)
    require_unchanged(subject, again)
    words = words_of(subject.whole, subject.journal, subject.audience, today=subject.today)
    if order.audience.profile is Profile.FULL:
        words = with_what_was_built(words, about)
    _require_hidden(order, files, words, subject)
    if order.preview and order.is_trial:
        order.preview(subject.whole, subject.audience, files)
    phrase = passphrase()
    opened = _opened(order, subject, phrase)
    told("Sealing")
    keys = keys_of_profile(opened.readers, opened.keys, profile=order.audience.profile)
    readers = opened.readers
    sealed = sealed_with_progress(
        files, keys, salt=readers.salt, iterations=readers.iterations, is_foreign=False
    )
    told("Scanning")
    found = require_proof(files, sealed, words, phrase)
    is_noted = not order.is_trial and _deliver(order, subject, opened, sealed, seen, told)
    told("Done")
    return Published(
        files=len(files),
        size=sum(len(content) for content in sealed.values()),
        companies=about.companies,
        people=about.people,
        words=len(words.every),
        seen=found,
        is_noted=is_noted,
    )


def publish_plain(order: Order, *, told: Told = lambda _step: None) -> int:
    """Build and push without sealing, where a host keeps the site from strangers. The number of files."""
    told("Reading")
    subject = subject_of(order.config, MYSELF)
    _tell_withheld(subject, told)
    seen = _seen(order, subject, told, profile="plain")
    files, _ = _plain(order, subject, told)
    if order.place and not order.is_trial:
        told("Publishing")
        content = {**files, ".nojekyll": b""}
        push(content, order.place, folder=order.scratch / "push", seen=seen, day=order.day)
    return len(files)


def _tell_withheld(subject: Subject, told: Told) -> None:
    """Say how much is left out because its writer says so: they may have forgotten, and look for it in the published site."""
    if number := len(subject.whole.withheld.paths):
        what = "1 file that says" if number == 1 else f"{number} files that say"
        told(f"Leaving out {what} draft: true or publish: false")


def _seen(order: Order, subject: Subject, told: Told, *, profile: str) -> Look:
    """What lies in the place. Raises VaultError where this publish should not replace it."""
    last = subject.last(order.audience.profile)
    require_enough(subject.entries, last, fewer=order.fewer, ask=order.ask)
    if order.place is None:
        return Look()
    told("Looking")
    sealed = profile != "plain"
    seen = look(order.place, folder=order.scratch / "look", sealed=sealed)
    require_own_place(
        order.place, seen, subject.known, profile=profile, replace=order.replace, ask=order.ask
    )
    return seen


def _built(order: Order, subject: Subject, told: Told) -> tuple[dict[str, bytes], About]:
    """The built site in memory, and whom it is about; on the disk both are gone before anything else happens."""
    told("Building")
    project = order.scratch / "project"
    config, settings = project_for(
        order.config, project, subject.configuration, subject.journal, subject.audience
    )
    found = _read_once(order, config, {SEALED: subject.address_key.hex(), **settings}, subject)
    shutil.rmtree(project, ignore_errors=True)
    return found


def _plain(order: Order, subject: Subject, told: Told) -> tuple[dict[str, bytes], About]:
    told("Building")
    return _read_once(order, order.config, {SEALED: "", VARIABLE: "", HANDED: ""}, subject)


def _read_once(
    order: Order, config: Path, settings: Mapping[str, str], subject: Subject
) -> tuple[dict[str, bytes], About]:
    site, said = order.scratch / "site", order.scratch / "about.json"
    build(config, site, settings={**settings, ABOUT: str(said)})
    files = read_folder(site)
    shutil.rmtree(site)
    about = read_about(said.read_text(encoding="utf-8"))
    said.unlink()
    refuse_elsewhere(files, own=subject.configuration.site_url, named=order.names_shown)
    return files, about


def _require_hidden(
    order: Order, files: Mapping[str, bytes], words: Words, subject: Subject
) -> None:
    """Look for what an audience may not read, beside what everybody's site has."""
    if words.hidden:
        folder = order.scratch / "constant"
        constant = constant_site(folder, subject.configuration, subject.audience)
        require_hidden(files, words, constant=constant, named=order.names_shown)


def _opened(order: Order, subject: Subject, phrase: str) -> _Opened:
    """The readers, whom the passphrase proves to be as their owner left them; on a first publish, new ones."""
    readers = subject.known
    if readers is None:
        require_good_passphrase(phrase, own=order.own_phrase)
        readers = new_readers(phrase, iterations=order.iterations, address_key=subject.address_key)
    keys = wrapping_keys(readers, phrase)
    return _Opened(readers=readers, keys=keys, is_first=subject.known is None)


def _deliver(
    order: Order,
    subject: Subject,
    opened: _Opened,
    sealed: Mapping[str, bytes],
    seen: Look,
    told: Told,
) -> bool:
    """Write or push what is sealed; whether the readers' file knows something new."""
    project, profile = order.config.parent, order.audience.profile
    told("Publishing")
    if order.folder:
        write_folder(order.folder, sealed)
    if order.place is None:
        return False
    publish = require_memorable(order.place, subject.entries, len(sealed))
    if opened.is_first:
        write_readers(project / FILE, opened.readers)
    push(sealed, order.place, folder=order.scratch / "push", seen=seen, day=order.day)
    return remember(project, order.place, publish, profile=profile, key=opened.keys[FIRST])
