"""A document's seal: damage is told from a newer schema, and a schema is believed only under a right sum."""

import json
from pathlib import Path

import pytest

from mining import __version__
from mining.foundation.document import DamagedDocument, NewerDocument, checksum, refuse_newer, seal, unseal


def resealed(content: bytes, **changes: object) -> bytes:
    """A document as another version would write it, under a right sum."""
    body = json.loads(content) | changes
    del body["sum"]
    return json.dumps(body | {"sum": checksum(body)}).encode()


def test_a_document_says_its_schema_and_the_version_that_wrote_it() -> None:
    content = seal({"rows": [1]})
    assert json.loads(content) | {"sum": None} == {
        "rows": [1], "schema": 1, "writtenBy": __version__, "sum": None,
    }  # fmt: skip
    document = unseal(content, "a.json")
    assert (document.body, document.sealed, document.written_by) == ({"rows": [1]}, True, __version__)


def test_a_document_without_any_seal_is_of_the_first_version() -> None:
    document = unseal(b'{"rows": []}', "a.json")
    assert (document.body, document.sealed, document.written_by) == ({"rows": []}, False, "0.1.0")


@pytest.mark.parametrize("key", ["schema", "writtenBy", "sum", "rows"])
def test_a_document_that_lost_one_of_its_keys_is_damaged(key: str) -> None:
    body = json.loads(seal({"rows": [1]}))
    del body[key]
    with pytest.raises(DamagedDocument):
        unseal(json.dumps(body).encode(), "a.json")


def test_every_flipped_bit_is_damage_or_changes_nothing() -> None:
    content = seal({"rows": ["somebody"]})
    for spot in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[spot // 8] ^= 1 << spot % 8
        try:
            assert unseal(bytes(flipped), "a.json").body == {"rows": ["somebody"]}, spot
        except DamagedDocument:
            continue


def test_a_newer_schema_is_refused_by_the_name_of_its_version() -> None:
    newer = resealed(seal({"rows": []}), schema=2, writtenBy="7.1.0", unheard=1)
    with pytest.raises(NewerDocument, match=r"^a\.json was written by version 7\.1\.0, .*miners go on$"):
        unseal(newer, "a.json")


def test_a_newer_schema_under_a_wrong_sum_is_damage() -> None:
    body = json.loads(seal({"rows": []})) | {"schema": 2}
    with pytest.raises(DamagedDocument):
        unseal(json.dumps(body).encode(), "a.json")


def test_the_copy_is_asked_only_where_the_document_is_damaged_or_missing(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.json", tmp_path / "a.json.bak"
    refuse_newer(path, copy)
    copy.write_bytes(resealed(seal({}), schema=2))
    for damaged in (None, b"", b"{" * 100_000, seal({})[:-3]):
        if damaged is not None:
            path.write_bytes(damaged)
        with pytest.raises(NewerDocument):
            refuse_newer(path, copy)
    path.write_bytes(seal({}))
    refuse_newer(path, copy)
