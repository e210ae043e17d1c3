"""A folder of files becomes a folder that may be published: an unlock page, a worker, a header, and blobs of one size."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from afterword.errors import VaultError
from afterword.vault.sealed.header import FORMAT, ITERATIONS, Header, header_text, write_header
from afterword.vault.sealed.keys import KEY_SIZE, encrypted, filled_slots
from afterword.vault.sealed.ordered import in_order
from afterword.vault.sealed.packing import Read, chunks, planned
from afterword.vault.unlocking import unlock_files

HEADER = "vault.json"
DOMAIN = "CNAME"
_BLOB = re.compile(r"b/[0-9a-f]{32}")


def blob_path(name: str) -> str:
    """Where the blob of this name lies."""
    return f"b/{name}"


def chunk_context(publish: str, name: str) -> str:
    """What is authenticated with a chunk, so that it opens under its own name in its own publish and nowhere else."""
    return f"{FORMAT} chunk {publish}/{name}"


def header_context(text: str) -> str:
    """What the seal beside a header authenticates: every letter of it."""
    return f"{FORMAT} header {text}"


def seal(
    files: Mapping[str, bytes],
    wrapping_keys: Sequence[bytes],
    *,
    salt: bytes,
    iterations: int = ITERATIONS,
    runs: Collection[str] = (),
    sealed_one: Callable[[int], None] = lambda _size: None,
) -> dict[str, bytes]:
    """The files as a published folder, for whoever holds one of the wrapping keys; those that `runs` names may run in a browser.

    `salt` and `iterations` are those that the wrapping keys were derived with; `sealed_one` is told the size of each chunk
    as it is done. A file CNAME stays readable beside the vault, because the host has to read it.
    """
    found = {}

    def read(path: str) -> Iterable[bytes]:
        return (files[path],)

    for path, content in sealed_files(
        files, read, wrapping_keys, salt=salt, iterations=iterations, runs=runs
    ):
        found[path] = content
        if _BLOB.fullmatch(path):
            sealed_one(len(content))
    return dict(sorted(found.items()))


def sealed_files(
    paths: Collection[str],
    read: Read,
    wrapping_keys: Sequence[bytes],
    *,
    salt: bytes,
    iterations: int = ITERATIONS,
    runs: Collection[str] = (),
) -> Iterator[tuple[str, bytes]]:
    """What `seal` makes of these files, one by one as it is done, so that neither they nor it ever are in memory as a whole."""
    if not paths:
        raise VaultError("There is nothing to seal: the folder is empty.")
    content_key, publish = secrets.token_bytes(KEY_SIZE), secrets.token_hex(16)
    slots = filled_slots(content_key, wrapping_keys, publish=publish)
    plan = planned(paths, read, runs=runs)
    names = tuple(secrets.token_hex(16) for _ in range(plan.chunks))

    def closed(piece: tuple[str, bytes]) -> bytes:
        name, content = piece
        return encrypted(content_key, content, context=chunk_context(publish, name))

    pieces = zip(names, chunks(plan, read), strict=True)
    yield from zip(map(blob_path, names), in_order(closed, pieces), strict=True)
    text = header_text(
        Header(publish=publish, salt=salt, iterations=iterations, slots=slots, blobs=names)
    )
    yield HEADER, write_header(text, encrypted(content_key, b"", context=header_context(text)))
    yield from unlock_files().items()
    if DOMAIN in paths:
        yield DOMAIN, _domain(b"".join(read(DOMAIN)))


def is_blob(path: str) -> bool:
    """Whether a file of a vault is called as chance calls its blobs."""
    return _BLOB.fullmatch(path) is not None


def strangers(sealed: Collection[str]) -> tuple[str, ...]:
    """The paths in a sealed folder that have no business in one."""
    known = {*unlock_files(), HEADER, DOMAIN}
    return tuple(path for path in sealed if path not in known and not is_blob(path))


def _domain(content: bytes) -> bytes:
    """The lines that name a domain. A remark beside one is nobody's business."""
    lines = (line.partition(b"#")[0].strip() for line in content.splitlines())
    return b"".join(line + b"\n" for line in lines if line)
