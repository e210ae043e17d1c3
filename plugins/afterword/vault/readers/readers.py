"""Who may open what is published, as long as the first passphrase says so.

Their file pins the salt, so that an open browser follows a new publish by itself. The first reader is the one who publishes:
everybody else's wrapping key lies in it under the first one's, and a code made with the first one's stands for all of it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from cryptography.hazmat.primitives.constant_time import bytes_eq

from afterword.errors import VaultError
from afterword.frozen import dataclass, field
from afterword.vault.readers.names import LONGEST, is_name
from afterword.vault.readers.publishes import Publish, kept
from afterword.vault.sealed.header import ITERATIONS, SALT_SIZE, SLOTS
from afterword.vault.sealed.keys import (
    KEY_SIZE,
    authentication_code,
    decrypted,
    encrypted,
    tried_keys,
    wrapping_key,
)

FILE = "afterword-readers.json"
FORMAT = "afterword-readers/2"
FIRST = "me"
PROFILES = ("full", "coach", "report")
# What a box is has not changed since the first format, so that a file of that format only wants a code.
_BOX = "afterword-readers/1"
_WHOLE = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Everybody who may read, the first one first.

    `boxes` holds each reader's wrapping key under the first one's, so that the first one's own proves who publishes.
    `profiles` says which publish each of the others opens, and `publishes` what the last one of each profile was.
    `address_key` makes the addresses in the site opaque, and the same from publish to publish. `code` is what the first
    one's key says of all that: whatever makes readers here makes it anew, and what was edited elsewhere does not fit it.
    """

    salt: bytes
    iterations: int
    address_key: bytes
    boxes: Mapping[str, bytes]
    profiles: Mapping[str, str] = field(default_factory=dict)
    publishes: Mapping[str, Publish] = field(default_factory=dict)
    code: bytes = b""


def new_address_key() -> bytes:
    """A key that makes addresses opaque: a first site is built with it before anybody is asked for a passphrase."""
    return secrets.token_bytes(KEY_SIZE)


def new_readers(
    passphrase: str, *, iterations: int = ITERATIONS, address_key: bytes | None = None
) -> Readers:
    """Only oneself."""
    return _made({FIRST: passphrase}, iterations=iterations, address_key=address_key)


def wrapping_keys(readers: Readers, passphrase: str) -> dict[str, bytes]:
    """Everybody's wrapping key by name. Raises VaultError unless the passphrase is the first one's and nothing was edited."""
    first = _first_key(readers, passphrase)
    require_untouched(readers, key=first)
    return _unboxed(readers, first)


def require_untouched(readers: Readers, *, key: bytes) -> None:
    """Raise VaultError unless the readers are as they were when the holder of this key, the first reader's, last had them made."""
    if not bytes_eq(readers.code, _code(readers, key)):
        raise VaultError(
            f"{FILE} is not as Afterword left it: somebody edited it. Take it from an earlier commit. If it was you, "
            "look at who is in it and sign it with your passphrase: afterword readers confirm"
        )


def keys_for(readers: Readers, passphrase: str, *, profile: str) -> list[bytes]:
    """The wrapping keys of those who open a publish of this profile: the first reader, who opens each, and whoever is meant."""
    return keys_of_profile(readers, wrapping_keys(readers, passphrase), profile=profile)


def keys_of_profile(readers: Readers, keys: Mapping[str, bytes], *, profile: str) -> list[bytes]:
    """Those of all the `wrapping_keys` that open a publish of this profile. Raises VaultError for a profile that there is not."""
    _require_profile(profile)
    return [
        key for name, key in keys.items() if name == FIRST or readers.profiles.get(name) == profile
    ]


def confirmed(readers: Readers, passphrase: str) -> Readers:
    """The readers as they stand, signed by the first one: what somebody edited by hand, or an earlier version wrote, holds from now on."""
    first = _first_key(readers, passphrase)
    _unboxed(readers, first)
    return _signed(readers, first)


def with_reader(
    readers: Readers, name: str, passphrase: str, *, first: str, profile: str = _WHOLE
) -> Readers:
    """The readers and one more, who gets a passphrase of their own; `first` is the first one's passphrase."""
    require_new_name(readers, name)
    _require_profile(profile)
    keys = wrapping_keys(readers, first)
    key = wrapping_key(passphrase, salt=readers.salt, iterations=readers.iterations)
    if key in keys.values():
        raise VaultError(
            "Somebody has this passphrase already. Each reader wants one of their own."
        )
    added = replace(
        readers,
        boxes={**readers.boxes, name: _boxed(keys[FIRST], name, key)},
        profiles={**readers.profiles, name: profile},
    )
    return _signed(added, keys[FIRST])


def with_publish(readers: Readers, profile: str, publish: Publish, *, key: bytes) -> Readers:
    """The readers, and what the last publish of a profile was; `key` is the first reader's wrapping key.

    Credentials in the remote's address are left out: compare it with `without_credentials` of another.
    """
    _require_profile(profile)
    require_untouched(readers, key=key)
    publishes = {**readers.publishes, profile: kept(publish)}
    return _signed(replace(readers, publishes=publishes), key)


def without_publish(readers: Readers, profile: str, *, key: bytes) -> Readers:
    """The readers, and no memory of a profile's last publish, for instance because another one has taken its place."""
    require_untouched(readers, key=key)
    publishes = {one: publish for one, publish in readers.publishes.items() if one != profile}
    return _signed(replace(readers, publishes=publishes), key)


