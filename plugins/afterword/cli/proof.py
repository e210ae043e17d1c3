"""The proof before a push: what may not be read cannot be found, by a search that finds it where it may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from afterword.analysis.names import names
from afterword.errors import VaultError
from afterword.model import Journal
from afterword.pages.audience import Audience, Profile
from afterword.pages.naming import application_title, entry_title
from afterword.pages.report import report_steps
from afterword.vault import open_vault
from afterword.vault.passphrases import normalised
from afterword.vault.scanning import found_words, varying
from afterword.vault.sealing import strangers

# Shorter names stand in other words, such as Sam in same; the pages' own masks know where a word ends.
_FEWEST_LETTERS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What to look for: `every` word that would give somebody away, which of them the plain site has `shown`, and what an
    audience does not see at all.
    """

    every: tuple[str, ...]
    shown: tuple[str, ...]
    hidden: tuple[str, ...] = ()


def words_of(whole: Journal, seen: Journal, audience: Audience, *, today: date) -> Words:
    """The words of a journal, of which an audience sees a part."""
    if audience.profile is Profile.REPORT:
        shown = [step.company for step in report_steps(seen, audience, today)]
    else:
        shown = list(names(seen).companies)
        shown += [entry_title(one) for one in seen.interviews]
        shown += [application_title(one) for one in seen.applications]
    every = dict.fromkeys((*shown, *names(seen).every, *names(whole).every))
    return Words(
        every=tuple(every), shown=tuple(dict.fromkeys(shown)), hidden=_hidden(whole, audience)
    )


def _hidden(whole: Journal, audience: Audience) -> tuple[str, ...]:
    if audience.sees_all:
        return ()
    private = [word for one in whole.interviews for word in one.private]
    named = names(whole)
    people = () if audience.profile is Profile.FULL else (*named.people, *named.addresses)
    companies = named.companies if audience.profile is Profile.COACH else ()
    found = (*private, *people, *companies)
    return tuple(word for word in found if len(word) >= _FEWEST_LETTERS)


def require_proof(
    files: Mapping[str, bytes], sealed: Mapping[str, bytes], words: Words, passphrase: str
) -> int:
    """How many of all words the search finds in the plain site.

    Raises VaultError where the sealed folder holds one of them or does not open to the same files, where the search is
    blind to a word that the plain site shows, and where it finds one there that the audience may not see.
    """
    if count := len(found_words(files, words.hidden)):
        raise VaultError(
            f"{count} names or private words that this profile leaves out stand in the site all the same. Nothing was published. "
            "Look for them in the site's own name and description, and in themes."
        )
    seen = found_words(files, words.every)
    if any(one not in seen for one in words.shown):
        raise VaultError(
            "The scan cannot see each company and title in the plain site, so its silence over the sealed one would prove nothing. "
            "Nothing was published. A theme that leaves titles out may be why."
        )
    if strangers(sealed) or found_words(varying(sealed), (*words.every, normalised(passphrase))):
        raise VaultError(
            "Something of the journal can be read in the sealed folder. Nothing was published."
        )
    if open_vault(sealed, passphrase) != files:
        raise VaultError(
            "The sealed folder does not open to what was built. Nothing was published."
        )
    return len(seen)
