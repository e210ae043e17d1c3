"""Where each page lies, and how one page points at another."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from posixpath import basename, dirname, splitext
from urllib.parse import quote

from afterword.days import Quarter

TODAY = "index.md"
TIMELINE = "timeline.md"
REFLECTIONS = "reflections.md"
REJECTIONS = "rejections.md"
FORECAST = "forecast.md"
FUNNEL = "funnel.md"
COMMITMENTS = "commitments.md"
QUESTIONS = "questions.md"
STORIES = "stories.md"
TOLD = "told.md"
RESILIENCE = "resilience.md"
PRACTICE = "practice.md"
REVIEWS = "reviews.md"
PROBLEMS = "problems.md"
WITHOUT_OUTCOME = "without-outcome.md"
# The folder of applications' pages.
APPLICATIONS = "applications/"
# The folder of themes' pages.
THEMES = "themes/"

# Bytes of a name. Most file systems take 255, some tools and archives fewer.
_LONGEST, _KEPT = 100, 80
# As long as a name may be anywhere, in bytes; and the fewest characters of a path that may have one longer than that.
_LONGEST_NAME, _MAY_BE_LONG = 255, 60


@lru_cache(maxsize=65536)
def application_path(identity: str) -> str:
    """The page of the application with this id."""
    return f"{APPLICATIONS}{_short(identity)}.md"


@lru_cache(maxsize=4096)
def theme_path(key: str) -> str:
    """The page of the theme with this key; a theme such as `kafka/groups` does not open a folder."""
    return f"{THEMES}{_short(key.replace('/', '-'))}.md"


def review_path(quarter: Quarter) -> str:
    """The page of the review of a quarter."""
    return f"reviews/{quarter.slug}.md"


def narrowed_path(slug: str) -> str:
    """The page of the reflections on a part of the journal."""
    return f"reflections/{_short(slug)}.md"


def _short(name: str) -> str:
    """A name that a file may have on any machine: a long one is cut, and told from others like it by a digest of the whole."""
    written = name.encode()
    if len(written) <= _LONGEST:
        return name
    beginning = written[:_KEPT].decode(errors="ignore").rstrip("-")
    return f"{beginning}-{hashlib.sha256(written).hexdigest()[:8]}"


def fitting(path: str, *, directory_urls: bool) -> str:
    """The path of a Markdown file whose page has a name that a file may have: ".html" is longer than ".md"."""
    if directory_urls or len(path) < _MAY_BE_LONG:
        return path
    folder, _, name = path.rpartition("/")
    stem, ending = splitext(name)
    if len(f"{stem}.html".encode()) <= _LONGEST_NAME:
        return path
    return f"{folder}/{_short(stem)}{ending}".removeprefix("/")


def line_id(line: int) -> str:
    """The id, on an entry's page, of the item that stands on this line of its file."""
    return f"line-{line}"


def href_from(depth: int, there: str, *, directory_urls: bool = True) -> str:
    """The relative URL that leads to the page at `there` from any page that lies `depth` folders below the root."""
    return "../" * depth + _quoted(there, directory_urls=directory_urls) or "./"


def with_fragment(way: str, fragment: str) -> str:
    """A URL that leads to a part of the page it leads to."""
    return f"{way}#{_quoted_part(fragment)}"


@lru_cache(maxsize=4096)
def _quoted_part(fragment: str) -> str:
    return quote(fragment)


@lru_cache(maxsize=65536)
def _quoted(path: str, *, directory_urls: bool) -> str:
    return quote(address(path, directory_urls=directory_urls))


@lru_cache(maxsize=65536)
def address(path: str, *, directory_urls: bool = True) -> str:
    """The URL of a Markdown file's page below the site's root, as MkDocs gives it: "" for index.md."""
    stem = splitext(path)[0]
    is_index = basename(stem) in {"index", "README"}
    if is_index:
        folder = dirname(stem)
        if directory_urls:
            return f"{folder}/" if folder else ""
        return f"{folder}/index.html" if folder else "index.html"
    return f"{stem}/" if directory_urls else f"{stem}.html"
