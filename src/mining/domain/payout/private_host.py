"""Hosts of one's own network: what is paid there, to whom, is their owner's business."""

import re

_NAMES = (".local", ".localhost", ".lan", ".home.arpa", ".internal", ".onion")
_NETWORKS = (
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10",
    "::1/128", "fe80::/10", "fc00::/7",
)  # fmt: skip


def is_private(host: str) -> bool:
    """Whether a host is this machine or one beside it, such as a proxy or a P2Pool; a name without a dot is one."""
    host = host.lower().removesuffix(".")
    if ":" not in host and not re.fullmatch(r"[0-9.]+", host):
        return bool(host) and ("." not in host or host.endswith(_NAMES))
    from ipaddress import IPv6Address, ip_address, ip_network  # here because most pools have names

    try:
        address = ip_address(host)
    except ValueError:
        return "." not in host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return any(address in ip_network(network) for network in _NETWORKS)
