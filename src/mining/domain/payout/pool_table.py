"""The pools of the catalogue, one line each; `catalogue.py` reads it. Nothing here was contacted, only looked up."""

from typing import Literal, NamedTuple

from mining.domain.message import phrase

Login = Literal["address", "account", "prefixed"]
Worker = Literal["login", "login/", "password", "none"]

CHECKED_AT = "2026-11-23"
SOURCES = {
    "RB": "RainbowMiner, Pools/*.ps1, 2026-07-24",
    "RM": "the README of a mining program",
    "PUB": "public repositories, 2026",
}
DOTTED = "wallet.worker; password x"
EXCHANGE = "password worker:email~algo"
PAYS_ALSO = ("BTC", "NANO")


class House(NamedTuple):
    """What all pools of one operator have in common."""

    worker: Worker = "login"
    usage: str = DOTTED  # in words for people
    login: Login = "address"  # what goes before the worker: an address, or an account made on the pool's site
    exchanges: bool = False  # it pays its one coin, whatever is mined
    also: tuple[str, ...] = ()  # other coins whose addresses it takes
    own_logins: str | None = None  # how logins begin that it gave out itself
    page: str | None = None  # its page of one wallet, with {address}, {coin} (ticker) and {site} (of the host)


HOUSES: dict[str, House] = {
    "2Miners": House(also=PAYS_ALSO, page="https://{site}.2miners.com/account/{address}"),
    "Antpool": House(login="account"),
    "Braiins Pool": House(login="account"),
    "C3Pool": House("password", EXCHANGE, exchanges=True),
    "CKPool solo": House(page="https://solostats.ckpool.org/users/{address}"),
    "CrazyPool": House(),
    "F2Pool": House(login="account"),
    "Flockpool": House(page="https://flockpool.com/miners/rtm/{address}"),
    "HashVault": House("password", "wallet[+difficulty]; password worker"),
    "HeroMiners": House(page="https://{site}.herominers.com/?mining_address={address}"),
    "K1Pool": House(),
    "Kryptex": House("login/", "wallet/worker, or e-mail/worker; password x", own_logins=r"krx|[^/]+@",
                     page="https://pool.kryptex.com/{coin}/miner/stats/{address}"),
    "LeafPool": House(),
    "litecoinpool": House(login="account"),
    "LuckyPool": House(usage="wallet.worker; password x or x<difficulty>"),
    "Luxor": House(login="account"),
    "MetaPool": House(),
    "MineNow": House(),
    "MoneroOcean": House("password", EXCHANGE, exchanges=True,
                         page="https://moneroocean.stream/#/dashboard?addr={address}"),
    "Nanopool": House(usage="wallet.worker[/e-mail]; password x",
                      page="https://{site}.nanopool.org/account/{address}"),
    "NiceHash": House(exchanges=True, own_logins="NH"),
    "Ocean": House(page="https://ocean.xyz/stats/{address}"),
    "Raptoreum Emporium": House(),
    "Ravenminer": House(usage="wallet.worker; password x, or the mode: pps or solo"),
    "rplant": House(),
    "SunPool": House(),
    "SupportXMR": House("password", "wallet[+difficulty]; password worker"),
    "Suprnova": House(login="account"),
    "unMineable": House(usage="COIN:wallet.worker[#referral]; password x", login="prefixed"),
    "ViaBTC": House(login="account"),
    "Vipor": House(),
    "WoolyPooly": House(),
}  # fmt: skip

_HERO = "{de,fi,fr,es,ru,ca,us,us2,us3,br,hk,kr,sg,tr,au}"
_NANO = "{eu,us-east,us-west,asia,jp,au}1"
_LEAF = "{us-central,us-west,eu,asia}"
_WOOLY = "pool.woolypooly.com"

