"""Whether what is published is what this machine would publish, and opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from afterword.errors import VaultError
from afterword.vault.header import read_header
from afterword.vault.sealing import HEADER, blob_path, strangers
from afterword.vault.unlocking import unlock_files

# What a browser runs. The rest cannot do harm: it opens with the right key or not at all.
_RUNNING = ("index.html", "404.html", "sw.js")


def differences(published: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with a published folder, a sentence each, as far as it shows without a passphrase."""
    constant = unlock_files()
    for path in _RUNNING:
        if path not in published:
            yield f"{path} is missing."
        elif published[path] != constant[path]:
            yield f"{path} is not what this version of Afterword publishes. Publish again; if it comes back, somebody else can write there."
    for path in strangers(published):
        yield f"{path} has no business beside a vault, and anybody can read it."
    if HEADER not in published:
        yield "vault.json is missing, so there is nothing to open."


def fetched_vault(address: str, *, fetch: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """A published folder from its address: what must be there, and the blobs that its header names.

    Raises VaultError where there is no vault at this address.
    """
    base = address if address.endswith("/") else f"{address}/"
    found = {}
    for path in (*_RUNNING, HEADER):
        content = fetch(base + path)
        if content is not None:
            found[path] = content
    if HEADER not in found:
        raise VaultError(
            f"There is no vault at {base}. Check the address, and that the last publish is through."
        )
    for name in read_header(found[HEADER]).header.blobs:
        content = fetch(base + blob_path(name))
        if content is not None:
            found[blob_path(name)] = content
    return found
