"""What strangers are shown of a sentence and of a configuration, and what nobody is shown of a miner's text."""

import pytest

from mining.domain.config import Config
from mining.domain.pool import Pool
from mining.domain.redaction import log_text, pool_secrets, public_text, redaction, secrets_of

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


SHY = Config(
    pool="pool.example:3333",
    wallet="anybody",
    password="hunter2",
    worker="garden-shed",
    pools=(
        Pool(pool="else.example:1", password="correct&horse/battery", worker=None),
        Pool(pool="third.example:2", worker="attic"),
    ),
)


def test_every_pool_of_a_miner_has_secrets_and_a_worker_may_be_one() -> None:
    assert set(pool_secrets(SHY)) == {"hunter2", "garden-shed", "correct&horse/battery", "attic"}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ('login error code: 1 "bad password hunter2"', 'login error code: 1 "bad password …"'),
        ("HUNTER2! and <hunter2>, d=hunter2", "…! and <…>, d=…"),
        ("hunter22 and thehunter2 are other words", "hunter22 and thehunter2 are other words"),
        ("pass:correct&horse/batteryx", "pass:…x"),
        (r"correct\u0026horse/battery or correct&horse\/battery", "… or …"),
        ("?p=correct%26horse%2Fbattery", "?p=…"),
        ("anybody.garden-shed is banned, garden-shed2 is not", "anybody.… is banned, …2 is not"),
        ("attics stay", "attics stay"),
    ],
)  # fmt: skip
def test_what_a_pool_repeats_of_them_is_hidden_however_it_is_quoted(said: str, shown: str) -> None:
    assert redaction(pool_secrets(SHY))(said) == shown


@pytest.mark.parametrize("usual", ["x", "X", "1", "cpu", "Miner", ""])
def test_what_is_no_secret_by_its_form_turns_no_text_into_dots(usual: str) -> None:
    line = "[2024-01-01 00:00:00]  cpu      accepted (1/0) diff 1000 x Miner xmrig 0x1"
    assert redaction([usual])(line) == line


def test_a_worker_that_stands_in_the_name_of_its_pool_is_no_secret() -> None:
    config = Config(pool="basement.example:3333", wallet="anybody", worker="basement")
    assert pool_secrets(config) == []


def test_the_log_of_the_daemon_shows_no_whole_address_and_nothing_that_signs_in() -> None:
    assert log_text(f"paid to {WALLET} by ntfys://me:tk_123@ntfy.example/t") == "paid to 44AF…EP3A by ntfys://…"
    assert log_text("an IncompleteReadErrorOfTheStream happened") == "an IncompleteReadErrorOfTheStream happened"
