"""Who may open what is published: a small file in the private journal, which is worth nothing without the first passphrase.

It pins the salt, so that an open browser follows a new publish by itself. The first reader is the one who publishes: everybody
else's wrapping key lies in it under the first one's.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from afterword.errors import VaultError
from afterword.vault.header import ITERATIONS, SALT_SIZE, SLOTS
from afterword.vault.keys import KEY_SIZE, decrypted, encrypted, wrapping_key

FILE = "afterword-readers.json"
FORMAT = "afterword-readers/1"
FIRST = "me"
_WHOLE = "full"
_NAME = re.compile(r"[\w][\w .-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Everybody who may read, the first one first.

    `boxes` holds each reader's wrapping key under the first one's, so that the first one's own proves who publishes.
    `profiles` says which publish each of the others opens: one with that name, which is "full" where it says nothing. `address_key` makes the addresses in the site opaque, and the same from publish to publish.
    """

    salt: bytes
    iterations: int
    address_key: bytes
    boxes: Mapping[str, bytes]
    profiles: Mapping[str, str] = field(default_factory=dict)


def new_readers(passphrase: str, *, iterations: int = ITERATIONS) -> Readers:
    """Only oneself."""
    salt = secrets.token_bytes(SALT_SIZE)
    key = wrapping_key(passphrase, salt=salt, iterations=iterations)
    return Readers(
        salt=salt,
        iterations=iterations,
        address_key=secrets.token_bytes(KEY_SIZE),
        boxes={FIRST: _boxed(key, FIRST, key)},
    )


def wrapping_keys(readers: Readers, passphrase: str) -> dict[str, bytes]:
    """Everybody's wrapping key by name. Raises VaultError unless the passphrase is the first one's."""
    first = wrapping_key(passphrase, salt=readers.salt, iterations=readers.iterations)
    found = {
        name: decrypted(first, box, context=_context(name)) for name, box in readers.boxes.items()
    }
    if found[FIRST] is None:
        raise VaultError(
            f"This is not the passphrase that {FILE} was made with. Check for a missing word, and try again."
        )
    keys = {name: key for name, key in found.items() if key is not None}
    if len(keys) != len(found):
        raise VaultError(f"A reader in {FILE} has been altered. Remove and add them again.")
    return keys


def keys_for(readers: Readers, passphrase: str, *, profile: str) -> list[bytes]:
    """The wrapping keys of those who open a publish of this profile: the first reader, who opens each, and whoever is meant."""
    keys = wrapping_keys(readers, passphrase)
    return [
        key
        for name, key in keys.items()
        if name == FIRST or readers.profiles.get(name, _WHOLE) == profile
    ]


def with_reader(
    readers: Readers, name: str, passphrase: str, *, first: str, profile: str = _WHOLE
) -> Readers:
    """The readers and one more, who gets a passphrase of their own; `first` is the first one's passphrase."""
    if not _NAME.fullmatch(name):
        raise VaultError(
            "A reader's name wants letters, digits, blanks, dots or dashes, forty at most."
        )
    if name in readers.boxes:
        raise VaultError(
            f"There is a reader {name} already. Remove them first, or choose another name."
        )
    if len(readers.boxes) >= SLOTS:
        raise VaultError(f"A vault has room for {SLOTS} readers. Remove one first.")
    keys = wrapping_keys(readers, first)
    key = wrapping_key(passphrase, salt=readers.salt, iterations=readers.iterations)
    if key in keys.values():
        raise VaultError(
            "Somebody has this passphrase already. Each reader wants one of their own."
        )
    boxes = {**readers.boxes, name: _boxed(keys[FIRST], name, key)}
    return replace(readers, boxes=boxes, profiles={**readers.profiles, name: profile})


def without_reader(readers: Readers, name: str) -> Readers:
    """The readers but for one. What they have opened or kept before stays theirs; the next publish is closed to them."""
    if name == FIRST:
        raise VaultError(
            "You cannot remove yourself. To change your passphrase: afterword passphrase --change"
        )
    if name not in readers.boxes:
        raise VaultError(f"There is no reader {name}. There are: {', '.join(readers.boxes)}.")
    boxes = {other: box for other, box in readers.boxes.items() if other != name}
    profiles = {other: one for other, one in readers.profiles.items() if other != name}
    return replace(readers, boxes=boxes, profiles=profiles)


def with_passphrase(readers: Readers, *, first: str, new: str) -> Readers:
    """The same readers, with another passphrase for the first one. The salt stays, for the sake of the others."""
    keys = wrapping_keys(readers, first)
    key = wrapping_key(new, salt=readers.salt, iterations=readers.iterations)
    if key in keys.values():
        raise VaultError("This passphrase is in use already. Take a new one: afterword passphrase")
    kept = {**keys, FIRST: key}
    return replace(readers, boxes={name: _boxed(key, name, one) for name, one in kept.items()})


def read_readers(path: Path) -> Readers | None:
    """The readers in a file; None where there is no file. Raises VaultError for one that cannot be used."""
    if not path.exists():
        return None
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        if value["format"] != FORMAT or FIRST not in value["readers"]:
            raise ValueError
        return Readers(
            salt=bytes.fromhex(value["salt"]),
            iterations=int(value["iterations"]),
            address_key=bytes.fromhex(value["address_key"]),
            boxes={name: bytes.fromhex(box) for name, box in value["readers"].items()},
            profiles={str(name): str(profile) for name, profile in value["profiles"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise VaultError(
            f"{path.name} cannot be read. Take it from an earlier commit, or delete it and publish anew; every reader then gets a new passphrase."
        ) from error


def write_readers(path: Path, readers: Readers) -> None:
    """Put the readers into a file. No passphrase is in it, and nothing that opens a vault without one."""
    value = {
        "format": FORMAT,
        "salt": readers.salt.hex(),
        "iterations": readers.iterations,
        "address_key": readers.address_key.hex(),
        "readers": {name: box.hex() for name, box in readers.boxes.items()},
        "profiles": dict(readers.profiles),
    }
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _boxed(first: bytes, name: str, key: bytes) -> bytes:
    return encrypted(first, key, context=_context(name))


def _context(name: str) -> str:
    return f"{FORMAT} {name}"
