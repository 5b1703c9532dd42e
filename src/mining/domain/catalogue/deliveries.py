"""Why a message does not reach its owner."""

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "attention.heartbeat": "The sign of life does not reach {target}: {issue}",
    "delivery.refused": "It refuses the login (HTTP {status}): check the token or the password in its URL.",
    "delivery.nobody": "Nobody is there (HTTP {status}): check its URL.",
    "delivery.too_many": "It was sent too many messages (HTTP {status}).",
    "delivery.moved": "It has moved (HTTP {status}), and messages do not follow: put its new address into the URL.",
    "delivery.own_problem": "It has a problem of its own (HTTP {status}).",
    "delivery.not_taken_status": "It did not take the message (HTTP {status}): check its URL.",
    "delivery.not_taken": "It did not take the message; check its URL.",
    "delivery.unreachable": "It could not be reached: check its URL and the network of this machine.",
    "delivery.late": "It did not answer in time.",
    "delivery.lost": "The sender ended early: see that Apprise is installed and that this machine has memory left.",
    "delivery.defect": "A defect of the platform kept it from being sent; the daemon's log has more.",
    "delivery.not_connected": "It was not connected to: {why}.",
    "fault.target_lacks": "needs what is not here: {names}",
    "fault.target_system": "needs another system than this one",
    "fault.target_url": "is no URL that Apprise understands",
    "destination.socket": "its URL leads to a socket of this machine",
    "destination.daemon": "its host is this daemon itself",
    "destination.unsaid": "its name leads to this machine, which it does not say",
}
