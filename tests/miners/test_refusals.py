"""The words in which programs refuse what they were told: what is one of them, and what only sounds like it."""

import pytest

from mining.miners import adapter

REFUSALS = [  # program, what its users saw, where
    ("teamredminer", "unrecognized option 'x' found. Did you miss the '=' for passing an optional argument?"),  # 502
    ("teamredminer", "Unrecognized algorithm cuckatoo31 specified."),  # RainbowMiner 606
    ("t-rex", '20210415 21:16:27 ERROR: Can\'t start miner, number of "pass" arguments must either match'),  # 418
    ("t-rex", "ERROR: Can't start T-Rex, file name contains forbidden characters"),  # 637
    ("t-rex", "parse error: Argument: -J"),
    ("bzminer", "The following argument was not expected: /?"),  # 95
    ("lolminer", "unrecognised option '--usercfg'"),
    ("lolminer", "option '-a' is ambiguous and matches '--algo', and '--computemode'"),  # 389
    ("gminer", 'unknown argument "xalgo"'),  # 254
    ("ccminer", "[2018-06-29 22:10:24] Unknown algo parameter 'phi'"),  # NemosMiner 666
    ("cpuminer-opt", "cpuminer: unrecognized option '--none'"),  # of getopt
]
OTHERS = [  # which may go away by itself
    "ERROR: Can't start T-Rex, failed to initialize CUDA: no device",
    "No CUDA-capable device is detected",
    "Stratum connection refused",
    "Watchdog: all options are off",
    "",
]


@pytest.mark.parametrize(("name", "line"), REFUSALS)
def test_a_program_that_refuses_what_it_was_told_is_not_started_again(name: str, line: str) -> None:
    cause, words = adapter(name).explain_exit(1, ["a banner", line, "a logo of many lines", "bye"])
    assert cause == "config"
    assert line.rstrip(".") in words


@pytest.mark.parametrize("line", OTHERS)
def test_what_may_go_away_by_itself_is_a_crash(line: str) -> None:
    for code in (1, 2):
        assert adapter("t-rex").explain_exit(code, [line])[0] == "crash"


@pytest.mark.parametrize("code", [None, -9, -11])
def test_words_do_not_explain_an_end_by_a_signal_or_one_that_nobody_saw(code: int | None) -> None:
    assert adapter("t-rex").explain_exit(code, ["parse error: Argument: -J"])[0] != "config"
