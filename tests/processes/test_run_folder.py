"""The run folder belongs to its owner alone, and no crash or trick leaves a half record in it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mining.domain.miner import reason
from mining.domain.stored import stored_json
from mining.foundation.document import seal
from mining.foundation.platform import close_lock
from mining.processes.run_folder import PLAIN, WHOLE, RunFolder
from tests.processes.records import a_record
from tests.systems import LINUX, POSIX

OF_0_1_0 = Path(__file__).parents[1] / "upgrade" / "0.1.0" / "data" / "run" / "demo-running" / PLAIN


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "run", "one")
    made.make()
    return made


def test_what_0_1_0_goes_on_with_has_the_keys_of_its_own_record_alone(folder: RunFolder) -> None:
    record = a_record(folder)
    miner = record.miner.but(untried=True, halted=reason("payout_differs", "It paid somebody else."))
    folder.write_record(record.but(miner=miner))
    own, ours = (json.loads(path.read_text()) for path in (OF_0_1_0, folder.path / PLAIN))
    assert {"": ours.keys(), **{key: ours[key].keys() for key in ("miner", "slot")}} == {
        "": own.keys(), **{key: own[key].keys() for key in ("miner", "slot")}
    }  # fmt: skip
    assert folder.read_record() == record.but(miner=miner), "the record beside it has all"


@POSIX
def test_folder_and_files_are_for_their_owner_only(folder: RunFolder) -> None:
    os.umask(before := os.umask(0))
    try:
        folder.write("config.json", b"{}")
        folder.write_record(a_record(folder))
        lock = folder.take_lock()
        assert lock is not None
        close_lock(lock)
    finally:
        os.umask(before)
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.path.iterdir()} == {0o600}


def test_a_record_comes_back_as_it_was_written(folder: RunFolder) -> None:
    assert folder.read_record() is None
    record = a_record(folder)
    folder.write_record(record)
    assert folder.read_record() == record


def test_a_record_is_spelled_as_version_0_1_0_reads_it(folder: RunFolder) -> None:
    record = a_record(folder).but(pid=7, born="4711")
    folder.write_record(record)
    written = json.loads((folder.path / "process.json").read_bytes())
    keys = {"miner", "slot", "version", "generation", "startedAt", "startedBoot", "bootId", "pid", "startTicks"}
    assert (set(written), written["startTicks"]) == (keys, 4711)
    assert "second" not in written["miner"]["config"], "which 0.1.0 does not know, so that it could not take it over"
    assert folder.read_record() == record
    assert record.identity == (7, "4711", "b")
    assert a_record(folder).identity is None


@POSIX
@pytest.mark.parametrize("place", ["config.json", "config.json.tmp"])
def test_a_planted_link_is_replaced_and_its_target_left_alone(folder: RunFolder, tmp_path: Path, place: str) -> None:
    target = tmp_path / "precious"
    target.write_bytes(b"precious")
    (folder.path / place).symlink_to(target)
    folder.write("config.json", b"{}")
    assert target.read_bytes() == b"precious"
    assert (folder.path / "config.json").read_bytes() == b"{}"
    assert not (folder.path / "config.json").is_symlink()


@pytest.mark.parametrize("name", ["config.json", "lock"])
def test_a_folder_in_the_place_of_a_file_is_cleared_away(folder: RunFolder, name: str) -> None:
    (folder.path / name / "deep").mkdir(parents=True)
    if name == "lock":
        lock = folder.take_lock()
        assert lock is not None
        close_lock(lock)
    else:
        folder.write(name, b"{}")
    assert (folder.path / name).is_file()


@pytest.mark.parametrize("name", ["../escaped", "a/b", ".hidden"])
def test_only_plain_names_are_written(folder: RunFolder, name: str) -> None:
    with pytest.raises(ValueError):
        folder.write(name, b"")


@pytest.mark.parametrize("damage", [lambda raw: raw[:-20], lambda raw: b"", lambda raw: b"\0" * 50, lambda raw: b"[1]"])
def test_a_torn_record_is_no_record(folder: RunFolder, damage: Callable[[bytes], bytes]) -> None:
    record = a_record(folder)
    folder.write_record(record)
    paths = [folder.path / name for name in (PLAIN, WHOLE)]
    for path in paths:  # while one is whole, nothing is lost
        whole = path.read_bytes()
        path.write_bytes(damage(whole))
        assert folder.read_record() == record
        path.write_bytes(whole)
    for path in paths:
        path.write_bytes(damage(path.read_bytes()))
    assert folder.read_record() is None


def test_a_flipped_bit_in_the_sealed_record_is_not_believed(folder: RunFolder) -> None:
    record = a_record(folder)
    folder.write_record(record)
    path = folder.path / WHOLE
    path.write_bytes(path.read_bytes().replace(b'"apiPort": 1,', b'"apiPort": 2,'))
    assert folder.read_record() == record


def test_the_record_of_a_process_that_an_older_version_has_started_since_counts(folder: RunFolder) -> None:
    record = a_record(folder)
    folder.write_record(record.but(pid=5, born="1"))
    newer = record.but(pid=6, born="2", generation=2)
    folder.write(PLAIN, newer.model_dump_json(by_alias=True).encode())
    assert folder.read_record() == newer


def test_what_a_newer_version_wrote_of_a_process_is_taken_over_as_far_as_it_is_understood(folder: RunFolder) -> None:
    record = a_record(folder)
    folder.write_record(record)
    path = folder.path / WHOLE
    process = json.loads(path.read_text())["process"]
    process["cgroup"] = process["miner"]["unheard"] = process["miner"]["config"]["tariff"] = "canary"
    path.write_bytes(seal({"process": process}, "0.9.0"))
    read = folder.read_record()
    assert read is not None
    assert read.context == record.context
    assert stored_json(read.miner) == process["miner"]
    assert read.miner.not_understood is not None
    folder.write_record(read)
    assert json.loads(path.read_text())["process"] == process
    plain = (folder.path / PLAIN).read_text()
    assert not any(key in plain for key in ("canary", "halted")), "0.1.0 takes no key that it does not know"
    slot = {"name", "directory", "program", "apiPort", "apiToken", "runId", "cpus", "privileged"}
    assert json.loads(plain)["slot"].keys() == slot


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from tests.processes.test_run_folder import RunFolder, a_record, Path
folder = RunFolder(Path(sys.argv[1]), "one")
print("ready", flush=True)
while True:
    for generation in range(1, 65):
        folder.write_record(a_record(folder, generation))
"""


