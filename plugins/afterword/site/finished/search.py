"""What the search of a built site finds: one short record an entry, and an index that a site opened from disk can load too."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from afterword.patterns import seldom

_INDEX = Path("search", "search_index.json")
# How search plugins part words where nobody said otherwise, and so that a theme is found with its hash and without.
_USUAL, _WITH_THEMES = r"[\s\-]+", r"[\s\-#]+"
_TAG = seldom(r"<[^>]*>")

Record = dict[str, Any]


def join_records(
    site: Path,
    urls: Collection[str],
    completed: Callable[[list[Record]], list[Record]] = list,
    *,
    is_whole: bool = True,
) -> None:
    """Make one record of each page at `urls` in a built site's index: its words, without the markup around each of them.

    A search plugin makes a record of each section. An entry is short and its sections are the same in all of them, so that a
    browser would build a large index of little. `completed` adds the records that the plugin was told to pass over.
    Where the site `is_whole`, all of it a journal's, a theme is found by its word as well.
    """
    path = site / _INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    # An index that was built beforehand counts its records; it is left as it is.
    if isinstance(index.get("docs"), list) and "index" not in index:
        index["docs"] = completed(joined(index["docs"], urls))
        config = index.get("config")
        if is_whole and isinstance(config, dict) and config.get("separator") == _USUAL:
            config["separator"] = _WITH_THEMES
        with path.open("w", encoding="utf-8") as written:
            written.writelines(_pieces(index))


def _pieces(index: Mapping[str, Any]) -> Iterator[str]:
    """An index as JSON, record by record: the whole of a large one would need its memory twice."""
    before = "{"
    for name, value in index.items():
        yield f"{before}{_dumped(name)}:"
        before = ","
        if isinstance(value, list):
            yield "["
            yield from (f"{',' if at else ''}{_dumped(one)}" for at, one in enumerate(value))
            yield "]"
        else:
            yield _dumped(value)
    yield "}"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def joined(records: list[Record], urls: Collection[str]) -> list[Record]:
    """The records with those of each page at `urls` as one, in the place of its first."""
    pages: dict[str, Record] = {}
    kept = []
    for record in records:
        url, _, section = str(record.get("location", "")).partition("#")
        if url not in urls:
            kept.append(record)
        elif url not in pages:
            pages[url] = {**record, "location": url, "text": _words(record, title=bool(section))}
            kept.append(pages[url])
        else:
            pages[url]["text"] = f"{pages[url]['text']} {_words(record, title=True)}".strip()
    return kept


def _words(record: Mapping[str, Any], *, title: bool) -> str:
    """What a record says, and the title of its section where that is not the page's."""
    parts = [str(record.get("title", ""))] if title else []
    return words_in(_TAG.sub(" ", " ".join([*parts, str(record.get("text", ""))])))


def words_in(text: str) -> str:
    """The words of a text with one blank between them."""
    return " ".join(text.split())


def write_search_script(site: Path) -> None:
    """Lay a built site's search index down as a script too: a site opened from disk may not fetch, but may load that."""
    index = site / _INDEX
    if index.is_file():
        with index.open("rb") as read, index.with_suffix(".js").open("wb") as script:
            script.write(b"var __index = ")
            copyfileobj(read, script)
