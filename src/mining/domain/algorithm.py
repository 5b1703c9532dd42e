"""Names of algorithms: one spelling each, and the nearest ones to a wrong one."""

from collections.abc import Iterable
from difflib import get_close_matches

from mining.domain.message import Sentence, message, phrase

# A name, then what else XMRig's source and people call it. XMRig takes `chukwav2` for the first version, which no pool
# of that name accepts; here it is the second.
_CALLED = """
cn/0            cn cryptonight cryptonight/0
cn/1            cryptonight/1 cryptonight-monerov7 cryptonight_v7
cn/2            cryptonight/2 cryptonight-monerov8 cryptonight_v8
cn/r            cryptonight/r cryptonight_r
cn/fast         cn/msr cryptonight/fast cryptonight/msr
cn/half         cryptonight/half
cn/xao          cryptonight/xao cryptonight_alloy
cn/rto          cryptonight/rto
cn/rwz          cryptonight/rwz
cn/zls          cryptonight/zls
cn/double       cryptonight/double
cn/ccx          cn/conceal cryptonight/ccx cryptonight/conceal
cn-lite/0       cn-lite cn-light cryptonight-lite cryptonight-lite/0 cryptonight-light cryptonight_lite
cn-lite/1       cryptonight-lite/1 cryptonight-aeonv7 cryptonight_lite_v7
cn-heavy/0      cn-heavy cryptonight-heavy cryptonight-heavy/0 cryptonight_heavy
cn-heavy/xhv    cryptonight-heavy/xhv cryptonight_haven
cn-heavy/tube   cryptonight-heavy/tube cryptonight-bittube2
cn-pico         cn-pico/0 cn-pico/trtl cn-trtl cn_turtle cn-ultralite cryptonight-pico cryptonight-pico/trtl
cn-pico         cryptonight-turtle cryptonight_turtle cryptonight-ultralite
cn-pico/tlo     cn/ultra cn-talleo cn_talleo cryptonight/ultra cryptonight-pico/tlo cryptonight-talleo
cn-pico/tlo     cryptonight_talleo
cn/upx2         cn-extremelite/upx2 cryptonight/upx2 cryptonight-upx/2
rx/0            rx rx/test randomx randomx/0 randomx/test
rx/2            rx/v2 randomx/v2
rx/wow          randomwow randomx/wow
rx/arq          randomarq randomx/arq
rx/graft        randomgraft randomx/graft
rx/sfx          randomsfx randomx/sfx
rx/yada         randomyada randomx/yada
argon2/chukwa   chukwa
argon2/chukwav2 chukwav2
argon2/ninja    argon2/wrkz
kawpow          kawpow/rvn
ghostrider      gr ghostrider/rtm
sha256d         sha256
sha512256d      radiant
etchash         etc
autolykos2      autolykos autolykos/2 ergo
progpowz        progpow_zano progpow-zano zano
kheavyhash      kaspa kas
alephium        alph aleph blake3 blake3/alph blake3_alephium
nexapow         nexa
fishhash        ironfish
karlsenhashv2   karlsenv2 karlsen/v2
beamhash3       beamhash beam-iii beamhashiii
equihash144_5   equi144_5 144_5 equihash/144,5
equihash125_4   equi125_4 125_4 equihash/125,4 zelhash
dynexsolve      dynex
lyra2rev2       lyra2v2
lyra2rev3       lyra2v3
phi1612         phi
"""
ALIASES = {alias: line.split()[0] for line in _CALLED.strip().splitlines() for alias in line.split()[1:]}

# Machines built for these compute them so much faster that processors and cards get no share of the rewards.
ASIC = frozenset({"sha256d", "scrypt", "kheavyhash", "blake3_decred", "equihash", "x11", "eaglesong"})


def canonical(name: str) -> str:
    """The one spelling of an algorithm's name."""
    lower = name.strip().lower()
    return ALIASES.get(lower, lower)


def other_than(configured: str | None, mined: str | None, supported: Iterable[str]) -> str | None:
    """The sentence that tells of an algorithm that nobody configured; None where it is the one, or not to be known."""
    if configured is None or mined is None or canonical(mined) == canonical(configured):
        return None
    names = {canonical(each) for each in supported}
    if canonical(mined) not in names:  # a name of the program's own, perhaps of the same
        return None
    return Sentence(message("health.other_algorithm", mined=canonical(mined), configured=canonical(configured)))


def unknown(name: str, supported: Iterable[str]) -> str | None:
    """What is wrong with an algorithm that must be one of `known`, with near names; None when it is one."""
    names = sorted(map(canonical, supported))
    if canonical(name) in names:
        return None
    near = get_close_matches(canonical(name), names, n=3, cutoff=0.4)
    if near:
        return phrase("fault.unknown_algorithm_near", name=name, near=", ".join(near))
    return phrase("fault.unknown_algorithm", name=name, names=", ".join(names))
