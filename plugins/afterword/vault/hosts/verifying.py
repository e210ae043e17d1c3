"""Whether what is published is what this machine would publish, as far as it shows without a passphrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from afterword.vault.paths import shown
from afterword.vault.sealed.header import CHUNK, SEAL_SIZE, AlteredError, read_header
from afterword.vault.sealing import HEADER, blob_path, strangers
from afterword.vault.unlocking import unlock_files

# How long each blob is: a chunk, with its nonce and its tag.
BLOB_SIZE = CHUNK + SEAL_SIZE

# How a sentence about a path goes on.
MISSING = "missing."
NOT_OURS = "not what this version of Afterword publishes. Publish again; if it comes back, somebody else can write there."
WRONG_LENGTH = "not as long as every piece is. It was cut short, or is another."


def differences(published: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with a published folder, a sentence each."""
    for path, content in unlock_files().items():
        if path not in published:
            yield f"{path} is {MISSING}"
        elif published[path] != content:
            yield f"{path} is {NOT_OURS}"
    for path in strangers(published):
        yield f"{shown(path)} has no business beside a vault, and anybody can read it."
    yield from _of_the_vault(published)


def _of_the_vault(published: Mapping[str, bytes]) -> Iterator[str]:
    """What shows in the header, and in the blobs that it names and does not name."""
    if HEADER not in published:
        yield "vault.json is missing, so there is nothing to open."
        return
    try:
        names = read_header(published[HEADER]).header.blobs
    except AlteredError as error:
        yield str(error)
        return
    named = {blob_path(name) for name in names}
    for path in sorted(named):
        if path not in published:
            yield f"{path} is {MISSING}"
        elif len(published[path]) != BLOB_SIZE:
            yield f"{path} is {WRONG_LENGTH}"
    for path in published:
        if path.startswith("b/") and path not in named and not strangers([path]):
            yield f"{path} belongs to another publish than vault.json. Publish again."
