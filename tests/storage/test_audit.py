"""The audit on disk: a chain that goes on across restarts and files, and in which no change goes unseen."""

import asyncio
import errno
import json
import os
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from mining.domain.audit import AuditDraft, AuditReport
from mining.storage import audit as storage
from mining.storage.audit import MOST_FILES, MOST_LATE, AuditFiles, open_audit
from tests.systems import is_private


def using(folder: Path, work: Callable[[AuditFiles], Awaitable[Any]]) -> Any:
    """Open the audit as a daemon does, do something, and close it."""

    async def run() -> Any:
        async with open_audit(folder) as audit:
            return await work(audit)

    return asyncio.run(run())


def wrote(folder: Path, *whats: str) -> None:
    async def work(audit: AuditFiles) -> None:
        for what in whats:
            await audit.add(AuditDraft("key phone", what, "admin", "192.0.2.7", "/miners/xmrig", 200))

    using(folder, work)


def report(folder: Path) -> AuditReport:
    found: AuditReport = using(folder, lambda audit: audit.verify())
    return found


def test_the_chain_goes_on_with_the_next_daemon_and_is_read_newest_first(tmp_path: Path) -> None:
    wrote(tmp_path / "audit", "a", "b")
    wrote(tmp_path / "audit", "c")
    items, total = using(tmp_path / "audit", lambda audit: audit.page(0, 2))
    assert ([each.what for each in items], [each.seq for each in items], total) == (["c", "b"], [3, 2], 3)
    assert items[0].previous == items[1].sum
    assert using(tmp_path / "audit", lambda audit: audit.page(2, 5))[0][0].what == "a"
    assert report(tmp_path / "audit") == AuditReport(ok=True, entries=3, first=1, last=3)
    assert all(map(is_private, (tmp_path / "audit").iterdir()))


def test_an_audit_that_has_not_begun_is_whole(tmp_path: Path) -> None:
    assert report(tmp_path / "audit") == AuditReport(ok=True, entries=0)


def lines_of(folder: Path) -> tuple[Path, list[bytes]]:
    (path,) = folder.glob("*.jsonl")
    return path, path.read_bytes().splitlines(keepends=True)


def changed(line: bytes, **values: Any) -> bytes:
    return json.dumps(json.loads(line) | values, separators=(",", ":")).encode() + b"\n"


FORGERIES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "another who": lambda lines: [lines[0], changed(lines[1], who="key guest"), *lines[2:]],
    "one left out": lambda lines: [lines[0], *lines[2:]],
    "the first left out": lambda lines: lines[1:],
    "the last left out": lambda lines: lines[:-1],
    "two in another order": lambda lines: [lines[1], lines[0], *lines[2:]],
    "one twice": lambda lines: [*lines[:2], lines[1], *lines[2:]],
    "all gone": lambda lines: [],
    "no JSON": lambda lines: [lines[0], b"\x00\n", *lines[2:]],
    "no entry": lambda lines: [lines[0], b"[]\n", *lines[2:]],
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_no_change_to_it_goes_unseen_now_or_later(tmp_path: Path, forgery: str) -> None:
    folder = tmp_path / "audit"
    wrote(folder, "a", "b", "c", "d")
    path, lines = lines_of(folder)
    path.write_bytes(b"".join(FORGERIES[forgery](lines)))
    assert not report(folder).ok
    wrote(folder, "e")
    found = report(folder)
    assert not found.ok
    assert found.issue


def test_a_forger_who_sums_anew_is_seen_by_the_note_of_the_end(tmp_path: Path) -> None:
    from mining.domain.audit import checksum

    folder = tmp_path / "audit"
    wrote(folder, "a", "b")
    path, lines = lines_of(folder)
    entry = json.loads(lines[1]) | {"who": "key guest"}
    path.write_bytes(lines[0] + json.dumps(entry | {"sum": checksum(entry)}).encode() + b"\n")
    assert not report(folder).ok


@pytest.mark.parametrize("damage", [None, b"", b"{}", b"not a note"])
def test_a_lost_or_damaged_note_is_told_for_good_and_writing_goes_on(tmp_path: Path, damage: bytes | None) -> None:
    folder = tmp_path / "audit"
    wrote(folder, "a", "b")
    (folder / "head.json").unlink()
    if damage is not None:
        (folder / "head.json").write_bytes(damage)
    wrote(folder, "c")
    for _ in range(2):
        found = report(folder)
        assert not found.ok
        assert found.last == 4
    assert "c" in [each.what for each in using(folder, lambda audit: audit.page(0, 9))[0]]


