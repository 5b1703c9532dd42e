"""Which card of this machine a program means by the place that it tells, or by its number."""

from typing import Any

import pytest

from mining.dialects.cards import decimal_place, hex_place
from mining.domain.adapter import Reading
from mining.domain.card_choice import MachineUse
from mining.domain.card_places import located, with_places
from mining.domain.config import Config, Devices
from mining.domain.hardware import Numbering
from mining.domain.metrics import Gpu
from mining.miners import adapter
from tests.miners.test_contract import a_config, cards_of

RIG = cards_of({"0000:01:00.0": "NVIDIA", "0000:0a:00.0": "AMD", "0000:0b:00.0": "NVIDIA"})
ON = Devices(enabled=True)


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("0000:01:00.0", "0000:01:00.0"),
        ("00000000:0B:00.0", "0000:0b:00.0"),
        ("10000:e1:00.0", "10000:e1:00.0"),
        ("01:00.0", "01:00.0"),
        ("0b:0", "0b:00"),
        ("n/a", None), ("", None), ("0b", None), ("1:0:0", None), ("01:00.9", None), (11, None), (None, None),
        ("٣:0", None), ("0b:0 ", None), ("0" * 9000, None),
    ],
)  # fmt: skip
def test_a_place_in_hexadecimal_digits_is_written_as_linux_does(raw: object, place: str | None) -> None:
    assert hex_place(raw) == place


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ((10,), "0a"), (("43", "0"), "2b:00"), ((10, None, 0), "0000:0a"), ((1, 31), "01:1f"),
        ((256,), None), ((-1,), None), ((True,), None), (("0x0a",), None), ((None,), None),
        ((1, "x"), None), ((1, 32), None),
        ((1.0,), None), (("9" * 9000,), None),
    ],
)  # fmt: skip
def test_a_place_in_decimal_numbers_is_written_in_hexadecimal_ones(told: tuple[Any, ...], place: str | None) -> None:
    assert decimal_place(*told) == place


def places(*told: Gpu, cards: Any = RIG, numbering: Numbering | None = None, **backends: Devices) -> list[str | None]:
    config = Config(pool="a:1", wallet="w").but(**(backends or {"cuda": ON, "opencl": ON}))
    return [gpu.bus_id for gpu in located(told, MachineUse(config, numbering), cards)]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("0000:0a:00.0", "0000:0a:00.0"), ("0a:00.0", "0000:0a:00.0"), ("0a:00", "0000:0a:00.0"),
        ("0a", "0000:0a:00.0"), ("0000:0a", "0000:0a:00.0"), ("0001:0a", None), ("0c", None), ("0a:01", None),
        ("rubbish", None),
        ("0c:00.0", "0000:0c:00.0"),  # told in full, of a card that we do not know
    ],
)  # fmt: skip
def test_as_much_of_a_place_as_is_told_is_that_of_the_one_card_there(told: str, place: str | None) -> None:
    assert places(Gpu(id=0, bus_id=told)) == [place]


def test_a_bus_with_two_cards_and_a_place_in_two_domains_are_in_doubt() -> None:
    guests = cards_of({"0000:00:06.0": "NVIDIA", "0000:00:07.0": "NVIDIA", "0001:00:06.0": "NVIDIA"})
    for told, place in (("00", None), ("0000:00", None), ("0001:00", "0001:00:06.0"), ("00:07.0", "0000:00:07.0")):
        assert places(Gpu(id=0, bus_id=told), cards=guests) == [place], told
    assert places(Gpu(id=0, bus_id="00:06.0"), cards=guests) == [None], "with the domain 0 or 1"
    assert places(Gpu(id=0, bus_id="00:06.0"), cards=()) == ["0000:00:06.0"], "where no card is known"


def test_a_bus_alone_never_means_what_is_inside_the_processor() -> None:
    assert places(Gpu(id=0, bus_id="00"), cards=cards_of({"0000:00:02.0": "Intel"})) == [None]


def test_a_place_that_two_cards_claim_is_that_of_neither() -> None:
    claims = [Gpu(id=number, bus_id=bus) for number, bus in enumerate(("0a", "0a", "0b"))]
    assert places(*claims) == [None, None, "0000:0b:00.0"]


def test_a_card_that_is_the_only_one_needs_no_place() -> None:
    assert places(Gpu(id=3), opencl=ON) == ["0000:0a:00.0"]
    assert places(Gpu(id=0), cuda=ON) == [None], "there are two"
    assert places(Gpu(id=0), cards=(), cuda=ON) == [None]


def test_numbers_say_which_card_it_is_where_all_of_a_list_mine_whose_order_is_known() -> None:
    both = Gpu(id=0), Gpu(id=1)
    assert places(*both, numbering="backend", cuda=ON) == ["0000:01:00.0", "0000:0b:00.0"]
    assert places(*both, cuda=ON) == [None, None], "nobody knows its order"
    assert places(*both, numbering="platform", cuda=ON) == [None, None], "it may have an order of its own"
    assert places(Gpu(id=1), numbering="backend", cuda=ON) == [None], "it may count those that mine"
    assert places(*both, Gpu(id=2), numbering="machine") == ["0000:01:00.0", "0000:0a:00.0", "0000:0b:00.0"]
    assert places(*both, Gpu(id=2), numbering="backend") == [None] * 3, "two makers in one list"


def test_a_list_is_in_doubt_with_a_card_that_may_or_may_not_be_counted() -> None:
    mixed = cards_of({"0000:00:02.0": "Intel", "0000:01:00.0": "NVIDIA", "0000:0a:00.0": "AMD"})
    assert places(Gpu(id=0), Gpu(id=1), cards=mixed, numbering="machine") == [None, None]
    unused = tuple(card.but(driver=None) if card.id == "0000:0b:00.0" else card for card in RIG)
    assert places(Gpu(id=0), Gpu(id=1), cards=unused, numbering="machine") == [None, None]


def test_a_card_of_a_backend_is_sought_among_those_of_that_backend() -> None:
    told = Gpu(id=0, backend="cuda", bus_id="01:00.0"), Gpu(id=0, backend="opencl")
    assert places(*told, numbering="platform") == ["0000:01:00.0", "0000:0a:00.0"]


def test_a_maker_whose_cards_a_program_cannot_use_is_no_doubt() -> None:
    mixed = cards_of({"0000:01:00.0": "AMD", "0000:02:00.0": "Intel"})
    kind, one = adapter("teamredminer"), Reading(gpu=(Gpu(id=0),))
    assert [gpu.bus_id for gpu in with_places(one, kind, a_config(kind), mixed).gpu] == ["0000:01:00.0"]


def test_what_a_simulator_makes_up_is_no_card_of_this_machine() -> None:
    kind, config = adapter("simulated"), a_config(adapter("simulated"), cuda={"enabled": True})
    (gpu,) = with_places(Reading(gpu=(Gpu(id=0),)), kind, config, RIG[:1]).gpu
    assert gpu.bus_id is None
