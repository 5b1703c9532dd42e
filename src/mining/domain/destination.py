"""Where tests of pools and messages may go: nowhere that this machine's network trusts with more than mining."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from mining.domain.message import phrase

_PRIVILEGED = {80, 443, 700, 1010}  # below 1024, pools listen only there
_OTHERS = {  # what listens there holds data or powers, and is no pool
    1433, 1521, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5672, 5900, 5984, 5985, 5986, 6379, 6443,
    8500, 9042, 9092, 9300, 10250, 11211, 27017,
}  # fmt: skip
_METADATA = {
    ip_address(text)
    for text in ("169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254")
}
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = IPv6Network("::/96")
_TRANSLATED = IPv6Network("::ffff:0:0:0/96")


def forbidden_port(port: int) -> str | None:
    """Why nobody may be tested at that port, or None."""
    if (port < 1024 and port not in _PRIVILEGED) or port in _OTHERS:
        return phrase("destination.port", port=port)
    return None


def forbidden_address(text: str, near: bool = True) -> str | None:
    """Why nobody may be connected to at that address, or None; `near`: this machine and its private network may be."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return phrase("destination.no_address")
    for meant in _with_embedded(address):
        if meant in _METADATA:
            return phrase("destination.metadata", address=str(meant))
        if meant.is_unspecified or (meant.version == 4 and int(meant) >> 24 == 0):
            return phrase("destination.no_machine", address=str(meant))
        if meant.is_link_local or (isinstance(meant, IPv6Address) and meant.is_site_local):
            return phrase("destination.local_link", address=str(meant))
        if meant.is_multicast or (meant.version == 4 and meant.is_reserved):
            return phrase("destination.not_one", address=str(meant))
        if not near and not meant.is_global:
            return phrase("destination.near", address=str(meant))
    return None


def _with_embedded(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address, and those of version 4 that it carries inside."""
    meant: list[IPv4Address | IPv6Address] = [address]
    if isinstance(address, IPv6Address):
        inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if (
            any(address in net for net in _NAT64)
            or address in _TRANSLATED
            or (address in _COMPATIBLE and int(address) > 1)
        ):
            inside.append(IPv4Address(int(address) & 0xFFFFFFFF))
        meant += [each for each in inside if each is not None]
    return meant
