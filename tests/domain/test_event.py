"""Each kind of event has a meaning that can be looked up."""

from typing import get_args

from mining.domain.event import MEANINGS, EventKind


def test_each_kind_of_event_has_a_meaning():
    assert list(MEANINGS) == list(get_args(EventKind))
