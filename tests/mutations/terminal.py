"""What must not break unseen in the page and the shell: each mutation, and the quick test that goes red for it."""

from tests.mutations.heart import Mutation

TERMINAL = "src/mining/cli/terminal"
TOP = "tests/cli/test_top.py"
DRAWING = "tests/cli/test_top_drawing.py"
SHELL = "tests/cli/test_shell.py"

MUTATIONS = (
    Mutation(
        "a secret comes into the history of the shell",
        f"{TERMINAL}/prompt.py",
        " and _SECRET.search(line) is None",
        "",
        f"{SHELL}::test_no_option_or_setting_that_holds_a_secret_comes_into_the_history",
    ),
    Mutation(
        "others can read the history of the shell",
        f"{TERMINAL}/prompt.py",
        "write_whole(self._folder",
        "Path.write_bytes(self._folder",
        f"{SHELL}::test_the_history_is_bounded_private_and_not_where_there_is_no_data_folder",
    ),
    Mutation(
        "a program's output steers the terminal",
        f"{TERMINAL}/console.py",
        'return _UNPRINTABLE.sub("", text)',
        "return text",
        f"{DRAWING}::test_a_programs_output_cannot_steer_the_terminal",
    ),
    Mutation(
        "several miners are stopped without a question",
        f"{TERMINAL}/page.py",
        "if len(names) > 1:",
        "if len(names) > 9:",
        f"{TOP}::test_several_are_stopped_only_after_a_yes",
    ),
    Mutation(
        "without a WebSocket the page stays empty",
        f"{TERMINAL}/feed.py",
        "while polls < POLLS and await self._poll():",
        "while polls < 0 and await self._poll():",
        f"{TOP}::test_where_there_is_no_websocket_the_page_asks_again_and_again_and_says_so",
    ),
    Mutation(
        "a miner that is not well looks as if it were",
        f"{TERMINAL}/draw.py",
        'unwell = miner["status"] == "running" and miner["health"] != "ok"',
        "unwell = False",
        f"{DRAWING}::test_what_is_not_well_says_so_in_a_sign_and_a_word",
    ),
)
