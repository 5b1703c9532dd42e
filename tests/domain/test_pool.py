"""How the address of a pool is read."""

import pytest

from mining.domain.pool import Pool, endpoint, parse_pool, parse_proxy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pool.example:3333", ("pool.example", 3333, None, False)),
        ("stratum+tcp://Pool.Example:3333", ("pool.example", 3333, False, False)),
        ("stratum+ssl://p:1", ("p", 1, True, False)),
        ("stratum+tls://p:1", ("p", 1, True, False)),
        ("ssl://p:65535/", ("p", 65535, True, False)),
        ("daemon+http://127.0.0.1:18081", ("127.0.0.1", 18081, False, True)),
        ("daemon+https://n:1", ("n", 1, True, True)),
        ("[::1]:3333", ("::1", 3333, None, False)),
        ("ssl://Pool.Example.:3333", ("pool.example", 3333, True, False)),
    ],
)
def test_every_form_is_understood(text, expected):
    assert parse_pool(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "p", "p:", ":1", "p:0", "p:65536", "p:-1", "-o:1", "-p", "u:x@p:1", "http://p:1", "p:1\n", "p :1", "p:1/x",
     "[zz]:1", "[::1", "stratum+tcp://-p:1", "p:1;ls", "p\0:1", "p:٣"],
)  # fmt: skip
def test_odd_addresses_are_refused(text):
    with pytest.raises(ValueError):
        parse_pool(text)


def test_an_endpoint_keeps_the_brackets_of_ipv6():
    assert parse_pool("[0:0::1]:5").endpoint == "[::1]:5"
    assert parse_pool("p:5").endpoint == "p:5"


def test_a_program_that_leaves_the_brackets_out_is_understood():
    assert endpoint("::1:3333") == endpoint("[::1]:3333") == "[::1]:3333"
    assert endpoint("2001:db8::7:443") == "[2001:db8::7]:443"
    for text in ("pool.example:3333", "127.0.0.1:1", "odd", ""):
        assert endpoint(text) == text


def test_a_fingerprint_may_have_colons():
    plain, pairs = "aB" * 32, ":".join(["aB"] * 32)
    assert Pool(pool="p:1", tls_fingerprint=pairs).tls_fingerprint == plain
    for wrong in (pairs[:-1], pairs.replace(":", "-"), pairs + ":", "aB:" * 31 + "xy", plain[:-1], "a:" + pairs[2:]):
        with pytest.raises(ValueError, match="64 hexadecimal digits"):
            Pool(pool="p:1", tls_fingerprint=wrong)


def test_tls_is_settled_by_scheme_or_field():
    assert Pool(pool="p:1").address.tls is False
    assert Pool(pool="p:1", tls=True).address.tls is True
    assert Pool(pool="ssl://p:1").address.tls is True


@pytest.mark.parametrize("text", ["http://p:1", "p:1", "socks5://p", "socks5://p:0", "socks5://u:x@p:1"])
def test_a_proxy_is_socks5_with_host_and_port(text):
    assert parse_proxy("socks5://127.0.0.1:9050").endpoint == "127.0.0.1:9050"
    with pytest.raises(ValueError):
        parse_proxy(text)