@pytest.mark.slow
def test_a_kill_in_the_midst_of_writing_leaves_a_whole_record(folder: RunFolder) -> None:
    here = Path(__file__).parents[2]
    for turn in range(6):
        argv = [sys.executable, "-c", WRITER, str(folder.path.parent), str(here)]
        with subprocess.Popen(argv, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            try:
                writer.wait(0.05 + 0.007 * turn)
            except subprocess.TimeoutExpired:
                writer.kill()
        record = folder.read_record()
        assert record is not None
        assert record.miner.config.worker == "w" * record.generation


@POSIX
def test_a_failed_write_leaves_the_old_file_and_nothing_else(folder: RunFolder) -> None:
    import resource

    folder.write("config.json", b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2, before[1]))
    try:
        with pytest.raises(OSError):
            folder.write("config.json", b"new and longer")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert {path.name: path.read_bytes() for path in folder.path.iterdir()} == {"config.json": b"old"}


@LINUX
def test_the_lock_is_held_as_long_as_any_process_that_inherited_it(folder: RunFolder) -> None:
    lock = folder.take_lock()
    assert lock is not None
    assert folder.take_lock() is None
    from mining.processes.linux_lock import holders

    with subprocess.Popen(["sleep", "30"], pass_fds=(lock,)) as child:
        os.close(lock)
        assert folder.take_lock() is None
        assert holders(folder) == [child.pid]
        folder.lock.unlink()
        assert holders(folder) == [child.pid], "a lock that was removed hides the process"
        child.kill()
    assert holders(folder) == []
    again = folder.take_lock()
    assert again is not None
    close_lock(again)


def test_a_redaction_is_made_anew_when_another_record_is_written(folder: RunFolder) -> None:
    assert folder.redaction()("first-secret") == "first-secret"
    for password in ("first-secret", "other-secret"):
        record = a_record(folder)
        config = record.miner.config.but(password=password)
        folder.write_record(record.but(miner=record.miner.but(config=config)))
        assert password not in folder.redaction()(f"the pool says {password}")
