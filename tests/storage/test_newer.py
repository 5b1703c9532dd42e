"""Documents of a newer version: what is not understood stays in them, and only damage is set aside."""

import json
from pathlib import Path
from typing import Any

import pytest

from mining.foundation.document import NewerDocument, checksum
from mining.storage.store import open_stores
from tests.storage.test_store import pool, profile, record

CANARY = "canary-5ecret"


def rewritten(path: Path, what: str, rows: list[Any], **seal: Any) -> bytes:
    """The document as a newer version would write it."""
    body = {"schema": 1, "writtenBy": "0.9.0"} | seal | {what: rows, "sha256": checksum(rows)}
    path.write_text(json.dumps(body | {"sum": checksum(body)}))
    return path.read_bytes()


def rows_in(path: Path, what: str) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text("utf-8"))[what])


async def saved(folder: Path) -> None:
    """A miner, a profile and a pool."""
    async with open_stores(folder / "rig.db") as store:
        for threads in (1, 2):
            await store.records.save_miner(record(threads=threads))
            await store.records.change_profiles(keep=[profile(threads=threads)])
            await store.records.change_pools(keep=[pool("a:1", str(threads))])


async def test_what_a_newer_version_wrote_stays_in_every_document_through_changes(tmp_path: Path) -> None:
    await saved(tmp_path)
    for what in ("miners", "profiles", "pools"):
        path = tmp_path / f"{what}.json"
        rows = [row | {"unheard": {"of": CANARY}} for row in rows_in(path, what)]
        for row in rows:
            row.get("config", row)["deeper"] = CANARY
        rewritten(path, what, [*rows, {"of another": "kind"}], holds={"schedule": [CANARY]})
    said: list[str] = []
    async with open_stores(tmp_path / "rig.db", said.append) as store:
        assert await store.records.miners() != [record()], "equal to one that holds nothing unknown"
        (miner,) = await store.records.miners()
        await store.records.save_miner(miner.but(wanted="paused"))
        await store.records.save_miner(record("two"))
        await store.records.change_profiles(keep=[(await store.records.profiles())[0].but(description="changed")])
        await store.records.change_pools(keep=[pool("b:2")])
    assert list(tmp_path.glob("*corrupt*")) == []
    assert len(said) == 3, said
    assert all("0.9.0" in text and CANARY not in text for text in said)
    for what, of_ours in (("miners", 2), ("profiles", 1), ("pools", 2)):
        document = json.loads((tmp_path / f"{what}.json").read_text("utf-8"))
        rows = document[what]
        assert len(rows) == of_ours + 1
        (theirs,) = (row for row in rows if row.get("unheard") == {"of": CANARY})
        assert theirs.get("config", theirs)["deeper"] == CANARY
        assert rows[-1] == {"of another": "kind"}
        assert document["holds"] == {"schedule": [CANARY]}
        assert document["writtenBy"] == "0.9.0", "who wrote it is who knows what it means"
    assert rows_in(tmp_path / "miners.json", "miners")[1]["wanted"] == "paused"


@pytest.mark.parametrize("what", ["miners", "profiles", "pools"])
async def test_a_schema_that_is_too_new_is_refused_and_nothing_is_written(tmp_path: Path, what: str) -> None:
    await saved(tmp_path)
    path = tmp_path / f"{what}.json"
    rewritten(path, what, [], schema=2)
    before = {each: each.read_bytes() for each in tmp_path.glob("*.json*")}
    with pytest.raises(NewerDocument, match=rf"^{what}\.json was written by version 0\.9\.0"):
        async with open_stores(tmp_path / "rig.db"):
            pass
    assert {each: each.read_bytes() for each in tmp_path.glob("*.json*")} == before


@pytest.mark.parametrize("what", ["miners", "profiles", "pools"])
async def test_a_schema_that_is_too_new_under_a_wrong_sum_is_damage(tmp_path: Path, what: str) -> None:
    await saved(tmp_path)
    path = tmp_path / f"{what}.json"
    path.write_bytes(rewritten(path, what, [], schema=2).replace(b"0.9.0", b"0.9.1"))
    async with open_stores(tmp_path / "rig.db") as store:
        assert await getattr(store.records, what)() != []
        assert len(store.problems) == 2
    assert len(list(tmp_path.glob(f"{what}.json.corrupt-*"))) == 1


async def test_a_document_that_0_1_0_wrote_is_sealed_when_it_is_opened(tmp_path: Path) -> None:
    await saved(tmp_path)
    path = tmp_path / "miners.json"
    rows = rows_in(path, "miners")
    path.write_text(json.dumps({"miners": rows, "sha256": checksum(rows)}))
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.miners() == [record()]
        assert store.problems == ()
    document = json.loads(path.read_text("utf-8"))
    assert (document["schema"], document["miners"], document["sha256"]) == (1, rows, checksum(rows))


async def test_a_document_of_0_1_0_whose_sum_is_wrong_is_damage(tmp_path: Path) -> None:
    await saved(tmp_path)
    path = tmp_path / "miners.json"
    rows = rows_in(path, "miners")
    whole = json.dumps({"miners": rows, "sha256": checksum(rows)})
    path.write_text(whole.replace("somebody", "somebodx"))
    async with open_stores(tmp_path / "rig.db") as store:
        assert [each.config.wallet for each in await store.records.miners()] == ["somebody"]
    assert len(list(tmp_path.glob("miners.json.corrupt-*"))) == 1


async def test_an_older_document_that_somebody_put_back_is_taken_whatever_the_copy_is(tmp_path: Path) -> None:
    await saved(tmp_path)
    rewritten(tmp_path / "miners.json.bak", "miners", [], schema=2)
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.miners() == [record()]
