"""A name that nobody has is answered with the names that come near it, and a miner type with all of them."""

from mining.domain.near_names import miner_not_found, type_not_found


def test_an_unknown_type_is_answered_with_all_types() -> None:
    error = type_not_found("xmrik", {"xmrig": 1, "demo": 2})
    assert error.message == "There is no miner type 'xmrik'. Did you mean xmrig? The miner types are: demo, xmrig."
    assert {key: value for key, value in error.details.items() if key != "wording"} == {
        "type": "xmrik",
        "near": ["xmrig"],
        "types": ["demo", "xmrig"],
    }


def test_what_is_too_long_or_cannot_be_printed_is_not_repeated() -> None:
    for name in ("x" * 65, "\x1b[2J"):
        assert miner_not_found(name, {}).message == "There is no miner of that name."
