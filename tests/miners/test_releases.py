"""Where programs are published: the names of their files, as they were seen, and what each is for."""

import re

import pytest

from mining.domain.adapter import ReleaseSource
from mining.miners import adapter, all_types
from tests.miners.examples import AT_HAND
from tests.standins.program_standin import PEERS
from tests.standins.recordings import recording

LINUX, WINDOWS = ("linux", "amd64"), ("windows", "amd64")
SEEN = {  # from the recordings: the names of files, as they were seen
    name: {file: tuple(machine.split()) for machine, files in recording(name)["files"].items() for file in files}
    for name in PEERS
    if "files" in recording(name)
}
NONE = ("SHA256SUMS", "Source code.zip", "source.tar.gz", "release-notes.txt", "x-linux.tar.gz.sig")


def source_of(name: str) -> ReleaseSource:
    source = adapter(name).releases
    assert source is not None
    return source


@pytest.mark.parametrize("name", SEEN)
def test_each_file_is_taken_for_the_machine_that_it_was_made_for_and_no_other(name: str) -> None:
    patterns = source_of(name).asset
    for file, machine in SEEN[name].items():
        assert [place for place, pattern in patterns.items() if re.fullmatch(pattern, file)] == [machine], file
    for file in NONE:
        assert not any(re.fullmatch(pattern, file) for pattern in patterns.values()), file
    assert {*patterns} == {*SEEN[name].values()}


def test_every_program_of_others_that_is_published_has_its_files_here_and_one_that_is_not_says_so() -> None:
    others = {name: kind for name, kind in all_types().items() if kind.module is None and name not in AT_HAND}
    published = {name for name, kind in others.items() if kind.releases is not None}
    assert published <= set(SEEN), f"{published - set(SEEN)} have `releases`: their recordings need `files`"
    assert set(SEEN) <= published, f"{set(SEEN) - published} have `files` in the recording: `releases` is missing"
    for kind in others.values():
        if kind.releases is None or LINUX not in kind.releases.asset:
            assert re.search("register (it|your own build)", kind.facts.getting)


@pytest.mark.parametrize("name", SEEN)
def test_what_others_collected_is_a_checksum_of_such_a_file(name: str) -> None:
    source = source_of(name)
    for file, checksum in source.others.items():
        assert file in SEEN[name]
        assert re.fullmatch("[0-9a-f]{64}", checksum)
        assert file not in source.pins, "a second opinion is no proof"
