"""How a configuration is read, shown and kept."""

import json

import pytest

from mining.domain.capabilities import is_plain_path
from mining.domain.config import Config, placeholder_errors, read_config
from mining.domain.errors import ErrorDetail, InvalidConfig, InvalidInput, InvalidRequest, InvalidWallet
from mining.domain.pool import INHERITED

SEED = """{
"pool": "stratum+tcp://pool.supportxmr.com:3333",
"wallet": "YOUR_WALLET_ADDRESS",
"algo": "rx/0",
"threads": 4,
"cpuPriority": 3,
"cuda": {
"enabled": false,
"devices": []
},
"opencl": {
"enabled": false,
"devices": []
}
}"""
WRONG = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAG26hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"
NAN = '{"pool":"p:1","wallet":"w","intensity":NaN}'


def read(body, more=lambda _: ()):
    return read_config(body if isinstance(body, str | bytes) else json.dumps(body), more)


def fields(body, more=lambda _: ()):
    with pytest.raises(InvalidInput) as caught:
        read(body, more)
    return [fault.field for fault in caught.value.errors]


def test_the_seeds_body_is_read_verbatim_and_said_again():
    config = read(SEED)
    assert config.public_json() == json.loads(SEED)
    assert config.all_pools()[0].wallet == "YOUR_WALLET_ADDRESS"


def test_all_faults_are_named_at_once():
    body = {
        "pool": "-o",
        "wallet": "a\nb",
        "threads": -1,
        "cpuPriority": 9,
        "colour": 1,
        "pools": [{"pool": "p:1", "tls": 3}],
    }
    found = fields(body, lambda _: [ErrorDetail("algo", "unknown")])
    assert set(found) == {"pool", "wallet", "threads", "cpuPriority", "colour", "pools[0].tls", "algo"}
    assert len(found) == len(set(found))


def test_what_is_missing_is_named():
    assert fields({}) == ["pool", "wallet"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("threads", "4"), ("threads", 4097), ("threads", 1.5), ("threads", True), ("tls", "yes"), ("pools", {}),
        ("cuda", {"enabled": True, "devices": [-1]}), ("cuda", []), ("cpuAffinity", "3"), ("donateLevel", 101),
        ("proxy", "http://p:1"), ("password", "a b"), ("worker", "-w"), ("tlsFingerprint", "ab"),
        ("pool", 5), ("wallet", ""),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_by_its_field(field, value):
    found = fields({"pool": "p:1", "wallet": "w"} | {field: value})
    assert [name.split(".")[0] for name in found] == [field]


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "5", b"\xff", "[" * 99_999, NAN])
def test_what_is_not_a_json_object_is_refused(body):
    assert len(fields(body)) == 1


def test_tls_must_agree_with_the_scheme():
    assert fields({"pool": "ssl://p:1", "wallet": "w", "tls": False}) == ["tls"]
    assert read({"pool": "ssl://p:1", "wallet": "w", "tls": True}).tls is True


def test_a_wallet_that_is_the_only_fault_has_an_error_of_its_own():
    with pytest.raises(InvalidWallet):
        read({"pool": "p:1", "wallet": WRONG})
    with pytest.raises(InvalidWallet) as caught:
        read({"pool": "p:1", "wallet": "w", "pools": [{"pool": "q:1", "wallet": WRONG}]})
    assert caught.value.details["field"] == "pools[0].wallet"
    with pytest.raises(InvalidConfig) as both:
        read({"pool": "p:1", "wallet": WRONG, "threads": -1})
    assert not isinstance(both.value, InvalidWallet)


def pools(*entries, **top):
    return Config.model_validate_json(json.dumps({"pool": "p:1", "wallet": "w", **top, "pools": entries}))


def test_fail_over_pools_inherit_what_they_do_not_say_but_never_a_password():
    top = {"password": "s", "worker": "rig", "coin": "XMR", "algo": "rx/0", "proxy": "socks5://127.0.0.1:9050"}
    _, bare, own = pools(
        {"pool": "q:1"}, {"pool": "r:1", "wallet": "v", "password": "t", "algo": "cn/r"}, **top
    ).all_pools()
    assert (bare.wallet, bare.password, bare.worker, bare.coin, bare.algo) == ("w", None, "rig", "XMR", "rx/0")
    assert (own.wallet, own.password, own.worker, own.algo) == ("v", "t", "rig", "cn/r")
    assert bare.proxy == own.proxy == top["proxy"]


@pytest.mark.parametrize("field", INHERITED)
def test_an_explicit_null_in_a_pool_says_none_and_stays(field):
    top = {"worker": "rig", "coin": "XMR", "algo": "rx/0", "proxy": "socks5://127.0.0.1:9050"}
    config = pools({"pool": "q:1", field: None}, {"pool": "r:1"}, **top)
    _, none, inherits = config.all_pools()
    assert getattr(none, field) is None
    assert getattr(inherits, field) is not None
    shown = config.public_json()
    assert shown["pools"] == [{"pool": "q:1", field: None}, {"pool": "r:1"}]
    assert Config.model_validate_json(json.dumps(shown)) == config
    assert Config.model_validate_json(config.model_dump_json(by_alias=True)) == config
    assert config != pools({"pool": "q:1"}, {"pool": "r:1"}, **top)
    assert len({config.pools[0], pools({"pool": "q:1"}).pools[0]}) == 2


