"""Whether there will be a passphrase to be had is known before a long build, without reading one."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.cli.secrets.asking import VARIABLE, asked_passphrase, require_askable
from afterword.errors import VaultError


def secret(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    file = folder / "secret"
    file.write_bytes(content)
    file.chmod(mode)
    return file


def test_a_closed_file_and_a_variable_will_do(tmp_path: Path) -> None:
    require_askable(secret(tmp_path, b"words"), {})
    require_askable(None, {VARIABLE: "words"})


def test_where_nobody_can_be_asked_that_is_said_before_anything_is_built() -> None:
    with pytest.raises(VaultError, match="nobody at the keyboard"):
        require_askable(None, {})


def test_a_file_that_others_can_read_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="chmod 600"):
        require_askable(secret(tmp_path, b"words", 0o644), {})


def test_a_file_that_is_no_text_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="could not be read"):
        asked_passphrase(secret(tmp_path, b"\xff\xfe\xff"))
