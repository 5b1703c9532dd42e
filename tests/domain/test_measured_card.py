"""Which graphics card is asked for: by its place, or by the number that its program gives it now."""

import pytest

from mining.domain.errors import InvalidRequest
from mining.domain.history import measured_card
from mining.domain.metrics import Gpu

FIRST, SECOND = "0000:01:00.0", "0000:0a:00.0"
IN_USE = (Gpu(id=0, bus_id=FIRST), Gpu(id=1, bus_id=SECOND), Gpu(id=2))


@pytest.mark.parametrize(
    ("asked", "card"), [(FIRST, FIRST), ("0000:0A:00.0", SECOND), ("1", SECOND), ("2", "2"), ("7", "7")]
)
def test_a_card_is_named_by_its_place_or_its_number(asked: str, card: str) -> None:
    assert measured_card(asked, IN_USE, (FIRST, "7")) == card


def test_a_number_that_two_cards_have_names_neither() -> None:
    doubles = (Gpu(id=0, backend="cuda", bus_id=FIRST), Gpu(id=0, backend="opencl", bus_id=SECOND))
    with pytest.raises(InvalidRequest, match=f"card: '0' is no .* name one of {FIRST}, {SECOND}"):
        measured_card("0", doubles, ())


def test_an_unknown_card_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(InvalidRequest) as refused:
        measured_card("0000:03:00.0", IN_USE[:1], ("4",))
    assert refused.value.errors[0].field == "card"
    assert refused.value.errors[0].issue == (
        f"'0000:03:00.0' is no graphics card that this miner was measured on; name one of {FIRST}, 4"
    )
    with pytest.raises(InvalidRequest, match="this miner was not measured on a graphics card yet; leave card out"):
        measured_card("0", (), ())
