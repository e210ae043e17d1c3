"""A journal whose every corner names somebody, built for each audience, and a search that knows nothing of our masks."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from tests.end_to_end.projects import build

from afterword.audience.audience import Audience, Profile
from afterword.audience.profiles import seen_by
from afterword.cli.project.options import Reading, read
from afterword.cli.proving.proof import Words, require_hidden, words_of
from afterword.cli.publishing.handing import constant_site, project_for
from afterword.model import Journal
from afterword.options import SEALED
from afterword.vault.folders import read_folder

KEY = b"k" * 32
COACH = Audience(profile=Profile.COACH, shared=True)
REPORT = Audience(profile=Profile.REPORT, shared=True)
SHARED = Audience(shared=True)


class Shown:
    """A journal as one audience sees it: what is handed over, the built site, and what a proof makes of it."""

    def __init__(self, config: Path, scratch: Path, audience: Audience) -> None:
        self.audience = audience
        self.scratch = scratch
        self.reading: Reading = read(config, None, None)
        roles = self.reading.configuration.options.report_roles
        self.seen: Journal = seen_by(self.reading.journal, audience, key=KEY, roles=roles)
        configuration = self.reading.configuration
        path, settings = project_for(
            config, scratch / "project", configuration, self.seen, audience
        )
        options = ("--strict", "--config-file", str(path), "--site-dir", str(scratch / "site"))
        built = build(path.parent, *options, environment={SEALED: KEY.hex(), **settings})
        assert built.status == 0, built.said
        self.files: dict[str, bytes] = read_folder(scratch / "site")

    @cached_property
    def constant(self) -> dict[str, bytes]:
        """What is in a site like it whoever's journal it shows."""
        return constant_site(self.scratch / "constant", self.reading.configuration, self.audience)

    @property
    def words(self) -> Words:
        return words_of(self.reading.journal, self.seen, self.audience, today=self.reading.today)

    def prove(self, changed: Mapping[str, bytes] | None = None, *, named: bool = True) -> None:
        """Raise where the site, with some files of it changed, says what it must not."""
        files = {**self.files, **(changed or {})}
        require_hidden(files, self.words, constant=self.constant, named=named)


def plain(text: str) -> str:
    """A text as the search compares it: one case, one form, and nothing that cannot be seen."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in folded if unicodedata.category(one) != "Cf")


def sought(files: Mapping[str, bytes], needles: Iterable[str]) -> set[str]:
    """Which needles stand in a file or in its name, but for the theme's programs and styles."""
    texts = []
    for path, content in files.items():
        texts.append(plain(unquote(path)))
        if path.endswith((".html", ".json", ".xml", ".txt", ".md")):
            written = content.decode()
            text = written.encode().decode("unicode_escape") if "\\u" in written else written
            texts += [plain(form) for form in (written, text, unquote(html.unescape(written)))]
    return {one for one in needles if any(plain(one) in text for text in texts)}
