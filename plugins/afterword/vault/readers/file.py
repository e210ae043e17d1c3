"""The file of the readers: each letter of it as Afterword writes it, or it is refused; and never half written.

It is worth nothing without the first reader's passphrase. Whether somebody edited it shows only with that: here is looked at
what a file must be like in any case.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from afterword.errors import VaultError
from afterword.vault.readers.names import is_name
from afterword.vault.readers.publishes import Publish, is_possible
from afterword.vault.readers.readers import FILE, FIRST, FORMAT, PROFILES, Readers, written
from afterword.vault.sealed.header import CEILING, FLOOR, SALT_SIZE, SLOT_SIZE, SLOTS
from afterword.vault.sealed.keys import CODE_SIZE, KEY_SIZE

_EARLIER = "afterword-readers/1"
_KEYS = {
    _EARLIER: {"format", "salt", "iterations", "address_key", "readers", "profiles"},
    FORMAT: {
        *("format", "salt", "iterations", "address_key", "readers", "profiles"),
        *("publishes", "code"),
    },
}
_LARGEST = 100_000


class _OddError(ValueError):
    """What is wrong with a file, as half a sentence."""


def read_readers(path: Path) -> Readers | None:
    """The readers in a file; None where there is no file. Raises VaultError for one that cannot be used.

    It is as Afterword would have written it then; whether the first reader signed it, `wrapping_keys` knows.
    """
    found = read_unconfirmed(path)
    if found is not None and not found.code:
        raise VaultError(
            f"{FILE} was written by an earlier version of Afterword, and nobody would notice if it was edited. "
            "Look at who is in it and sign it with your passphrase: afterword readers confirm"
        )
    return found


def read_unconfirmed(path: Path) -> Readers | None:
    """The readers in a file, also one of the earlier format, which has no code: for somebody to look at, and then to sign."""
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise VaultError(f"{path} cannot be read: {error.strerror}.") from error
    try:
        return _readers(_value(text))
    except _OddError as error:
        raise VaultError(
            f"{path.name} cannot be used: {error}. Take it from an earlier commit. If you edited it yourself, undo that. "
            "Without an earlier one, delete it and publish anew: every reader then gets a new passphrase."
        ) from error


def write_readers(path: Path, readers: Readers) -> None:
    """Put the readers into a file. No passphrase is in it, and nothing that opens a vault without one."""
    with replacing_readers(path, readers):
        pass


@contextmanager
def replacing_readers(path: Path, readers: Readers) -> Iterator[None]:
    """The new file lies complete beside the old one while the body runs, and takes its place as the last thing of all.

    Whatever ends the body or the machine before that leaves the old file as it was, to the byte. So what is shown in the body,
    a new passphrase, is never the only thing that is missing.
    """
    path = path.resolve()  # a link to a file elsewhere stays one
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    value = {**written(readers), "code": readers.code.hex()}
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    try:
        with _told(path):
            _write(beside, text.encode(), mode=_mode(path))
        yield
        with _told(path):
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _keep_name(path.parent)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise VaultError(
            f"{path.name} could not be written: {error.strerror}. It is as it was, and so are all passphrases."
        ) from error


def _mode(path: Path) -> int | None:
    return path.stat().st_mode & 0o777 if path.exists() else None


def _write(path: Path, content: bytes, *, mode: int | None) -> None:
    """Write a new file down to the disk, with a mode or the usual one."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _keep_name(folder: Path) -> None:
    """Have the disk keep which file is the one of this name, where a system lets a folder be asked that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _value(text: bytes) -> Mapping[str, Any]:
    if len(text) > _LARGEST:
        raise _OddError("it is larger than Afterword writes it")
    try:
        value = json.loads(text.decode(), object_pairs_hook=_once)
    except _OddError:
        raise
    except (ValueError, RecursionError) as error:
        raise _OddError("it is not complete, or not what Afterword writes") from error
    keys = _KEYS.get(str(value.get("format"))) if isinstance(value, dict) else None
    if keys is None:
        raise _OddError("this version of Afterword does not know its format")
    if value.keys() != keys:
        raise _OddError("something is missing in it, or stands in it that does not belong there")
    return dict(value)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _value in pairs}) != len(pairs):
        raise _OddError("something stands in it twice")
    return dict(pairs)


def _readers(value: Mapping[str, Any]) -> Readers:
    iterations = value["iterations"]
    if type(iterations) is not int or not FLOOR <= iterations <= CEILING:
        raise _OddError(f"its iterations are not between {FLOOR} and {CEILING}")
    boxes, profiles = _boxes(value["readers"]), value["profiles"]
    if not isinstance(profiles, dict) or profiles.keys() != boxes.keys() - {FIRST}:
        raise _OddError("not every reader has a profile, or a profile has no reader")
    if any(profile not in PROFILES for profile in profiles.values()):
        raise _OddError(f"a reader's profile is none of {', '.join(PROFILES)}")
    is_signed = value["format"] == FORMAT
    return Readers(
        salt=_bytes(value, "salt", SALT_SIZE),
        iterations=iterations,
        address_key=_bytes(value, "address_key", KEY_SIZE),
        boxes=boxes,
        profiles=profiles,
        publishes=_publishes(value["publishes"]) if is_signed else {},
        code=_bytes(value, "code", CODE_SIZE) if is_signed else b"",
    )


def _boxes(value: Any) -> dict[str, bytes]:
    if not isinstance(value, dict) or next(iter(value), None) != FIRST or len(value) > SLOTS:
        raise _OddError(f"it does not begin with {FIRST}, or has more readers than {SLOTS}")
    if not all(is_name(name) for name in value):
        raise _OddError("a reader's name is odd")
    return {name: _bytes(value, name, SLOT_SIZE, said="a reader's line") for name in value}


def _publishes(value: Any) -> dict[str, Publish]:
    if not isinstance(value, dict) or not value.keys() <= set(PROFILES):
        raise _OddError(f"a publish in it is none of {', '.join(PROFILES)}")
    return {profile: _publish(one) for profile, one in value.items()}


def _publish(value: Any) -> Publish:
    if not isinstance(value, dict) or value.keys() != set(Publish.__slots__):
        raise _OddError("a publish in it is not complete, or holds too much")
    found = Publish(**value)
    if not is_possible(found):
        raise _OddError("what a publish in it says of itself cannot be")
    return found


def _bytes(value: Mapping[str, Any], name: str, size: int, *, said: str = "") -> bytes:
    found = value[name]
    if not isinstance(found, str) or not re.fullmatch(f"[0-9a-f]{{{2 * size}}}", found):
        raise _OddError(f"{said or f'its {name}'} is not {2 * size} hexadecimal digits")
    return bytes.fromhex(found)
