"""The company of a note whose front matter calls it a school, a hospital, or where it was."""

from __future__ import annotations

from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.spelling import spoken


def with_company(raw: str) -> str:
    """Lines of YAML with the key of a place of work as the company's, where they have none."""
    lines = raw.split("\n")
    keys = [_key(line) for line in lines]
    if any((field := KEYS.field_of(key)) and field.name == "company" for key in keys if key):
        return raw
    for part in ("workplace", "whereabouts"):
        words = in_every_language(part)
        for at, key in enumerate(keys):
            if (
                spoken(key) in words
                and KEYS.field_of(key) is None
                and lines[at].partition(":")[2].strip()
            ):
                lines[at] = f"company:{lines[at].partition(':')[2]}"
                return "\n".join(lines)
    return raw


def _key(line: str) -> str:
    """The key that a line begins with; empty where it begins with none."""
    key, colon, _ = line.partition(":")
    return key.strip("\"'") if colon and line[:1].strip() else ""