def test_a_line_that_a_crash_tore_was_never_promised_and_breaks_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "audit"
    wrote(folder, "a", "b")
    path, lines = lines_of(folder)
    path.write_bytes(b"".join(lines) + b'{"seq":3,"who":"key')
    wrote(folder, "c")
    assert report(folder) == AuditReport(ok=True, entries=3, first=1, last=3)


def test_an_entry_that_was_not_noted_yet_is_gone_on_from(tmp_path: Path) -> None:
    folder = tmp_path / "audit"
    wrote(folder, "a")
    head = (folder / "head.json").read_bytes()
    wrote(folder, "b")
    (folder / "head.json").write_bytes(head)
    wrote(folder, "c")
    assert report(folder) == AuditReport(ok=True, entries=3, first=1, last=3)


def test_it_is_bounded_and_the_chain_is_carried_over_from_file_to_file(tmp_path: Path) -> None:
    folder = tmp_path / "audit"
    with ThreadPoolExecutor(1) as thread:
        audit = AuditFiles(folder, thread, most_file=1000)
        audit.open()

        async def fill() -> None:
            for turn in range(100):
                await audit.add(AuditDraft("key phone", f"turn {turn}"))

        asyncio.run(fill())
        files = sorted(folder.glob("*.jsonl"))
        assert len(files) == MOST_FILES
        assert sum(path.stat().st_size for path in files) < MOST_FILES * 1100
        assert audit.issue() is None
        items, total = asyncio.run(audit.page(0, 1000))
        assert len(items) == total < 100
        assert [each.seq for each in items] == list(range(100, 100 - total, -1))
    assert report(folder).ok
    files[0].unlink()
    assert not report(folder).ok


def test_many_at_once_are_written_together_and_in_order(tmp_path: Path) -> None:
    async def work(audit: AuditFiles) -> None:
        await asyncio.gather(*(audit.add(AuditDraft("me", str(turn))) for turn in range(200)))

    using(tmp_path / "audit", work)
    items = using(tmp_path / "audit", lambda audit: audit.page(0, 1000))[0]
    assert [each.what for each in items] == [str(turn) for turn in range(199, -1, -1)]
    assert report(tmp_path / "audit").ok


def test_what_a_full_disk_would_not_take_is_written_down_as_soon_as_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "audit"
    monkeypatch.setattr(storage, "LATER", 0.01)
    true = os.write

    def full(descriptor: int, text: bytes) -> int:
        true(descriptor, text[: len(text) // 2])
        raise OSError(errno.ENOSPC, "no room")

    async def work(audit: AuditFiles) -> None:
        await audit.add(AuditDraft("me", "a"))
        monkeypatch.setattr(storage.os, "write", full)
        for turn in range(MOST_LATE + 5):
            await audit.add(AuditDraft("me", f"late {turn}"))
        assert audit.problem is not None
        monkeypatch.setattr(storage.os, "write", true)
        while audit.problem is not None:
            await asyncio.sleep(0.01)

    using(folder, work)
    assert report(folder) == AuditReport(ok=True, entries=1 + MOST_LATE, first=1, last=1 + MOST_LATE)
    newest = using(folder, lambda audit: audit.page(0, 1))[0][0]
    assert newest.what == f"late {MOST_LATE + 4}"


def test_a_folder_that_cannot_be_made_is_a_problem_and_no_end(tmp_path: Path) -> None:
    (tmp_path / "audit").write_text("in the way")

    async def work(audit: AuditFiles) -> str | None:
        await audit.add(AuditDraft("me", "a"))
        return audit.problem

    assert using(tmp_path / "audit", work) is not None


def test_what_a_newer_version_writes_beside_an_entry_is_summed_and_not_shown(tmp_path: Path) -> None:
    folder = tmp_path / "audit"
    wrote(folder, "a")
    assert using(folder, lambda audit: audit.page(0, 1))[0][0].what == "a"
    path, lines = lines_of(folder)
    path.write_bytes(changed(lines[0], device="YubiKey"))
    assert not report(folder).ok
    assert using(folder, lambda audit: audit.page(0, 1))[0][0].what == "a"
