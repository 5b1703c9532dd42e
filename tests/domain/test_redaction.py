"""What strangers are shown of a sentence and of a configuration."""

import pytest

from mining.domain.redaction import public_text, secrets_of

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("/home/me/xmrig has vanished", "… has vanished"),
        ("in (/opt/x y) and cwd:/srv/m.json", "in (… y) and cwd:…"),
        (r"C:\Users\me\xmrig.exe: no such file", "… no such file"),
        (f"pool says: {WALLET} is banned", "pool says: 44AF…EP3A is banned"),
        ("0x52908400098527886E0F7030069857D2E4169EE7", "0x52…9EE7"),
        ("rx/0 accepted (1/0) at stratum+tcp://pool.example:3333", "rx/0 accepted (1/0) at stratum+tcp://pool.example:3333"),
    ],
)  # fmt: skip
def test_hides_paths_and_addresses_in_a_sentence(said: str, shown: str) -> None:
    assert public_text(said) == shown


def test_knows_every_login_of_a_configuration_and_what_is_in_it() -> None:
    pools = [{"pool": "a:1", "wallet": "else"}]
    config = {"pool": "b:2", "wallet": "somebody.basement", "worker": "garden-shed", "pools": pools}
    assert secrets_of(config) == {"somebody.basement", "somebody", "garden-shed", "else"}
    assert public_text("login somebody.basement", secrets_of(config)) == "login some…ment"