def test_the_masked_form_of_a_pool_says_no_more_than_the_pool():
    config = pools({"pool": "q:1"}, {"pool": "r:1", "wallet": None, "worker": None}, {"pool": "s:1", "worker": "rig"})
    assert config.masked().public_json()["pools"] == [{"pool": "q:1"}, {"pool": "r:1", "wallet": None}, {"pool": "s:1"}]


def test_passwords_are_never_said():
    config = Config(pool="p:1", wallet="w", password="s3cret", pools=({"pool": "q:1", "password": "s4cret"},))
    assert "cret" not in json.dumps(config.public_json()) + config.masked().model_dump_json()


def test_a_masked_copy_hides_where_the_money_goes():
    config = Config(pool="p:1", wallet="w" * 40, worker="rig", pools=({"pool": "q:1", "wallet": "v" * 40},)).masked()
    assert (config.wallet, config.pools[0].wallet, config.worker) == ("wwww…wwww", "vvvv…vvvv", None)


def test_an_empty_text_is_as_good_as_none_where_none_would_do():
    blanks = {"coin": "", "algo": "", "worker": "", "tlsFingerprint": "", "proxy": "", "cpuAffinity": ""}
    pool = {"pool": "q:1", "wallet": "", "worker": "", "coin": "", "algo": "", "tlsFingerprint": ""}
    config = read({"pool": "p:1", "wallet": "w", "pools": [pool], **blanks})
    assert config == Config(pool="p:1", wallet="w", pools=({"pool": "q:1"},))
    assert config.pools[0].wallet is None
    with pytest.raises(InvalidConfig) as wrong:
        read({"pool": "", "wallet": "", "threads": "", "pools": [{"pool": ""}]})
    assert [error.field for error in wrong.value.errors] == ["pool", "wallet", "threads", "pools[0].pool"]


def test_what_xmrig_sends_for_nobody_is_a_placeholder_where_a_stranger_is_to_pay_it():
    def errors(**fields):
        return [error.field for error in placeholder_errors(Config(**fields))]

    assert errors(pool="pool.supportxmr.com:3333", wallet="x") == ["wallet"]
    assert errors(pool="192.168.1.5:3333", wallet="x") == errors(pool="proxy:3333", wallet="x") == []
    assert errors(pool="proxy:1", wallet="x", pools=({"pool": "pool.example:1"},)) == ["pools[0].wallet"]
    assert errors(pool="a.example:1", wallet="${WALLET}", pools=({"pool": "b.example:1"},)) == ["wallet"]
    assert read({"pool": "pool.supportxmr.com:3333", "wallet": "x"}).wallet == "x", "it can be saved"


def test_what_is_no_json_is_told_in_words_of_our_own_with_its_place():
    with pytest.raises(InvalidRequest) as wrong:
        read(b'{"pool": "p:1",\n')
    assert wrong.value.errors == (ErrorDetail("body", "is not JSON: line 2, column 1: it ends too early"),)


def test_a_duration_may_say_its_unit():
    for written, seconds in ((300, 300), ("300", 300), ("300s", 300), ("5m", 300)):
        assert read({"pool": "p.lan:1", "wallet": "w", "pauseOnActive": written}).pause_on_active == seconds
    assert fields({"pool": "p.lan:1", "wallet": "w", "pauseOnActive": "5w"}) == ["pauseOnActive"]


@pytest.mark.parametrize(
    ("path", "system", "fits"),
    [
        ("/srv/monero chain", "linux", True),
        (r"C:\monero", "linux", False),
        (r"D:\monero chain\a", "win32", True),
        ("D:/monero", "win32", True),
        ("/srv/monero", "win32", False),
        (r"\\server\share", "win32", False),
        ("D:monero", "win32", False),
        ("D:/", "win32", False),
        ("D:/a\nrpc-bind-ip=0.0.0.0", "win32", False),
        ("D:/a#b", "win32", False),
        ("D:/a:stream", "win32", False),
        (7, "win32", False),
    ],
)
def test_a_path_is_one_of_its_system_and_says_no_more_than_a_path(path: object, system: str, fits: bool) -> None:
    assert is_plain_path(path, system) is fits


@pytest.mark.parametrize("path", ["/srv/monero", r"C:\Users\ann\monero", "D:/monero"])
def test_paths_of_every_system_are_hidden_from_eyes_that_must_not_see_the_money(path: str) -> None:
    shown = Config(pool="a:1", wallet="w", options={"dataDir": path, "mode": "fast"}).masked()
    assert shown.options == {"mode": "fast"}