def with_passphrase(readers: Readers, *, first: str, new: str) -> Readers:
    """The same readers, with another passphrase for the first one, for somebody who only wants another one.

    Salt, addresses and everybody else's passphrase stay. So whoever has the old passphrase and a copy of the file has the others'
    keys, and opens with them what is published next: after a leak, `renewed` is what helps.
    """
    keys = wrapping_keys(readers, first)
    key = wrapping_key(new, salt=readers.salt, iterations=readers.iterations)
    if key in keys.values():
        raise VaultError("This passphrase is in use already. Take a new one: afterword passphrase")
    boxes = {name: _boxed(key, name, one) for name, one in {**keys, FIRST: key}.items()}
    return _signed(replace(readers, boxes=boxes), key)


def staying_without(readers: Readers, name: str) -> tuple[str, ...]:
    """The others, but for the one who is to go. Raises VaultError for oneself, and for somebody who is not there."""
    if name == FIRST:
        raise VaultError(
            "You cannot remove yourself. To change your passphrase: afterword passphrase --change"
        )
    if name not in readers.boxes:
        raise VaultError(f"There is no reader {name}. There are: {', '.join(readers.boxes)}.")
    return tuple(one for one in readers.boxes if one not in (FIRST, name))


def renewed(
    readers: Readers, passphrases: Mapping[str, str], *, first: str, iterations: int = ITERATIONS
) -> Readers:
    """The readers named in `passphrases`, each with the one given there, under a new salt and with new addresses.

    Nothing that anybody knew before opens what is published from then on, or tells which address is which page: no passphrase
    but those given, no key, no copy of the earlier file. `first` is the first reader's passphrase until now; they may keep it,
    and its key is another all the same.
    """
    wrapping_keys(readers, first)
    profiles = {name: profile for name, profile in readers.profiles.items() if name in passphrases}
    return _made(passphrases, profiles, readers.publishes, iterations=iterations)


def require_new_name(readers: Readers, name: str) -> None:
    """Raise VaultError unless another reader can have this name, and there is room for them."""
    if not is_name(name):
        raise VaultError(
            f"A reader's name wants letters, digits, blanks, dots or dashes, {LONGEST} at most, and begins with a letter or digit."
        )
    alike = [one for one in readers.boxes if one.casefold() == name.casefold()]
    if alike:
        raise VaultError(
            f"There is a reader {alike[0]} already. Remove them first, or choose another name."
        )
    if len(readers.boxes) >= SLOTS:
        raise VaultError(f"A vault has room for {SLOTS} readers. Remove one first.")


def written(readers: Readers) -> dict[str, Any]:
    """Everything that the code stands for, as it is written."""
    return {
        "format": FORMAT,
        "salt": readers.salt.hex(),
        "iterations": readers.iterations,
        "address_key": readers.address_key.hex(),
        "readers": {name: box.hex() for name, box in readers.boxes.items()},
        "profiles": dict(readers.profiles),
        "publishes": {profile: asdict(one) for profile, one in readers.publishes.items()},
    }


def _made(
    passphrases: Mapping[str, str],
    profiles: Mapping[str, str] | None = None,
    publishes: Mapping[str, Publish] | None = None,
    *,
    iterations: int,
    address_key: bytes | None = None,
) -> Readers:
    """Readers under a salt and, where none is given, an address key of their own."""
    salt = secrets.token_bytes(SALT_SIZE)
    keys = {
        name: wrapping_key(passphrase, salt=salt, iterations=iterations)
        for name, passphrase in passphrases.items()
    }
    if len(set(keys.values())) != len(keys):
        raise VaultError("Two readers have the same passphrase. Each wants one of their own.")
    made = Readers(
        salt=salt,
        iterations=iterations,
        address_key=address_key or new_address_key(),
        boxes={name: _boxed(keys[FIRST], name, key) for name, key in keys.items()},
        profiles=profiles or {},
        publishes=publishes or {},
    )
    return _signed(made, keys[FIRST])


def _first_key(readers: Readers, passphrase: str) -> bytes:
    """The first reader's wrapping key. Raises VaultError for anybody else's passphrase."""
    box = readers.boxes[FIRST]
    for key in tried_keys(passphrase, salt=readers.salt, iterations=readers.iterations):
        if decrypted(key, box, context=_context(FIRST)) == key:
            return key
    raise VaultError(
        f"This is not the passphrase that {FILE} was made with. Check for a missing word, and try again. "
        "If it is the right one, somebody edited the file: take it from an earlier commit."
    )


def _unboxed(readers: Readers, first: bytes) -> dict[str, bytes]:
    keys = {
        name: decrypted(first, box, context=_context(name)) for name, box in readers.boxes.items()
    }
    found = {name: key for name, key in keys.items() if key is not None and len(key) == KEY_SIZE}
    if len(found) != len(keys):
        raise VaultError(
            f"A reader in {FILE} has been altered, and cannot be used. Take the file from an earlier commit, "
            "or take that reader out of it by hand, sign it (afterword readers confirm), and add them again."
        )
    return found


def _signed(readers: Readers, key: bytes) -> Readers:
    return replace(readers, code=_code(readers, key))


def _code(readers: Readers, key: bytes) -> bytes:
    content = json.dumps(written(readers), separators=(",", ":")).encode()
    return authentication_code(key, content, context=f"{FORMAT} code")


def _require_profile(profile: str) -> None:
    if profile not in PROFILES:
        raise VaultError(f"There is no profile {profile}. There are: {', '.join(PROFILES)}.")


def _boxed(first: bytes, name: str, key: bytes) -> bytes:
    return encrypted(first, key, context=_context(name))


def _context(name: str) -> str:
    return f"{_BOX} {name}"
