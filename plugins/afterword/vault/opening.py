"""A published folder becomes the files again, for whoever has a passphrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from afterword.errors import VaultError
from afterword.vault.sealed.header import CHUNK, AlteredError, Header, SealedHeader, read_header
from afterword.vault.sealed.keys import decrypted, tried_keys, unwrapped
from afterword.vault.sealed.packing import LARGEST
from afterword.vault.sealed.unpacking import unpacked
from afterword.vault.sealing import HEADER, blob_path, chunk_context, header_context


def open_vault(sealed: Mapping[str, bytes], passphrase: str) -> dict[str, bytes]:
    """The files in a published folder, each byte as it was sealed.

    Raises VaultError for a passphrase that opens no slot, and AlteredError for anything missing, altered, swapped or from another publish.
    """
    return dict(opened_files(sealed, passphrase))


def opened_files(sealed: Mapping[str, bytes], passphrase: str) -> Iterator[tuple[str, bytes]]:
    """What `open_vault` finds, one file after the other. What goes wrong with one is said when it comes to it."""
    if HEADER not in sealed:
        raise VaultError("This is no sealed folder: it has no vault.json.")
    found = read_header(sealed[HEADER])
    yield from files_under(sealed, found, content_key(found, passphrase))


def content_key(found: SealedHeader, passphrase: str) -> bytes:
    """The key that a passphrase stands for in this vault, however it is spelled.

    Raises VaultError where it stands for none, and AlteredError where the header is not the one that was sealed.
    """
    header = found.header
    return key_under(found, tried_keys(passphrase, salt=header.salt, iterations=header.iterations))


def key_under(found: SealedHeader, wrapping_keys: Iterable[bytes]) -> bytes:
    """The key that lies in a slot under the first of the wrapping keys that opens one."""
    header = found.header
    tried = (unwrapped(header.slots, one, publish=header.publish) for one in wrapping_keys)
    key = next((one for one in tried if one is not None), None)
    if key is None:
        raise VaultError(
            "The passphrase does not open this. Check for a missing word, and try again."
        )
    if decrypted(key, found.seal, context=header_context(found.text)) is None:
        raise AlteredError(
            "vault.json has been altered. Publish again, and find out who could write there."
        )
    return key


def files_under(
    sealed: Mapping[str, bytes], found: SealedHeader, key: bytes
) -> Iterator[tuple[str, bytes]]:
    """Each file of a vault whose key is known."""
    if len(found.header.blobs) * CHUNK > LARGEST:
        raise AlteredError(
            "The vault says that it holds more than 2 GiB. Nothing of it was opened."
        )
    run = bytearray()
    for name in found.header.blobs:
        run += _chunk(sealed, found.header, name, key)
    yield from unpacked(memoryview(run))


def _chunk(sealed: Mapping[str, bytes], header: Header, name: str, key: bytes) -> bytes:
    path = blob_path(name)
    if path not in sealed:
        raise AlteredError(
            f"{path} is missing. A copy was cut short, or belongs to another publish."
        )
    piece = decrypted(key, sealed[path], context=chunk_context(header.publish, name))
    if piece is None or len(piece) != CHUNK:
        raise AlteredError(
            f"{path} has been altered. Publish again, and find out who could write there."
        )
    return piece
