"""What is published says nothing, and opens for its readers alone, byte for byte."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vault.sealed import OTHER, PHRASE, SALT, SITE, key_of, sealed

from afterword.errors import VaultError
from afterword.vault import open_vault, seal
from afterword.vault.sealed.header import (
    CHUNK,
    FLOOR,
    ITERATIONS,
    SLOTS,
    Header,
    header_text,
    read_header,
    write_header,
)
from afterword.vault.sealed.keys import decrypted, encrypted, filled_slots, wrapping_key
from afterword.vault.sealed.media import media_type
from afterword.vault.sealed.packing import MEBIBYTE, packed
from afterword.vault.sealed.unpacking import unpacked
from afterword.vault.sealing import header_context, strangers
from afterword.vault.unlocking import unlock_files

ALLOWED = re.compile(
    r"index\.html|404\.html|sw\.js|vault\.json|robots\.txt|\.nojekyll|CNAME|b/[0-9a-f]{32}"
)


@pytest.fixture(scope="module")
def vault() -> dict[str, bytes]:
    return sealed()


def blobs(vault: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in vault.items() if path.startswith("b/")}


def parts(vault: dict[str, bytes]) -> tuple[dict[str, object], str]:
    outer = json.loads(vault["vault.json"])
    return json.loads(outer["header"]), outer["seal"]


def test_what_was_sealed_opens_byte_for_byte(vault: dict[str, bytes]) -> None:
    assert open_vault(vault, PHRASE) == SITE


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
        st.binary(max_size=400) | st.binary(min_size=1, max_size=8).map(lambda one: one * 70_000),
        min_size=1,
        max_size=6,
    )
)
def test_any_folder_opens_byte_for_byte(files: dict[str, bytes]) -> None:
    assert dict(unpacked(memoryview(packed(files)))) == files


def test_a_folder_without_its_list_cannot_be_read() -> None:
    with pytest.raises(VaultError, match="was not packed by Afterword"):
        dict(unpacked(memoryview(bytes(MEBIBYTE))))
    whole = packed({"a": bytes(5) + b"b" * 100})
    start = 4 + int.from_bytes(whole[:4], "big")
    with pytest.raises(VaultError, match="was not packed by Afterword"):
        dict(unpacked(memoryview(whole)[:start]))


def test_nothing_is_published_but_what_is_allowed(vault: dict[str, bytes]) -> None:
    assert [path for path in vault if not ALLOWED.fullmatch(path)] == []
    assert strangers(vault) == ()
    assert strangers({**vault, "search.json": b"", "b/x": b""}) == ("search.json", "b/x")


def test_the_domain_stays_readable_for_the_host() -> None:
    assert sealed({**SITE, "CNAME": b"journal.example\n"})["CNAME"] == b"journal.example\n"


def test_every_blob_has_one_size_and_the_whole_is_padded_to_mebibytes(
    vault: dict[str, bytes],
) -> None:
    sizes = {len(content) for content in blobs(vault).values()}
    assert sizes == {CHUNK + 12 + 16}
    assert len(blobs(vault)) * CHUNK % MEBIBYTE == 0


def test_a_little_more_text_changes_nothing_that_can_be_counted(vault: dict[str, bytes]) -> None:
    assert len(blobs(sealed({**SITE, "more.txt": b"word " * 500}))) == len(blobs(vault))


def test_a_blob_is_noise(vault: dict[str, bytes]) -> None:
    whole = b"".join(blobs(vault).values())
    assert len(zlib.compress(whole, 9)) > len(whole)
    counts = [whole.count(value) for value in range(256)]
    assert max(counts) < 1.15 * len(whole) / 256
    assert min(counts) > 0.85 * len(whole) / 256
    assert len({content[:4] for content in blobs(vault).values()}) == len(blobs(vault))


def test_two_publishes_of_one_site_share_nothing(vault: dict[str, bytes]) -> None:
    again = sealed()
    assert set(blobs(vault)) & set(blobs(again)) == set()
    windows = [
        {
            content[at : at + 8]
            for content in blobs(one).values()
            for at in range(0, len(content) - 8, 8)
        }
        for one in (vault, again)
    ]
    nonces = [{content[:12] for content in blobs(one).values()} for one in (vault, again)]
    assert windows[0] & windows[1] == set()
    assert nonces[0] & nonces[1] == set()
    headers = [parts(one)[0] for one in (vault, again)]
    assert headers[0]["publish"] != headers[1]["publish"]
    assert set(headers[0]["slots"]) & set(headers[1]["slots"]) == set()  # type: ignore[call-overload]
    assert headers[0]["kdf"] == headers[1]["kdf"]


def test_what_is_the_same_in_every_vault_is_the_same_to_the_byte(vault: dict[str, bytes]) -> None:
    other = sealed({"other.html": b"<p>another site</p>"}, OTHER)
    assert {path: vault[path] for path in unlock_files()} == dict(unlock_files())
    assert {path: other[path] for path in unlock_files()} == dict(unlock_files())
    assert vault["index.html"] == vault["404.html"]


def test_the_number_of_readers_cannot_be_counted() -> None:
    alone, four = sealed(SITE), sealed(SITE, PHRASE, OTHER, "c c c", "d d d")
    for vault in (alone, four):
        slots = read_header(vault["vault.json"]).header.slots
        assert (len(slots), {len(slot) for slot in slots}) == (SLOTS, {60})
    assert open_vault(four, OTHER) == SITE


def test_the_slots_stand_in_an_order_of_chance() -> None:
    key, first = key_of(PHRASE), set()
    for _ in range(40):
        slots = filled_slots(bytes(32), [key], publish="0" * 32)
        first.add(
            [
                decrypted(key, slot, context="afterword-vault/1 slot " + "0" * 32) is not None
                for slot in slots
            ].index(True)
        )
    assert first == {0, 1, 2, 3}


@pytest.mark.parametrize("keys", [[], [bytes(32)] * 2, [bytes([one]) * 32 for one in range(5)]])
def test_a_vault_has_one_to_four_readers_with_keys_of_their_own(keys: list[bytes]) -> None:
    with pytest.raises(VaultError, match="1 to 4 readers"):
        filled_slots(bytes(32), keys, publish="")


def test_an_empty_folder_is_not_sealed() -> None:
    with pytest.raises(VaultError, match="nothing to seal"):
        seal({}, [bytes(32)], salt=SALT)


def test_the_iterations_are_two_million_and_never_below_the_floor() -> None:
    assert (ITERATIONS, FLOOR) == (2_000_000, 600_000)
    with pytest.raises(VaultError, match="The floor is 600000"):
        wrapping_key(PHRASE, salt=SALT, iterations=FLOOR - 1)


def test_progress_is_told_chunk_by_chunk() -> None:
    told: list[int] = []
    seal(SITE, [bytes(32)], salt=SALT, iterations=FLOOR, sealed_one=told.append)
    assert told == [CHUNK + 28] * 4


def with_header(vault: dict[str, bytes], **changed: object) -> dict[str, bytes]:
    header, seal_text = parts(vault)
    text = json.dumps({**header, **changed})
    return {**vault, "vault.json": json.dumps({"header": text, "seal": seal_text}).encode()}


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def with_slot(
    vault: dict[str, bytes], change: Callable[[list[str]], list[str]]
) -> dict[str, bytes]:
    header, _ = parts(vault)
    return with_header(vault, slots=change(list(header["slots"])))  # type: ignore[call-overload]


def test_a_wrong_passphrase_opens_nothing(vault: dict[str, bytes]) -> None:
    with pytest.raises(VaultError, match="does not open this"):
        open_vault(vault, OTHER)


def test_the_passphrase_may_be_composed_and_indented_in_any_way() -> None:
    assert key_of("\ufeff  caf\u00e9 au lait\n") == key_of("cafe\u0301 au lait")
    assert key_of("caf\u00e9") == key_of("Caf\u00e9")


@pytest.mark.parametrize("at", [0, 11, 12, 5000, -16, -1])
def test_a_flipped_byte_of_a_blob_is_refused(vault: dict[str, bytes], at: int) -> None:
    """In the nonce, the ciphertext, and the tag."""
    path = list(blobs(vault))[1]
    at %= len(vault[path])
    with pytest.raises(VaultError, match=f"{path} has been altered"):
        open_vault({**vault, path: flipped(vault[path], at)}, PHRASE)


def test_two_blobs_may_not_be_swapped(vault: dict[str, bytes]) -> None:
    one, two, *_ = blobs(vault)
    with pytest.raises(VaultError, match="has been altered"):
        open_vault({**vault, one: vault[two], two: vault[one]}, PHRASE)


def test_their_order_may_not_be_changed(vault: dict[str, bytes]) -> None:
    names = parts(vault)[0]["blobs"]
    with pytest.raises(VaultError, match=r"vault\.json has been altered"):
        open_vault(with_header(vault, blobs=names[::-1]), PHRASE)  # type: ignore[index]


def test_the_last_blobs_may_not_be_left_out(vault: dict[str, bytes]) -> None:
    names = parts(vault)[0]["blobs"]
    with pytest.raises(VaultError, match=r"vault\.json has been altered"):
        open_vault(with_header(vault, blobs=names[:-1]), PHRASE)  # type: ignore[index]


@pytest.mark.parametrize("size", [0, 11, 28, 5000, CHUNK])
def test_a_blob_that_was_cut_short_is_refused(vault: dict[str, bytes], size: int) -> None:
    path = next(iter(blobs(vault)))
    with pytest.raises(VaultError, match="has been altered"):
        open_vault({**vault, path: vault[path][:size]}, PHRASE)


def test_a_blob_that_is_gone_is_named(vault: dict[str, bytes]) -> None:
    path = next(iter(blobs(vault)))
    with pytest.raises(VaultError, match=f"{path} is missing"):
        open_vault({name: one for name, one in vault.items() if name != path}, PHRASE)


def test_an_older_header_does_not_open_newer_blobs(vault: dict[str, bytes]) -> None:
    newer = sealed()
    with pytest.raises(VaultError, match="is missing"):
        open_vault({**newer, "vault.json": vault["vault.json"]}, PHRASE)


def test_nor_do_newer_blobs_pass_under_the_older_ones_names(vault: dict[str, bytes]) -> None:
    newer = blobs(sealed())
    renamed = dict(zip(blobs(vault), newer.values(), strict=True))
    with pytest.raises(VaultError, match="has been altered"):
        open_vault({**vault, **renamed}, PHRASE)


def test_a_slot_that_was_altered_opens_nothing_and_another_readers_is_noticed() -> None:
    vault = sealed(SITE, PHRASE, OTHER)

    def other(slots: list[str]) -> list[str]:
        ours = key_of(PHRASE)
        publish = str(parts(vault)[0]["publish"])
        return [
            slot
            if decrypted(ours, base64.b64decode(slot), context=f"afterword-vault/1 slot {publish}")
            else base64.b64encode(flipped(base64.b64decode(slot), 20)).decode()
            for slot in slots
        ]

    altered = with_slot(vault, other)
    with pytest.raises(VaultError, match=r"vault\.json has been altered"):
        open_vault(altered, PHRASE)
    with pytest.raises(VaultError, match="does not open this"):
        open_vault(altered, OTHER)


def test_a_header_may_not_ask_for_fewer_rounds_or_for_a_day_of_them(
    vault: dict[str, bytes],
) -> None:
    kdf = parts(vault)[0]["kdf"]
    for iterations in (FLOOR - 1, 1, 0, -1, 10_000_001):
        with pytest.raises(VaultError, match="rounds of key derivation"):
            read_header(with_header(vault, kdf={**kdf, "iterations": iterations})["vault.json"])  # type: ignore[dict-item]


ODD_HEADERS: dict[str, dict[str, object]] = {
    "another format": {"format": "afterword-vault/2"},
    "another chunk": {"chunk": 1024},
    "fewer slots": {"slots": []},
    "a name that leaves the folder": {"blobs": ["../../../../../../../../etc/passwd"]},
    "a name twice": {"blobs": ["0" * 32] * 2},
    "an id of another kind": {"publish": "x"},
    "something more": {"note": "hello"},
    "rounds as text": {"kdf": {"name": "PBKDF2-HMAC-SHA-256", "iterations": "2000000", "salt": ""}},
    "no salt": {"kdf": {"name": "PBKDF2-HMAC-SHA-256", "iterations": 2000000, "salt": ""}},
    "a salt that is no base64": {
        "kdf": {"name": "PBKDF2-HMAC-SHA-256", "iterations": 2000000, "salt": "!"}
    },
}


@pytest.mark.parametrize("changed", ODD_HEADERS.values(), ids=ODD_HEADERS)
def test_a_header_of_another_kind_is_refused(
    vault: dict[str, bytes], changed: dict[str, object]
) -> None:
    with pytest.raises(VaultError, match="has been altered"):
        open_vault(with_header(vault, **changed), PHRASE)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"header": 1, "seal": ""}', b"\xff"])
def test_a_header_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(VaultError, match="has been altered"):
        open_vault({"vault.json": content}, PHRASE)


def test_a_folder_without_a_header_is_no_vault() -> None:
    with pytest.raises(VaultError, match=r"it has no vault\.json"):
        open_vault(SITE, PHRASE)


def test_a_chunk_of_another_size_is_refused(vault: dict[str, bytes]) -> None:
    """Somebody with the key, writing a vault of another shape."""
    publish, key, name = "a" * 32, bytes(32), "b" * 32
    slots = filled_slots(key, [key_of(PHRASE)], publish=publish)
    header = Header(publish=publish, salt=SALT, iterations=FLOOR, slots=slots, blobs=(name,))
    text = header_text(header)
    odd = {
        "vault.json": write_header(text, encrypted(key, b"", context=header_context(text))),
        f"b/{name}": encrypted(key, b"short", context=f"afterword-vault/1 chunk {publish}/{name}"),
    }
    with pytest.raises(VaultError, match="has been altered"):
        open_vault(odd, PHRASE)


def test_a_text_is_deflated_and_noise_is_kept_as_it_is(vault: dict[str, bytes]) -> None:
    noise = next(iter(blobs(vault).values()))
    assert len(packed({"a.txt": b"word " * 600_000})) == MEBIBYTE
    assert noise in packed({"a.png": noise})


def test_a_browser_is_told_what_a_file_is() -> None:
    assert media_type("a/B.HTML") == "text/html; charset=utf-8"
    assert media_type("a.unknown") == media_type("a") == "application/octet-stream"
