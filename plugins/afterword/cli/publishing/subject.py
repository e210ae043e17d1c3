"""What is published, as it stands before anybody is asked for a passphrase: the journal, for whom, and what is known of earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from afterword.audience.audience import Audience
from afterword.audience.profiles import seen_by
from afterword.cli.project.configuration import Configuration, find_configuration
from afterword.cli.project.options import read
from afterword.errors import VaultError
from afterword.frozen import dataclass
from afterword.model import Journal
from afterword.vault.readers.file import read_readers
from afterword.vault.readers.readers import FILE, Readers, new_address_key

# What the theme and git bring, however small a journal is.
_THEME = 40 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A journal, the `whole` and what an audience sees of it; `known` are its readers, who are None before the first publish.

    What `known` says is not proved yet: that takes the passphrase.
    """

    whole: Journal
    journal: Journal
    audience: Audience
    today: date
    configuration: Configuration
    known: Readers | None
    address_key: bytes

    @property
    def entries(self) -> int:
        """How many entries there are, whoever sees them."""
        return len(self.whole.interviews)

    def last(self, profile: str) -> int:
        """How many entries there were when this profile was last published; none where it never was."""
        publish = self.known.publishes.get(profile) if self.known else None
        return publish.entries if publish else 0


def subject_of(config: Path, audience: Audience, *, address_key: bytes = b"") -> Subject:
    """The journal of a mkdocs.yml for an audience, with who reads it besides oneself.

    Before the first publish its addresses are made with the key that is given, or with a new one.
    """
    known = read_readers(config.parent / FILE)
    others = known.profiles.values() if known else ()
    is_shared = audience.profile in others or not audience.sees_all
    reader = replace(audience, shared=is_shared)
    reading = read(config, None, None, for_publishing=True)
    if reading.journal.withheld.unknown and not reader.sees_all:
        raise VaultError(
            "A file that says draft: true or publish: false could not be read. Names that stand only in it could not be taken out of "
            "what somebody else reads, so nothing was published. See what is wrong with it: afterword check"
        )
    key = known.address_key if known else address_key or new_address_key()
    roles = reading.configuration.options.report_roles
    return Subject(
        whole=reading.journal,
        journal=seen_by(reading.journal, reader, key=key, roles=roles),
        audience=reader,
        today=reading.today,
        configuration=reading.configuration,
        known=known,
        address_key=key,
    )


def room_wanted(config: Path) -> int:
    """How many bytes a publish may need for a while: the pages, what they are sealed into, and git's copy of that."""
    sources = find_configuration(config, None, start=config.parent).sources
    return 4 * sum(map(_size, sources.rglob("*"))) + _THEME


def _size(path: Path) -> int:
    """The bytes in a file; none where there is no file, or none any more."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def require_unchanged(before: Subject, after: Subject) -> None:
    """Raise VaultError where the journal or its readers changed while the site was built: what was proved would be of another one."""
    if after != before:
        raise VaultError(
            "The journal was changed while the site was being built. Nothing was published: publish again."
        )
