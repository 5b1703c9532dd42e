"""The names of algorithms that people and XMRig use, each led back to one spelling."""

import pytest

from mining.domain.algorithm import ALIASES, canonical
from mining.miners.xmrig import ALGORITHMS


def test_every_alias_of_xmrigs_source_is_one_of_its_algorithms() -> None:
    xmrigs = {alias: name for alias, name in ALIASES.items() if name in ALGORITHMS}
    assert len(xmrigs) == 84
    assert not set(xmrigs) & set(ALGORITHMS), "a name of its own stands for another"


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("CryptoNight", "cn/0"), ("cryptonight-monerov7", "cn/1"), ("cryptonight_r", "cn/r"), ("cn/msr", "cn/fast"),
        ("cryptonight-lite", "cn-lite/0"), ("cryptonight-bittube2", "cn-heavy/tube"), ("cn-trtl", "cn-pico"),
        ("randomx", "rx/0"), ("randomarq", "rx/arq"), ("chukwa", "argon2/chukwa"), ("chukwav2", "argon2/chukwav2"),
        ("argon2/wrkz", "argon2/ninja"), ("kawpow/rvn", "kawpow"), ("gr", "ghostrider"), ("astrobwt", "astrobwt"),
    ],
)  # fmt: skip
def test_an_alias_means_what_it_means_to_xmrig(alias: str, name: str) -> None:
    assert canonical(alias) == name