Row = tuple[str, str | None, str, tuple[int, ...], int | None, float | None, str]
POOLS: tuple[Row, ...] = (
    # name, coin, host with regions in braces, ports (the usual one first), TLS port, fee in %, source
    ("SupportXMR", "XMR", "pool.supportxmr.com", (3333, 5555, 7777), 443, 0.6, "RB"),
    ("MoneroOcean", "XMR", "gulf.moneroocean.stream", (10128, 10001, 10004, 10016, 10064), 20128, 0.68, "RB"),
    ("HashVault", "XMR", "pool.hashvault.pro", (3333, 80), 443, 0.9, "RB"),
    ("HeroMiners", "XMR", f"{_HERO}.monero.herominers.com", (1111,), None, 0.9, "RB"),
    ("Nanopool", "XMR", f"xmr-{_NANO}.nanopool.org", (10300, 14444), 10343, 1, "RB"),
    ("Suprnova", "XMR", "xmr.suprnova.cc", (6665, 6666), None, None, "RB"),
    ("Suprnova", "XMR", "stratum-{us}.suprnova.cc", (6665, 6666), None, None, "RB"),
    ("Kryptex", "XMR", "xmr.kryptex.network", (7777,), 8888, None, "RB"),
    ("C3Pool", "XMR", "mine.c3pool.com", (15555,), 33333, 0.68, "RB"),
    ("2Miners", "ETC", "etc.2miners.com", (1010,), 11010, 1, "RB"),
    ("HeroMiners", "ETC", f"{_HERO}.etc.herominers.com", (1150,), None, 0.9, "RB"),
    ("WoolyPooly", "ETC", _WOOLY, (35000,), 35000, None, "RB"),
    ("Nanopool", "ETC", f"etc-{_NANO}.nanopool.org", (19999,), None, 1, "RB"),
    ("ViaBTC", "ETC", "mining.viabtc.io", (3010,), None, None, "RB"),
    ("CrazyPool", "ETC", "etc-{eu,us,asia}.crazypool.org", (7000,), 7777, 1, "RB"),
    ("2Miners", "RVN", "rvn.2miners.com", (6060,), 16060, 1, "RB"),
    ("HeroMiners", "RVN", f"{_HERO}.ravencoin.herominers.com", (1140,), None, 0.9, "RB"),
    ("WoolyPooly", "RVN", _WOOLY, (55555,), 55555, None, "RB"),
    ("Nanopool", "RVN", f"rvn-{_NANO}.nanopool.org", (10400, 12222), 10443, 1, "RB"),
    ("Ravenminer", "RVN", "{us,eu,asia}.ravenminer.com", (3838,), 13838, None, "RB"),
    ("Kryptex", "RVN", "rvn.kryptex.network", (7777,), 8888, None, "RB"),
    ("2Miners", "XNA", "xna.2miners.com", (6060,), 16060, 1, "RB"),
    ("WoolyPooly", "XNA", _WOOLY, (3128,), 3128, None, "RB"),
    ("Kryptex", "XNA", "xna.kryptex.network", (7777,), 8888, None, "RB"),
    ("WoolyPooly", "CLORE", _WOOLY, (3126,), 3126, None, "RB"),
    ("Kryptex", "CLORE", "clore.kryptex.network", (7777,), 8888, None, "RB"),
    ("LuckyPool", "ZANO", "zano.luckypool.io", (8877,), None, 0.9, "RB"),
    ("WoolyPooly", "ZANO", _WOOLY, (3146,), 3146, None, "RB"),
    ("HeroMiners", "ZANO", f"{_HERO}.zano.herominers.com", (1110,), None, 0.9, "RB"),
    ("HashVault", "ZEPH", "pool.zephyr.hashvault.pro", (3333,), None, 0.9, "RB"),
    ("HeroMiners", "ZEPH", f"{_HERO}.zephyr.herominers.com", (1123,), None, 0.9, "RB"),
    ("2Miners", "ZEPH", "zeph.2miners.com", (2222,), None, 1, "RB"),
    ("Kryptex", "ZEPH", "zeph.kryptex.network", (7777,), 8888, None, "PUB"),
    ("2Miners", "ERG", "erg.2miners.com", (8888,), None, 1, "RB"),
    ("HeroMiners", "ERG", f"{_HERO}.ergo.herominers.com", (1180,), None, 0.9, "RB"),
    ("WoolyPooly", "ERG", _WOOLY, (3100,), 3100, None, "RB"),
    ("Nanopool", "ERG", f"ergo-{_NANO}.nanopool.org", (10600,), 10643, 1, "RB"),
    ("LeafPool", "ERG", f"ergo-{_LEAF}.leafpool.com", (1111, 2288), None, 0, "RB"),
    ("Kryptex", "ERG", "erg.kryptex.network", (7777,), 8888, None, "RB"),
    ("HeroMiners", "CFX", f"{_HERO}.conflux.herominers.com", (1170,), None, 0.9, "RB"),
    ("WoolyPooly", "CFX", _WOOLY, (3094,), 3094, None, "RB"),
    ("Nanopool", "CFX", f"cfx-{_NANO}.nanopool.org", (10500,), 10543, 1, "RB"),
    ("HeroMiners", "ALPH", f"{_HERO}.alephium.herominers.com", (1199,), None, 0, "RB"),
    ("WoolyPooly", "ALPH", _WOOLY, (3106,), None, None, "RB"),
    ("MetaPool", "ALPH", "eu.metapool.tech", (20032,), None, None, "RM"),
    ("2Miners", "KAS", "kas.2miners.com", (2020,), None, 1, "RB"),
    ("HeroMiners", "KAS", f"{_HERO}.kaspa.herominers.com", (1206,), None, 0.9, "RB"),
    ("WoolyPooly", "KAS", _WOOLY, (3112,), 3112, None, "RB"),
    ("Kryptex", "KAS", "kas.kryptex.network", (7777,), 8888, None, "RB"),
    ("WoolyPooly", "KLS", _WOOLY, (3132,), None, None, "RB"),
    ("2Miners", "KLS", "kls.2miners.com", (2020,), None, 1, "RB"),
    ("WoolyPooly", "NEXA", _WOOLY, (3124,), 3124, None, "RB"),
    ("2Miners", "NEXA", "nexa.2miners.com", (5050,), None, 1, "RB"),
    ("F2Pool", "NEXA", "nexa.f2pool.com", (3400,), None, None, "RM"),
    ("HeroMiners", "IRON", f"{_HERO}.ironfish.herominers.com", (1145,), None, 0, "RB"),
    ("Kryptex", "IRON", "iron.kryptex.network", (7777,), 8888, None, "RB"),
    ("WoolyPooly", "XEL", _WOOLY, (3150,), None, None, "RB"),
    ("HeroMiners", "XEL", f"{_HERO}.xelis.herominers.com", (1225,), None, 0, "RB"),
    ("LuckyPool", "XEL", "xelis.luckypool.io", (2666,), None, 0.9, "RB"),
    ("Vipor", "XEL", "us.vipor.net", (5177,), 5177, None, "RM"),
    ("Suprnova", "XEL", "xel.suprnova.cc", (3333,), None, None, "RB"),
    ("Suprnova", "XEL", "stratum-{us,apac}.suprnova.cc", (3333,), None, None, "RB"),
    ("Flockpool", "RTM", "{eu,us,us-west,asia}.flockpool.com", (4444,), 5555, 1, "RB"),
    ("WoolyPooly", "RTM", _WOOLY, (3110,), None, None, "RB"),
    ("Suprnova", "RTM", "rtm.suprnova.cc", (6273,), 4273, None, "RM"),
    ("Raptoreum Emporium", "RTM", "raptoreumemporium.com", (3008,), None, None, "PUB"),
    ("rplant", "RTM", "stratum-eu.rplant.xyz", (17056,), 17056, None, "PUB"),
    ("HeroMiners", "DNX", f"{_HERO}.dynex.herominers.com", (1120,), None, None, "RB"),
    ("K1Pool", "DNX", "dnx.k1pool.com", (9200,), None, None, "PUB"),
    ("MineNow", "DNX", "us-east.dnx.minenow.space", (18000,), None, None, "RM"),
    ("HeroMiners", "QRL", f"{_HERO}.qrl.herominers.com", (1166,), None, None, "RB"),
    ("2Miners", "BEAM", "beam.2miners.com", (5252,), 5252, 1, "RB"),
    ("LeafPool", "BEAM", "beam-{us,eu,asia}.leafpool.com", (3333,), 3333, 0.5, "RB"),
    ("HeroMiners", "BEAM", f"{_HERO}.beam.herominers.com", (1130,), None, None, "RB"),
    ("SunPool", "BEAM", "beam.sunpool.top", (3334,), None, 1, "RB"),
    ("WoolyPooly", "FIRO", _WOOLY, (3104,), None, None, "RB"),
    ("Suprnova", "DCR", "dcr.suprnova.cc", (9332, 9336), None, None, "RB"),
    ("Suprnova", "DCR", "stratum-{us,apac}.suprnova.cc", (9332, 9336), None, None, "RB"),
    ("Braiins Pool", "BTC", "{,eu.}stratum.braiins.com", (3333,), None, 2.5, "PUB"),
    ("CKPool solo", "BTC", "stratum.ckpool.org", (3333,), None, 2, "PUB"),
    ("CKPool solo", "BTC", "solo.ckpool.org", (3333, 4334), None, 2, "PUB"),
    ("Ocean", "BTC", "mine.ocean.xyz", (3334,), None, None, "PUB"),
    ("Ocean", "BTC", "core.mine.ocean.xyz", (3202,), None, None, "PUB"),
    ("Ocean", "BTC", "datafree.mine.ocean.xyz", (3404,), None, None, "PUB"),
    ("ViaBTC", "BTC", "btc.viabtc.io", (3333,), None, None, "PUB"),
    ("F2Pool", "BTC", "btc.f2pool.com", (3333,), None, None, "PUB"),
    ("Antpool", "BTC", "stratum.antpool.com", (3333,), None, None, "PUB"),
    ("Antpool", "BTC", "ss.antpool.com", (3333,), None, None, "PUB"),
    ("Luxor", "BTC", "btc.global.luxor.tech", (700,), None, None, "PUB"),
    ("ViaBTC", "LTC", "ltc.viabtc.io", (3333,), None, None, "PUB"),
    ("F2Pool", "LTC", "ltc.f2pool.com", (8888,), None, None, "PUB"),
    ("Antpool", "LTC", "stratum-ltc.antpool.com", (8888,), None, None, "PUB"),
    ("litecoinpool", "LTC", "{,us.}litecoinpool.org", (3333,), None, None, "PUB"),
    ("NiceHash", "BTC", "randomxmonero.auto.nicehash.com", (9200,), 443, None, "PUB"),
    ("NiceHash", "BTC", "kawpow.auto.nicehash.com", (9200,), 443, None, "PUB"),
    ("NiceHash", "BTC", "etchash.auto.nicehash.com", (9200,), 443, None, "PUB"),
    ("NiceHash", "BTC", "daggerhashimoto.auto.nicehash.com", (9200,), 443, None, "PUB"),
    ("unMineable", None, "rx.unmineable.com", (3333,), None, None, "PUB"),
    ("unMineable", None, "kp.unmineable.com", (3333,), None, None, "PUB"),
    ("unMineable", None, "etchash.unmineable.com", (3333,), None, None, "PUB"),
)

