"""What must not be exposed unseen, secrets, files and doors: each mutation, and the quick test that goes red for it."""

from tests.mutations.heart import Mutation

REDACTION = "tests/domain/test_redaction.py"
FILE = "tests/settings/test_file.py"
FOLDER = "tests/storage/test_folder.py"
POOLS = "tests/pools/test_reachability.py"
LIVE = "tests/engine/test_most_live.py"
LINUX = "tests/processes/test_linux.py"

MUTATIONS = (
    Mutation(
        "a pool's echo is kept as it came",
        "src/mining/processes/text.py",
        "    text = clean(hide(line))  #",
        "    return clean(line)\n    text = clean(hide(line))  #",
        f"{LINUX}::test_what_a_program_repeats_of_this_run_and_those_before_is_kept_nowhere",
    ),
    Mutation(
        "a secret is hidden only in one colour",
        "src/mining/processes/text.py",
        "return text if hidden == bare else hidden",
        "return text",
        "tests/processes/test_text.py::test_a_secret_is_hidden_before_a_line_is_cut_and_beneath_its_colours",
    ),
    Mutation(
        "the secrets of the run before are forgotten",
        "src/mining/processes/linux.py",
        "        past = folder.secrets()\n",
        "        past: list[str] = []\n",
        f"{LINUX}::test_what_a_program_repeats_of_this_run_and_those_before_is_kept_nowhere",
    ),
    Mutation(
        "an adopted process is not redacted",
        "src/mining/processes/linux.py",
        "secrets = [*_own_secrets(record), *folder.secrets()]",
        "secrets: list[str] = []",
        f"{LINUX}::test_an_adopted_process_keeps_the_secrets_of_the_runs_before_it",
    ),
    Mutation(
        "only the first pool has secrets",
        "src/mining/domain/redaction.py",
        "    pools = config.all_pools()\n    hosts",
        "    pools = config.all_pools()[:1]\n    hosts",
        f"{REDACTION}::test_every_pool_of_a_miner_has_secrets_and_a_worker_may_be_one",
    ),
    Mutation(
        "short secrets are hidden inside other words",
        "src/mining/domain/redaction.py",
        "if len(secret) >= _LONG",
        "if len(secret) >= 0",
        f"{REDACTION}::test_what_a_pool_repeats_of_them_is_hidden_however_it_is_quoted",
    ),
    Mutation(
        "the daemon's log holds everything",
        "src/mining/settings/log.py",
        "            _without_secrets,\n",
        "",
        "tests/settings/test_log.py::test_no_line_of_it_holds_a_whole_address_or_a_login_in_a_url",
    ),
    Mutation(
        "a device is read like a file",
        "src/mining/foundation/files.py",
        "        if other is not None:\n            raise",
        "        if False:\n            raise",
        "tests/foundation/test_files.py::test_what_is_no_file_is_not_waited_for",
    ),
    Mutation(
        "a settings file of another user counts",
        "src/mining/settings/access.py",
        "    if owner not in (me, 0):",
        "    if False:",
        f"{FILE}::test_who_may_change_a_file_decides_whether_it_is_read",
    ),
    Mutation(
        "a settings file that everybody can change counts",
        "src/mining/settings/access.py",
        "    if mode & stat.S_IWOTH:",
        "    if False:",
        f"{FILE}::test_a_file_that_everybody_may_change_is_refused_with_the_line_that_ends_it",
    ),
    Mutation(
        "a settings file that other members of its group can change counts",
        "src/mining/settings/access.py",
        "    if mode & stat.S_IWGRP and others:",
        "    if False:",
        f"{FILE}::test_who_may_change_a_file_decides_whether_it_is_read",
    ),
    Mutation(
        "a group without other members closes the file to its owner",
        "src/mining/settings/access.py",
        "    if mode & stat.S_IWGRP and others:",
        "    if mode & stat.S_IWGRP:",
        f"{FILE}::test_who_may_change_a_file_decides_whether_it_is_read",
    ),
    Mutation(
        "what is judged of the settings file is not heeded",
        "src/mining/settings/file.py",
        "            if refusal is not None:",
        "            if False:",
        f"{FILE}::test_a_file_that_everybody_may_change_is_refused_with_the_line_that_ends_it",
    ),
    Mutation(
        "secrets stay as readable as they were",
        "src/mining/settings/current.py",
        "secret=self._holds_secrets(done.after)",
        "secret=False",
        f"{FILE}::test_what_holds_secrets_and_others_can_read_is_told_and_closed_with_the_next_change",
    ),
    Mutation(
        "a data folder of another user is used",
        "src/mining/storage/folder.py",
        "    if owner != me:",
        "    if False:",
        f"{FOLDER}::test_a_folder_of_another_user_is_refused_with_the_line_that_takes_it_over",
    ),
    Mutation(
        "a pipe in the data folder is waited for",
        "src/mining/storage/folder.py",
        "        _refuse_no_files(path)\n",
        "",
        f"{FOLDER}::test_a_pipe_where_a_file_belongs_is_refused_at_once_with_the_line_that_moves_it",
    ),
    Mutation(
        "the start's check connects wherever a name leads",
        "src/mining/pools/network.py",
        "        refusal = forbidden_address(address, near)",
        "        refusal = None",
        f"{POOLS}::test_the_check_of_a_start_never_connects_to_a_forbidden_address_whatever_else_the_name_has",
    ),
    Mutation(
        "the start's check asks other services",
        "src/mining/pools/network.py",
        "    refusal = forbidden_port(at.port)",
        "    refusal = None",
        f"{POOLS}::test_the_check_of_a_start_never_asks_another_service",
    ),
    Mutation(
        "a proxy is asked for anything",
        "src/mining/pools/reachability.py",
        "            _refuse_beyond(at, near)\n",
        "",
        f"{POOLS}::test_a_proxy_is_not_asked_for_what_we_may_not_ask_ourselves",
    ),
    Mutation(
        "translated addresses are not taken apart",
        "src/mining/domain/destination.py",
        "            or address in _TRANSLATED\n",
        "",
        f"{POOLS}::test_the_check_of_a_start_never_connects_to_a_forbidden_address_whatever_else_the_name_has",
    ),
    Mutation(
        "a page may have this machine's own ports tried",
        "src/mining/domain/principal.py",
        'return self.via != "origin:foreign"',
        "return True",
        "tests/engine/test_admission.py::test_a_page_of_another_origin_has_no_pool_of_this_machine_tried",
    ),
    Mutation(
        "what a stranger says to a proxy's greeting is told",
        "src/mining/pools/reachability.py",
        "_REPLIES.get(error.error_code or 0, 'it does not let us through')",
        "error",
        f"{POOLS}::test_nothing_that_a_stranger_behind_the_proxy_s_port_says_is_told",
    ),
    Mutation(
        "two dots make another host",
        "src/mining/domain/pool.py",
        'text.lower().rstrip(".")',
        'text.lower().removesuffix(".")',
        f"{POOLS}::test_a_host_with_a_dot_at_its_end_is_the_same_host",
    ),
    Mutation(
        "any number of miners",
        "src/mining/engine/miners.py",
        "        if len(others) >= MOST_LIVE:",
        "        if False:",
        f"{LIVE}::test_the_65th_live_miner_is_refused_until_another_has_stopped",
    ),
    Mutation(
        "starts at the same moment do not count each other",
        "src/mining/engine/miners.py",
        ".union(self._beginning)",
        "",
        f"{LIVE}::test_starts_at_the_same_moment_do_not_slip_through_together",
    ),
)
