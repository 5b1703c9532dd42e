"""How Windows tells that an antivirus refuses a file."""

_INFECTED, _DELETED = 225, 226  # ERROR_VIRUS_INFECTED and ERROR_VIRUS_DELETED


def is_blocked(error: OSError) -> bool:
    """Whether Windows refuses a file because an antivirus does, or has just taken it away."""
    return getattr(error, "winerror", None) in (_INFECTED, _DELETED)
