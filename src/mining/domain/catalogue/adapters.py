"""What single programs cannot do, what their owner should know of them, and how they get onto a machine."""

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "fault.not_mined": "{program} does not mine {coin}; name the algorithm if it is only what is paid out, one "
    "of {names}",
    "fault.names_no_work": "{program} must be told what to compute; name one of {names}",
    "fault.not_beside": "{program} does not compute it beside {algorithm}; name one of {names}",
    "fault.nothing_beside": "{program} computes nothing beside {algorithm}; leave it out, or let the main work be one "
    "of {names}",
    "fault.no_worker_field": "{program} has no field for it, and nothing says where {pool} reads it; write it into "
    "the wallet as the pool asks",
    "fault.comma_in_wallet": "must not hold a comma, at which {program} divides wallets",
    "fault.only_on_cards": "is of graphics cards; enable {ways:or}",
    "fault.sign_in_address": "{program} cannot be told of one with {signs:or}",
    "fault.no_node_rpc": "must be the RPC of a Monero node; write daemon+http://{endpoint}",
    "fault.own_node_elsewhere": "must be a node on this machine, such as daemon+http://127.0.0.1:18081; for another "
    "one leave dataDir out",
    "fault.node_elsewhere": "must be a node on this machine, such as daemon+http://127.0.0.1:18081; for another one "
    "set options.remoteNode to true",
    "fault.of_own_node": "needs dataDir, for a node that runs already is as its owner started it; leave it out",
    "fault.no_chain_folder": "is no folder; mount it, or make it with: {command}",
    "fault.foreign_chain_folder": "belongs to another user; name a folder of the daemon's own user",
    "fault.chain_folder_unreadable": "cannot be read: {error}",
    "fault.crowded_chain_folder": "holds other things than a chain; name an empty folder, or one with the chain of a "
    "Monero node",
    "fault.node_login": "must be user:password, as --rpc-login of the node says",
    "fault.coin_of_node": "must be XMR or left out, for {program} mines nothing else",
    "warning.regtest": "regtest is a chain of one's own: what is mined there is worth nothing.",
    "warning.solo": "Solo, a block is found as rarely as your part of the network's hashrate is small: perhaps never.",
    "warning.whole_chain": "The node has to have the whole chain before it mines: hours to days, and more than 200 GB.",
    "warning.mines_elsewhere": "It mines on the machine of the node, not on this one.",
    "warning.tls_gives_way": "Where TLS fails, {program} connects to the pool without it, and says nothing.",
    "warning.steered_api": "Every user of this machine, and a web page opened here that hits on its port, can stop and "
    "start {program}'s work: its API has no password that is known to be checked.",
    "warning.only_watched": "{endpoint} is only read: a start and a stop begin and end the watch, and change nothing "
    "there.",
    "getting.watcher": "It is part of the platform and needs no installation: it reads what mines already.",
    "getting.build": "Its author publishes no Linux program: build it from {url}, then register your own build.",
    "getting.build_or_windows": "Its author publishes no Linux program: build it from {url}, then register your own "
    "build. For Windows there is one; what is installed of it runs on every processor, and a faster one for yours lies "
    "beside it, to be registered.",
    "getting.monerod": "Install your distribution's package (Debian and Ubuntu: monero), or get it from {url} and "
    "verify it as that page says; then register it with: miner-ctrl register monerod /path/to/monerod. A node that "
    "runs already needs nothing: leave dataDir out.",
}
