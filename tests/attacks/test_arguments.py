"""S9, S15: whatever a configuration says, it is a value for the program and never an option, a file or a command."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from mining.domain.adapter import Launch, MinerType
from mining.domain.config import Config, read_config
from mining.domain.config_check import config_errors
from mining.domain.errors import InvalidConfig
from tests.miners.examples import PLAIN
from tests.miners.test_contract import a_config, a_context, each_type

pytestmark = pytest.mark.slow
NASTY = (
    "-", "--", "-l/tmp/x", "-B", "--background", "--log-file=/tmp/x", "--opencl-loader=/tmp/x.so", "--config=/tmp/x",
    "-c", "--api-bind-http=0.0.0.0:80", "\u2013\u2013help", "\u2212o", "@/etc/passwd", "../../x", "..\\..\\x",
    "/etc/passwd", "C:\\x", "~/.ssh/id_rsa", "file:///etc/passwd", "$(id)", "`id`", "${HOME}", "%PATH%", "a;id",
    "a&&id", "a|id", "a>x", "a b", " a", "a ", "a\n--background", "a\r\nX: y", "a\0b", "a\tb", "a\x1b[2J", "a'b",
    'a"b', "a\\", "a,b", "a=b", "{}", "[]", '{"a":1}', "null", "\u202eabc", "\ufeffa", "é", "💣", "#", "?x=1", "a#b",
    "%n%s", "'; DROP TABLE x; --", "<script>alert(1)</script>", "x" * 5000, "",
)  # fmt: skip
ETC = "0x4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2B4"
FIELDS = ("wallet", "worker", "password", "algo", "coin", "pool", "proxy", "tlsFingerprint")
HIDING = ("--background", "-B", "--hide", "--daemon", "--no-console", "--silent", "setproctitle")
CASES = [(field, nasty) for field in FIELDS for nasty in NASTY]


def of(field: str, text: str) -> dict[str, Any]:
    """The field with that in it."""
    return {field: f"{text}:3333"} if field == "pool" else {field: text}


def launched(kind: MinerType, fields: dict[str, Any]) -> Launch | None:
    """How it would be started with these fields beside plain ones, as a request reads them; None: it is refused."""
    plain = {} if kind.name in PLAIN else {"wallet": ETC}
    body = json.dumps(a_config(kind, **plain).to_json() | fields)
    try:
        config = read_config(body, lambda read: config_errors(kind, read), kind.facts.checks_pool)
    except InvalidConfig:
        return None
    return kind.launch(config, a_context())


@each_type
def test_no_text_of_a_configuration_becomes_an_option_a_file_or_a_command(kind: MinerType) -> None:
    plain = launched(kind, {})
    assert plain is not None
    refused = taken = 0
    for field, nasty in CASES:
        launch = launched(kind, of(field, nasty))
        if launch is None:
            refused += 1
            continue
        taken += 1
        assert not any(set("\0\r\n") & set(each) for each in launch.argv), (field, nasty)
        assert launch.argv[0] == plain.argv[0], (field, nasty)
        assert not any(each.startswith("-") and nasty and each in (nasty, nasty.strip()) for each in launch.argv), (
            field, nasty,
        )  # fmt: skip
        assert set(launch.files) == set(plain.files), (field, nasty)
        assert launch.env == plain.env, (field, nasty)
        for name, content in launch.files.items():
            if name.endswith(".json"):
                json.loads(content)
    assert refused + taken == len(CASES) >= 300
    assert refused >= len(CASES) / 4, "hardly anything was refused"


@each_type
def test_no_program_is_started_hidden(kind: MinerType) -> None:
    launch = launched(kind, {})
    assert launch is not None
    assert not set(HIDING) & set(launch.argv)
    for name, content in launch.files.items():
        if name == "config.json":
            assert json.loads(content).get("background") is not True
    with pytest.raises(ValidationError):
        Config.model_validate({"pool": "a:1", "wallet": "b", "background": True})
