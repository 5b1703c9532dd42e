"""What a program of others must not be believed, told or asked: each mutation, and the quick test that goes red."""

from tests.mutations.heart import Mutation

SILENT = "tests/engine/test_silent_facts.py"
PROGRAMS = "tests/miners/test_programs.py"
CONTRACT = "tests/miners/test_contract.py"
FLAGS = "tests/miners/test_flags.py"
WATCH = "tests/drivers/test_cgminer_watch.py"
RUN = "src/mining/engine/supervision/run.py"
LOOK = "tests/programs/test_look.py"
BOTH = "tests/miners/test_second.py"
PAYS = "tests/miners/test_program_payout.py"
READER = "src/mining/dialects/payout.py"

ENDS = "tests/engine/test_refused_starts.py"

MUTATIONS = (
    Mutation(
        "a program that refuses its arguments is started again and again",
        "src/mining/dialects/program_adapter.py",
        "        refusal = refusal_in(tail) if code is not None and code >= 0 else None\n",
        "        refusal = None\n",
        "tests/miners/test_refusals.py::test_a_program_that_refuses_what_it_was_told_is_not_started_again",
    ),
    Mutation(
        "words of a refusal end a miner for good although it has worked",
        RUN,
        'elif cause == "config" and self.worked:',
        "elif False:",
        f"{ENDS}::test_words_of_a_refusal_count_only_until_it_has_worked",
    ),
    Mutation(
        "that it has worked with its configuration is forgotten",
        "src/mining/engine/supervision/monitor.py",
        "            await desired.save(untried=None)\n",
        "            pass\n",
        f"{ENDS}::test_one_that_has_worked_with_its_configuration_is_started_as_after_any_crash_also_by_the_next_daemon",
    ),
    Mutation(
        "what has worked with one configuration has worked with any",
        "src/mining/engine/supervision/controller.py",
        "            untried = old != new or self.record.untried\n",
        "            untried = self.record.untried\n",
        f"{ENDS}::test_one_that_has_worked_with_its_configuration_is_started_as_after_any_crash_also_by_the_next_daemon",
    ),
    Mutation(
        "that it never worked is forgotten with the daemon",
        "src/mining/engine/supervision/controller.py",
        "            untried = new or self.record.untried\n",
        "            untried = None\n",
        f"{ENDS}::test_what_never_worked_is_known_as_such_by_the_next_daemon_until_it_works",
    ),
    Mutation(
        "0.1.0 does not go on with a miner, for it reads a key that it does not know",
        "src/mining/processes/run_folder.py",
        '"untried": True, ',
        "",
        "tests/processes/test_run_folder.py::test_what_0_1_0_goes_on_with_has_the_keys_of_its_own_record_alone",
    ),
    Mutation(
        "what one version refused is refused for good",
        "src/mining/engine/supervision/supervisor.py",
        "        if again and refusal is not None and program is not None and program.version != self.version:\n",
        "        if False:\n",
        f"{ENDS}::test_what_one_version_of_a_program_refused_is_tried_again_with_another_one_by_itself",
    ),
    Mutation(
        "what a program refused is tried again with the same version",
        "src/mining/engine/supervision/supervisor.py",
        "program is not None and program.version != self.version:\n",
        "program is not None:\n",
        f"{ENDS}::test_what_one_version_of_a_program_refused_is_tried_again_with_another_one_by_itself",
    ),
    Mutation(
        "an answer that is no JSON is an error of ours",
        "src/mining/domain/api_response.py",
        "    except (ValueError, RecursionError):\n",
        "    except RecursionError:\n",
        f"{CONTRACT}::test_survives_a_true_answer_with_several_faults",
    ),
    Mutation(
        "on Windows cpuminer-opt is installed as a build that not every processor runs",
        "src/mining/miners/cpuminer_opt.py",
        'windows_binary="cpuminer-sse2",',
        'windows_binary="cpuminer-avx512",',
        "tests/programs/test_installer.py"
        "::test_of_the_builds_for_each_processor_in_a_zip_the_one_for_all_is_taken_and_the_others_lie_beside_it",
    ),
    Mutation(
        "what ends at once is started again as after any crash",
        "src/mining/domain/restart.py",
        "    if alike >= policy.alike:\n",
        "    if False:\n",
        "tests/domain/test_restart.py"
        "::test_what_ends_at_once_three_times_alike_without_any_work_is_left_alone_for_longer_than_after_any_crash",
    ),
    Mutation(
        "what is told of a program cannot be said in another language",
        "src/mining/engine/miner_types.py",
        "wordings=_wordings(facts, advisories),",
        "",
        f"{LOOK}::test_what_is_available_follows_the_program_the_vendors_list_and_the_file",
    ),
    Mutation(
        "a pair of algorithms that nobody documents is launched",
        "src/mining/dialects/program_adapter.py",
        "second = () if naming else second_errors(",
        "second = () if True else second_errors(",
        f"{BOTH}::test_a_pair_that_nobody_documents_is_refused_with_those_that_are",
    ),
    Mutation(
        "BzMiner gives the second pool the password of the first",
        "src/mining/miners/bzminer.py",
        "credentials(every[0]).password for _, every in works",
        "credentials(config.all_pools()[0]).password for _ in works",
        f"{BOTH}::test_its_program_is_told_of_it_by_flags_and_keys_that_it_knows",
    ),
    Mutation(
        "the figures of a second work stand in place of the main one's",
        "src/mining/miners/teamredminer.py",
        "cgminer.sections(replies[: len(ASKED)])",
        "cgminer.sections(replies[len(ASKED) :])",
        f"{BOTH}::test_both_works_are_read_the_main_one_first",
    ),
    Mutation(
        "whom the arguments of a launch name is not expected",
        "src/mining/engine/supervision/payout_watch.py",
        "        named.append(reader.in_arguments(launch.argv, self._record.context))\n",
        "",
        "tests/engine/test_payout_lock.py::"
        "test_a_program_that_is_told_by_arguments_alone_is_compared_with_those_of_its_launch",
    ),
    Mutation(
        "only the first value of a flag is held against the launch",
        READER,
        'for part in _INDEX.sub("", each, count=1).split(",")]',
        'for part in _INDEX.sub("", each, count=1).split(",")[:1]]',
        f"{PAYS}::test_somebody_beside_ours_in_the_arguments_is_seen_in_whatever_spelling",
    ),
    Mutation(
        "whom a file's second work pays is not looked at",
        READER,
        'for which in ("", "2")]',
        'for which in ("",)]',
        f"{PAYS}::test_each_wallet_and_each_pool_that_is_changed_is_seen",
    ),
    Mutation(
        "a login that a program hides is taken for a thief's",
        READER,
        "        if any(map(_HIDDEN.fullmatch, logins)):\n            return None\n",
        "",
        f"{PAYS}::test_a_login_that_the_program_hides_from_other_users_is_no_theft",
    ),
    Mutation(
        "a stranger on the port is believed",
        RUN,
        "return self.process.listens(self.context.api_port) is False",
        "return False",
        f"{SILENT}::test_an_answer_on_a_port_that_the_system_says_is_anothers_is_not_believed",
    ),
    Mutation(
        "a program that computes nothing rests, whoever asked for it",
        RUN,
        "paused=self._rests and not answer.hashrate",
        "paused=not answer.hashrate",
        f"{SILENT}::test_it_rests_once_it_computes_nothing_after_it_was_told_to_and_not_before",
    ),
    Mutation(
        "another port's owner is not looked for among the listeners",
        "src/mining/processes/linux_sockets.py",
        "if fields[3] == _LISTENS and int(",
        "if int(",
        "tests/processes/test_linux_sockets.py::test_a_socket_that_is_connected_is_not_one_that_listens",
    ),
    Mutation(
        "T-Rex may restart itself",
        "src/mining/miners/t_rex.py",
        '"no-watchdog": True',
        '"no-watchdog": False',
        f"{FLAGS}::test_what_restarts_a_program_by_itself_is_switched_off",
    ),
    Mutation(
        "BzMiner's API is open to the network",
        "src/mining/miners/bzminer.py",
        '"--http_address", "127.0.0.1"',
        '"--http_address", "0.0.0.0"',
        f"{CONTRACT}::test_binds_its_api_to_loopback_on_the_port_with_the_token",
    ),
    Mutation(
        "SRBMiner changes the processor's registers unasked",
        "src/mining/miners/srbminer_multi.py",
        'argv = [] if options.get("msr") else ["--disable-msr-tweaks"]',
        "argv: list[str] = []",
        f"{PROGRAMS}::test_srbminer_computes_on_what_is_asked_for_alone",
    ),
    Mutation(
        "ccminer's power is in watts",
        "src/mining/miners/ccminer.py",
        "power=None if power is None else power / 1000",
        "power=power",
        f"{PROGRAMS}::test_ccminers_power_is_in_thousandths_of_a_watt",
    ),
    Mutation(
        "TT-Miner's first zero is believed",
        "src/mining/miners/tt_miner.py",
        "(None if warming else total)",
        "total",
        f"{PROGRAMS}::test_tt_miner_counts_what_was_rejected_among_its_shares_and_its_first_zero_is_not_believed",
    ),
    Mutation(
        "a fail-over pool may want another algorithm than the program can be told",
        "src/mining/domain/config_check.py",
        "        if mine != theirs:\n",
        "        if False:\n",
        f"{CONTRACT}::test_does_the_same_with_each_field_of_a_fail_over_pool",
    ),
    Mutation(
        "a worker that the program has no field for vanishes",
        "src/mining/dialects/program_adapter.py",
        "worker = () if self.worker_field else without_worker_field",
        "worker = () if True else without_worker_field",
        f"{PROGRAMS}::test_a_worker_that_cannot_be_sent_is_refused",
    ),
    Mutation(
        "nothing says that other machines can ask an API",
        "src/mining/domain/config_check.py",
        "    if not kind.facts.loopback:\n",
        "    if False:\n",
        f"{PROGRAMS}::test_an_api_that_cannot_be_bound_to_loopback_is_told_at_the_start",
    ),
    Mutation(
        "a coin that is only paid out is taken for the one to mine",
        "src/mining/dialects/names.py",
        "    if config.algo is not None or len(names) == 1:\n",
        "    if len(names) == 1:\n",
        "tests/miners/test_wallets.py::test_what_is_paid_out_need_not_be_what_is_mined",
    ),
    Mutation(
        "a program is told of a coin that another pool does not pay",
        "src/mining/dialects/names.py",
        "return coin.ticker if coin and not others and computed(config, names) in coin.algorithms else None",
        "return coin.ticker if coin and computed(config, names) in coin.algorithms else None",
        "tests/miners/test_wallets.py::test_a_program_is_told_of_a_coin_that_all_its_pools_pay_and_that_it_mines",
    ),
    Mutation(
        "a machine that is only watched is told to do something",
        "src/mining/drivers/cgminer_watch.py",
        'QUESTIONS = ("version", "summary", "pools", "stats")',
        'QUESTIONS = ("version", "summary", "pools", "restart")',
        f"{WATCH}::test_it_reads_a_machine_tells_it_nothing_and_leaves_it_alone",
    ),
    Mutation(
        "whoever asks the watch is answered",
        "src/mining/drivers/cgminer_watch.py",
        "if hmac.compare_digest(line.strip(), self._options.token.encode()):",
        "if True:",
        f"{WATCH}::test_it_reads_a_machine_tells_it_nothing_and_leaves_it_alone",
    ),
    Mutation(
        "a machine's last answer is taken for one of now",
        "src/mining/miners/cgminer.py",
        "if age is None or age > _STALE:",
        "if age is None:",
        f"{WATCH}::test_old_answers_are_not_taken_for_new_ones_and_another_watch_is_not_believed",
    ),
    Mutation(
        "what nothing proves is told like everything else",
        "src/mining/cli/program_tables.py",
        'return bool(kind["installable"] and kind["verification"] and kind["verification"]["how"] == "none")',
        "return False",
        "tests/cli/test_tables.py::test_what_is_not_here_is_told_with_the_way_to_it_before_it_is_chosen",
    ),
    Mutation(
        "nothing is said of a program before it comes here",
        "src/mining/cli/programs.py",
        "            for line in cautions(kind):\n",
        "            for line in ():\n",
        "tests/cli/test_programs.py::test_what_a_program_is_worth_is_said_before_it_comes_for_the_first_time",
    ),
    Mutation(
        "a program without releases passes for a part of the platform",
        "src/mining/programs/choice.py",
        "    if kind.module is not None:\n",
        "    if kind.releases is None:\n",
        "tests/programs/test_proof.py::test_a_program_without_releases_is_no_part_of_the_platform_but_somebody_s_own_build",
    ),
    Mutation(
        "a type is told as it once was",
        "src/mining/engine/miner_types.py",
        "if entry is None or entry[0] != state:",
        "if entry is None:",
        f"{LOOK}::test_what_is_available_follows_the_program_the_vendors_list_and_the_file",
    ),
    Mutation(
        "a vendor's list is read once for ever",
        "src/mining/programs/registry.py",
        "if entry is None or entry[0] != written:",
        "if entry is None:",
        "tests/programs/test_tampered.py::test_an_unchanged_list_is_not_sent_again_but_counts_as_looked_up",
    ),
)
