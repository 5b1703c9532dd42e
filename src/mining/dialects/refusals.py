"""The words in which programs refuse what they are told, as their users have seen them.

Such a program is not started again: it would say the same. What they say of cards, drivers and pools is none of this,
since that changes by itself.
"""

import re
from collections.abc import Sequence

_FORMS = (
    r"unrecogni[sz]ed (?:option|argument|algorithm)",  # lolMiner; TeamRedMiner #502, RainbowMiner #606
    r"unknown (?:option|argument|flag|parameter|algo(?:rithm)?\b)",  # GMiner #254; ccminer and cpuminer (util.c)
    r"(?:option|argument) '?[^' ]+'? is ambiguous",  # lolMiner #389
    r"(?:neither --coin nor --algo|requires primary --algo)",  # lolMiner #1838
    r"parsing error of .{1,80} argument",  # lolMiner #110
    r"(?:argument|option)s? w(?:as|ere) not expected|error parsing command line",  # BzMiner #95
    r"parse error: argument",  # T-Rex
    r"can't start (?:the )?(?:miner|t-rex), (?:number of|file name)",  # T-Rex #418, #637
    r"(?:unexpected|invalid|unsupported non-option|missing required) (?:option|argument)",
    r"option requires an argument",
)
_REFUSAL = re.compile("|".join(_FORMS), re.IGNORECASE)


def refusal_in(lines: Sequence[str]) -> str | None:
    """The first of these lines in which a program says that it does not take what it was told; None: there is none."""
    return next((line.strip() for line in lines if len(line) <= 1000 and _REFUSAL.search(line)), None)
