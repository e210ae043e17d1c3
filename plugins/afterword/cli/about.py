"""Whom a built site is about, as its build says: another plugin may have taken entries of the folder out, or have written some."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from afterword.cli.proof import Words
from afterword.vault.runnable import ASSET


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The companies and people that a site names, every name in it, and what its pages are called."""

    companies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def about_of(files: Mapping[str, bytes]) -> About:
    """What the build of these files says; nothing where it says nothing."""
    said = json.loads(files.get(ASSET, b"{}")).get("about", {})
    return About(**{name: tuple(words) for name, words in said.items()})


def with_what_was_built(words: Words, about: About) -> Words:
    """The words to look for, and those of the site as it was built, which alone the site has to show."""
    shown = (*about.companies, *about.titles)
    every = dict.fromkeys((*words.every, *shown, *about.every))
    return replace(words, every=tuple(every), shown=tuple(dict.fromkeys(shown)))