FAMILIES: dict[str, tuple[str, str | None]] = {  # on every port below these domains it is the same operator and payout
    "nicehash.com": ("NiceHash", "BTC"),
    "moneroocean.stream": ("MoneroOcean", "XMR"),
    "c3pool.com": ("C3Pool", "XMR"),
    "unmineable.com": ("unMineable", None),
    "kryptex.network": ("Kryptex", None),
    "antpool.com": ("Antpool", None),
    "braiins.com": ("Braiins Pool", None),
    "f2pool.com": ("F2Pool", None),
    "litecoinpool.org": ("litecoinpool", None),
    "luxor.tech": ("Luxor", None),
    "suprnova.cc": ("Suprnova", None),
    "viabtc.io": ("ViaBTC", None),
    "viabtc.cc": ("ViaBTC", None),
    "viabtc.top": ("ViaBTC", None),
}

DEAD: dict[str, str] = {
    "pool.minexmr.com": phrase("gone.minexmr"),
    "xmr.woolypooly.com": phrase("gone.woolypooly"),
    "xmr.2miners.com": phrase("gone.2miners_monero"),
    "p2pool.io": phrase("gone.p2pool"),
    "rvn.flypool.org": phrase("gone.flypool"),
    "firo.2miners.com": phrase("gone.2miners_firo"),
}
