"""The payout lock: two looks in a row prove, a look that fails proves nothing, and evidence holds no secret."""

from datetime import UTC, datetime, timedelta

import pytest

from mining.domain.payees import RigPayee
from mining.domain.payout_lock import PayoutReads, Sighting, without_secrets

MINE, THIEF = RigPayee("mine", "a:1"), RigPayee("thief", "evil:1")
SPARE = RigPayee("mine", "b:2")
T = datetime(2026, 11, 2, 12, tzinfo=UTC)
GOOD = (Sighting("file", (MINE, SPARE)), Sighting("api", (MINE, SPARE)))
BAD = (Sighting("file", (MINE, SPARE)), Sighting("api", (THIEF,)))
SILENT = (Sighting("file", (MINE, SPARE)), Sighting("api", None))


def looks(*each: tuple[Sighting, ...]) -> PayoutReads:
    reads = PayoutReads()
    for place, seen in enumerate(each):
        reads = reads.after(seen, (MINE, SPARE), T + timedelta(minutes=place))
    return reads


def test_one_look_proves_nothing_and_two_in_a_row_do() -> None:
    assert not looks(GOOD, BAD).proven
    assert looks(GOOD, BAD, BAD).proven
    assert looks(BAD, BAD).strays == (THIEF,)
    assert not looks(BAD, GOOD, BAD).proven


def test_a_look_that_fails_in_between_is_none() -> None:
    assert looks(BAD, SILENT, BAD).proven
    assert not looks(*[SILENT] * 9).proven


def test_what_differs_is_seen_although_something_else_cannot_be_read() -> None:
    torn = (Sighting("file", None), Sighting("api", (MINE, THIEF)))
    assert looks(torn, torn).proven


def test_a_payee_that_lacks_is_no_stray() -> None:
    fewer = (Sighting("file", (MINE,)), Sighting("api", (SPARE, MINE)))
    assert looks(fewer, fewer).differences == 0


def test_it_says_since_when_nothing_was_checked() -> None:
    assert looks(GOOD).shown().state == "holds"
    assert looks(GOOD).shown().compared_at == T
    silent = looks(GOOD, GOOD, SILENT, SILENT).shown()
    assert (silent.state, silent.compared_at) == ("unchecked", T + timedelta(minutes=1))
    assert silent.text == "Not checked since 2026-11-02T12:01:00Z: its live configuration cannot be read."
    never = looks(SILENT).shown()
    assert (never.state, never.compared_at) == ("unchecked", None)
    assert never.text == "Not checked yet: its live configuration cannot be read."
    assert looks(GOOD, SILENT, GOOD).shown().state == "holds"
    assert looks(GOOD, BAD).shown().state == "differs"
    assert PayoutReads().shown().state == "unchecked"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"user": "me", "pass": "p", "access-token": "t"}, {"user": "me", "pass": "…", "access-token": "…"}),
        ({"pools": [{"password": "p", "tls-key": None}]}, {"pools": [{"password": "…", "tls-key": None}]}),
        (["x", "--pass", "p", "--http-access-token=t", "-v"], ["x", "--pass", "…", "--http-access-token=…", "-v"]),
        (["--url=h?t0ken-of-mine"], ["--url=h?…"]),
        (7, 7),
        (None, None),
    ],
)
def test_evidence_holds_no_secret(value: object, shown: object) -> None:
    assert without_secrets(value, ["t0ken-of-mine"]) == shown
