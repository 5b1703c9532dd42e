"""Windows' rights on a file as text (SDDL): whom they let in. Pure, so that it is tried on every system."""

import re

SYSTEM, ADMINISTRATORS = "S-1-5-18", "S-1-5-32-544"
_MIGHTY = {"SY", "BA", SYSTEM, ADMINISTRATORS}  # who can read everything whatever a list says
_OWNER = {"OW", "CO", "S-1-3-4", "S-1-3-0"}  # whoever owns the file
_ENTRY = re.compile(r"\(([^;()]*);([^;()]*);([^;()]*);[^;()]*;[^;()]*;([^;()]*)(?:;[^()]*)?\)")
_CHANGING = 0x500D0116  # write, append, attributes; delete, rights, owner; everything, generic writing
_CHANGING_PAIRS = {"FA", "FW", "GA", "GW", "DC", "LC", "SW", "WP", "DT", "SD", "WD", "WO"}
_ALLOWS = {"A", "XA", "OA"}
_LIST = re.compile(r"D:([A-Z_]*)((?:\([^()]*\))*)")


def private_list(user: str, folder: bool) -> str:
    """The rights of one user and the system alone, also on what comes into a folder; administrators need none."""
    below = "OICI" if folder else ""
    return "D:P" + "".join(f"(A;{below};FA;;;{who})" for who in ("SY", user))


def strangers(text: str, user: str) -> tuple[str, ...]:
    """Whom a list lets in beside that user, the system and its administrators; a file without a list lets all in."""
    return tuple(dict.fromkeys(who for who, _ in _let_in(text, user)))


def changers(text: str, user: str) -> tuple[str, ...]:
    """Those of the strangers who may change the file, or its rights."""
    return tuple(dict.fromkeys(who for who, may in _let_in(text, user) if _changes(may)))


def _let_in(text: str, user: str) -> list[tuple[str, str]]:
    """Each stranger, and what they may do."""
    descriptor = _LIST.search(text)
    if descriptor is None or "NO_ACCESS_CONTROL" in descriptor[1]:
        return [("WD", "FA")]
    entries = [match.groups() for match in _ENTRY.finditer(descriptor[2])]
    let_in = [(who, may) for kind, flags, may, who in entries if kind in _ALLOWS and "IO" not in _pairs(flags)]
    return [(who, may) for who, may in let_in if who not in _MIGHTY | _OWNER | {user}]


def _changes(may: str) -> bool:
    """Whether rights, as a number or as pairs of letters, let somebody change a file."""
    if may.startswith("0x"):
        return bool(int(may, 16) & _CHANGING)
    return bool(_pairs(may) & _CHANGING_PAIRS)


def _pairs(flags: str) -> set[str]:
    return {flags[place : place + 2] for place in range(0, len(flags), 2)}
