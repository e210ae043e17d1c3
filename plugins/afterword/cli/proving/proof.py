"""The proof before a push: what may not be read cannot be found, by a search that finds it where it may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from afterword.analysis.names import names
from afterword.analysis.report import report_rows
from afterword.audience.audience import Audience, Profile
from afterword.audience.handed import texts_in
from afterword.audience.hiding import hidden_from
from afterword.audience.masking import Masks
from afterword.audience.spelling import folded, words_in
from afterword.cli.proving.own_words import own_words
from afterword.cli.proving.pieces import pieces_of
from afterword.edition.naming import application_title, entry_title
from afterword.errors import VaultError
from afterword.frozen import dataclass, field
from afterword.model import Journal
from afterword.site.about import About
from afterword.vault import open_vault
from afterword.vault.scanning import found_words, said_by, varying
from afterword.vault.sealed.passphrases import forms
from afterword.vault.sealing import strangers

# What a reader reads; a theme's programs and pictures are no place for a word of the journal.
_READ = (".html", ".json", ".xml")
_WHERE_HANDED = "what is handed to the build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What to look for: `every` word that would give somebody away, which of them the plain site has `shown`, what an
    audience does not see at all, what it was `handed`, and which words say nothing because everybody's site has them.
    """

    every: tuple[str, ...]
    shown: tuple[str, ...]
    hidden: Masks = field(default_factory=lambda: Masks(()))
    handed: str = ""
    spared: frozenset[str] = frozenset()


def words_of(whole: Journal, seen: Journal, audience: Audience, *, today: date) -> Words:
    """The words of a journal, of which an audience sees a part."""
    if audience.profile is Profile.REPORT:
        rows = report_rows(seen, today, first=audience.first, last=audience.last)
        shown = [word for row in rows for word in (row.company, row.position)]
    else:
        shown = list(names(seen).companies)
        shown += [entry_title(one) for one in seen.interviews]
        shown += [application_title(one) for one in seen.applications]
    every = dict.fromkeys((*shown, *names(seen).every, *names(whole).every))
    meant = shown if audience.profile is Profile.REPORT else ()
    return Words(
        every=tuple(every),
        shown=tuple(dict.fromkeys(shown)),
        hidden=hidden_from(whole, audience),
        handed=texts_in(seen) if audience.profile is not Profile.FULL else "",
        spared=own_words() | {word for one in meant for word in words_in(one)},
    )


def with_what_was_built(words: Words, about: About) -> Words:
    """The words to look for, and those of the site as it was built, which alone the site has to show."""
    shown = (*about.companies, *about.titles)
    every = dict.fromkeys((*words.every, *shown, *about.every))
    return replace(words, every=tuple(every), shown=tuple(dict.fromkeys(shown)))


def readable(
    files: Mapping[str, bytes], words: Words, *, constant: Mapping[str, bytes]
) -> dict[str, str]:
    """Each hidden word that can be read all the same, with the file that it stands in.

    `constant` is the site of an empty journal with the same theme: what it has, everybody's has.
    """
    known = {
        piece
        for path, content in constant.items()
        if path.endswith(_READ)
        for piece in pieces_of(path, content)
    }
    found: dict[str, str] = {}
    places = {
        path: pieces_of(path, content)
        for path, content in files.items()
        if constant.get(path) != content
    }
    for path, pieces in {_WHERE_HANDED: iter(words.handed.split("\n")), **places}.items():
        new = set(pieces) - known
        known |= new
        for word in _telling(new, words):
            found.setdefault(" ".join(words_in(word)), path)
    return found


def _telling(pieces: Iterable[str], words: Words) -> Iterable[str]:
    for piece in pieces:
        for one in words.hidden.found_in(folded(piece)):
            if not words.spared.issuperset(words_in(one.word)):
                yield one.word


def require_proof(
    files: Mapping[str, bytes],
    sealed: Mapping[str, bytes],
    words: Words,
    passphrase: str,
) -> int:
    """How many of all words the search finds in the plain site.

    Raises VaultError where the sealed folder holds one of them or does not open to the same files, and where the search is
    blind to a word that the plain site shows.
    """
    read = {path: content for path, content in files.items() if path.endswith(_READ)}
    seen = found_words(read, words.every)
    if any(one not in seen for one in words.shown):
        raise VaultError(
            "The scan cannot see each company and title in the plain site, so its silence over the sealed one would prove nothing. "
            "Nothing was published. A theme that leaves titles out may be why."
        )
    sought = (*words.every, *forms(passphrase))
    if strangers(sealed) or found_words(varying(sealed), sought, said=said_by):
        raise VaultError(
            "Something of the journal can be read in the sealed folder. Nothing was published."
        )
    if open_vault(sealed, passphrase) != files:
        raise VaultError(
            "The sealed folder does not open to what was built. Nothing was published."
        )
    return len(seen)


def require_hidden(
    files: Mapping[str, bytes], words: Words, *, constant: Mapping[str, bytes], named: bool
) -> None:
    """Raise VaultError where the plain site says what its audience may not read: naming it, unless a log would keep it."""
    found = readable(files, words, constant=constant)
    if not found:
        return
    count = (
        f"{len(found)} {'name or private word' if len(found) == 1 else 'names or private words'}"
    )
    if named:
        listed = "; ".join(
            f"\u201c{word}\u201d in {path}" for word, path in sorted(found.items())[:10]
        )
        raise VaultError(
            f"{count} that this profile leaves out can be read in the site: {listed}. Nothing was published."
        )
    raise VaultError(
        f"{count} that this profile leaves out can be read in the site. Nothing was published. "
        "A log is no place to name them: run this at a terminal, or with --show-names."
    )
