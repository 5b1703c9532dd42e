"""What must not break unseen in benchmarks: each mutation, and the quick test that goes red for it."""

from tests.mutations.heart import Mutation

JOBS = "src/mining/engine/benchmarks.py"
RUN = "src/mining/engine/benchmark_run.py"
MEASURE = "src/mining/engine/measurement.py"
TESTS = "tests/engine/test_benchmarks.py"

MUTATIONS = (
    Mutation(
        "a benchmark begins beside a miner",
        JOBS,
        "            self._refuse_second()\n            self._refuse_busy(kind, config)\n",
        "            self._refuse_second()\n",
        f"{TESTS}::test_it_is_refused_while_a_miner_uses_the_device_which_is_named",
    ),
    Mutation(
        "a benchmark goes on beside a miner that starts",
        MEASURE,
        "            heard = run.hear(elapsed)\n            look()\n",
        "            heard = run.hear(elapsed)\n",
        f"{TESTS}::test_a_miner_that_starts_meanwhile_mines_and_the_benchmark_is_ended",
    ),
    Mutation(
        "a run that pays somebody is no matter for the lock",
        JOBS,
        "pays = own is None and order.config is not None",
        "pays = False",
        f"{TESTS}::test_whoever_is_paid_meanwhile_is_told_of_and_confirmed_as_at_a_start",
    ),
    Mutation(
        "its process stays",
        JOBS,
        "            if process is not None:\n                await asyncio.shield(",
        "            if process is None:\n                await asyncio.shield(",
        f"{TESTS}::test_the_programs_own_benchmark_is_measured_without_a_pool_and_nothing_is_left",
    ),
    Mutation(
        "nothing bounds a process whose daemon is gone",
        RUN,
        "    process.limit_processor(int(longest * tools.host.cpus) + 1)\n",
        "",
        f"{TESTS}::test_the_programs_own_benchmark_is_measured_without_a_pool_and_nothing_is_left",
    ),
    Mutation(
        "no guard holds the deadline of a program that computes on cards alone",
        RUN,
        "        process.limit_time(longest, kind.stop_grace)\n",
        "        pass\n",
        f"{TESTS}::test_the_programs_own_benchmark_is_measured_without_a_pool_and_nothing_is_left",
    ),
    Mutation(
        "the guard lets it go on",
        "src/mining/processes/linux_deadline.py",
        "    if _ended(descriptor, seconds):\n",
        "    if True:\n",
        "tests/processes/test_contract.py::test_a_deadline_holds_when_nobody_lives_any_more_who_set_it",
    ),
    Mutation(
        "the guard of Windows and macOS lets it go on",
        "src/mining/processes/deadline.py",
        "    if _ended(pid, birth, seconds):\n",
        "    if True:\n",
        "tests/processes/test_contract.py::test_a_deadline_holds_when_nobody_lives_any_more_who_set_it",
    ),
    Mutation(
        "what has outrun its time is measured by the next daemon",
        RUN,
        "    return left < pace.settling + record.seconds + _SPARE / 2\n",
        "    return False\n",
        f"{TESTS}::test_the_next_daemon_ends_at_once_what_has_too_little_time_left_and_begins_it_again",
    ),
    Mutation(
        "the kernel is not told of the bound",
        "src/mining/processes/linux.py",
        "            resource.prlimit(self.pid, resource.RLIMIT_CPU, (seconds, seconds + 5))\n",
        "            resource.prlimit(self.pid, resource.RLIMIT_CPU)\n",
        "tests/processes/test_linux.py::test_the_kernel_ends_one_that_has_used_its_processor_time_whoever_lives",
    ),
    Mutation(
        "a process of a benchmark is taken for a miner",
        "src/mining/engine/adoption.py",
        "tools.processes.strangers({*by_name, RUN_NAME})",
        "tools.processes.strangers(by_name)",
        f"{TESTS}::test_a_process_that_belongs_to_no_benchmark_is_ended_and_is_no_miner",
    ),
    Mutation(
        "a process that belongs to no benchmark lives on",
        JOBS,
        "        if process is not None:\n            await end_benchmark(process, 15.0, self._tools)\n",
        "",
        f"{TESTS}::test_a_process_that_belongs_to_no_benchmark_is_ended_and_is_no_miner",
    ),
    Mutation(
        "one that was running is forgotten by the next daemon",
        JOBS,
        'each.state == "running"]:',
        'each.state == "lost"]:',
        f"{TESTS}::test_a_new_daemon_goes_on_with_it_and_says_so",
    ),
    Mutation(
        "it is begun again for ever",
        JOBS,
        "record.attempts >= ATTEMPTS or self._tasks:",
        "self._tasks:",
        f"{TESTS}::test_it_is_not_tried_for_ever",
    ),
    Mutation(
        "a few readings count as a speed",
        MEASURE,
        "    if len(rates) * pace.step * 2 < seconds:\n",
        "    if not rates:\n",
        f"{TESTS}::test_what_does_not_compute_for_long_enough_is_a_failure_in_words",
    ),
    Mutation(
        "it prepares for ever",
        MEASURE,
        "    if waited > pace.preparing:\n",
        "    if waited > 100 * pace.preparing:\n",
        f"{TESTS}::test_what_does_not_compute_for_long_enough_is_a_failure_in_words",
    ),
    Mutation(
        "a newer version overwrites the result of an older one",
        "src/mining/domain/benchmark.py",
        '_SAME = ("type", "version", ',
        '_SAME = ("type", ',
        f"{TESTS}::test_the_latest_result_of_each_program_version_hardware_and_algorithm_is_kept",
    ),
)
