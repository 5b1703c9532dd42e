"""Jobs, targets and shares."""

import json
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mining.demo.stratum import (
    Job,
    decode,
    encode,
    hash_of,
    meets,
    next_difficulty,
    read_job,
    read_target,
    target_of,
)


def test_hashes_the_blob_twice_with_the_nonce_in_its_place() -> None:
    blob = bytes(range(76))
    changed = blob[:39] + b"\xaa\xbb\xcc\xdd" + blob[43:]
    assert hash_of(blob, b"\xaa\xbb\xcc\xdd") == sha256(sha256(changed).digest()).digest()


def test_a_share_is_judged_by_its_last_eight_bytes_little_endian() -> None:
    result = bytes(24) + (1000).to_bytes(8, "little")
    assert meets(result, 1001)
    assert not meets(result, 1000)


@pytest.mark.parametrize("difficulty", [1, 2, 500, 200_000, 10**9])
def test_a_job_tells_the_difficulty_its_target_was_made_from(difficulty: int) -> None:
    job = Job("1", bytes(76), target_of(difficulty), "sha256d", 1)
    assert job.difficulty == difficulty


def test_reads_short_targets_as_well_as_long_ones() -> None:
    assert read_target("a5e2ecc367d81500") == 0x0015D867C3ECE2A5
    assert read_target("ffffff00") == pytest.approx(2**64 / 256, rel=1e-6)


def test_reads_back_the_job_it_wrote() -> None:
    job = Job("1", bytes(76), target_of(500), "sha256d", 7)
    assert read_job(json.loads(json.dumps(job.to_wire()))) == job


def test_difficulty_follows_the_work_by_steps_of_four_at_most() -> None:
    assert next_difficulty(1000, work=3000, seconds=3, share_seconds=3) == 3000
    assert next_difficulty(1000, work=10**9, seconds=3, share_seconds=3) == 4000
    assert next_difficulty(1000, work=0, seconds=12, share_seconds=3) == 250


_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["blob", "job_id", "target", "algo", "height"]), _anything) | _anything)
@settings(max_examples=100, deadline=None)
def test_never_raises_on_a_job_of_another_kind(wire: object) -> None:
    assert read_job(wire) is None or isinstance(read_job(wire), Job)


@given(st.binary(max_size=60))
@settings(max_examples=100, deadline=None)
def test_never_raises_on_a_line_of_noise(line: bytes) -> None:
    assert decode(line) is None or isinstance(decode(line), dict)


def test_survives_a_line_nested_too_deeply() -> None:
    assert decode(b"[" * 200_000) is None
    assert decode(encode({"id": 1})) == {"id": 1}
