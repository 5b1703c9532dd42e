"""What must not break unseen in the heart of the platform: each mutation, and the quick test that goes red for it."""

from typing import NamedTuple

SUPERVISION = "src/mining/engine/supervision"
CONTRACT = "tests/processes/test_contract.py"
VIRTUAL = "tests/engine/test_supervision.py"
QUEUE = "tests/engine/test_autostart_queue.py"
NODES = "tests/engine/test_node_miner.py"


class Mutation(NamedTuple):
    """In one file, one passage that stands there exactly once is replaced."""

    name: str
    file: str
    old: str
    new: str
    test: str


MUTATIONS = (
    Mutation(
        "publish before the sample is stored",
        f"{SUPERVISION}/monitor.py",
        "        with suppress(StorageFull):\n            await self._tools.samples.add(",
        "        self._tools.changed(self._name)\n"
        "        with suppress(StorageFull):\n            await self._tools.samples.add(",
        f"{VIRTUAL}::test_a_sample_is_stored_before_anybody_hears_of_it",
    ),
    Mutation(
        "what is saved is not flushed to the disk",
        "src/mining/foundation/files.py",
        "            os.fsync(descriptor)\n",
        "",
        "tests/foundation/test_files.py::test_content_and_name_are_flushed_before_it_returns",
    ),
    Mutation(
        "health is judged by a clock that can be set",
        f"{SUPERVISION}/run.py",
        'for the judgement of its health."""\n        now = self._clock.monotonic()\n',
        'for the judgement of its health."""\n        now = self._clock.now().timestamp()\n',
        f"{VIRTUAL}::test_a_wall_clock_that_is_set_starts_ends_and_delays_nothing",
    ),
    Mutation(
        "memory that ran out while a miner went on is why it ends later",
        f"{SUPERVISION}/run.py",
        "        self._memory.well(kills)\n",
        "",
        f"{VIRTUAL}::test_memory_that_ran_out_while_it_went_on_is_not_why_it_ends_later",
    ),
    Mutation(
        "what is slow is slow since the daemon started",
        "src/mining/engine/attention.py",
        "        beginnings |= {id: since for id, since in self._measured.items() if since is not None}\n",
        "",
        "tests/engine/test_attention.py::test_the_next_daemon_knows_since_when_a_miner_is_slow_and_says_so_at_once",
    ),
    Mutation(
        "a figure is beyond its limit across a time without any",
        "src/mining/domain/attention/limit.py",
        "        if last is not None and at - last > _GAP:\n            began = None\n",
        "",
        "tests/domain/test_limit.py",
    ),
    Mutation(
        "no sweep after an exit",
        f"{SUPERVISION}/supervisor.py",
        "            await run.process.sweep()\n",
        "",
        "tests/engine/test_sweep.py",
    ),
    Mutation(
        "no sweep of a child that left its session",
        "src/mining/processes/linux.py",
        "return sweep(self._folder)",
        "return 0",
        "tests/engine/test_sweep.py",
    ),
    Mutation(
        "on macOS whoever has a miner's pid is taken for it",
        "src/mining/processes/macos.py",
        "return self._birth is not None and born(self.pid) == self._birth",
        "return self._birth is not None and born(self.pid) is not None",
        f"{CONTRACT}::test_a_stranger_who_is_given_the_pid_of_a_miner_is_neither_adopted_nor_ended",
    ),
    Mutation(
        "the record of another birth is believed",
        "src/mining/processes/folder_processes.py",
        " and identity.born == born(identity.pid)",
        " and born(identity.pid) is not None",
        f"{CONTRACT}::test_a_record_of_another_birth_or_boot_means_nobody",
    ),
    Mutation(
        "a miner does not inherit its lock",
        "src/mining/processes/posix_birth.py",
        "        pass_fds=(lock,),\n",
        "",
        f"{CONTRACT}::test_what_a_miner_left_in_another_session_is_swept",
    ),
    Mutation(
        "a text that its program writes by itself is cut under it",
        "src/mining/processes/text_file.py",
        "self._own = own",
        "self._own = False",
        "tests/processes/test_macos.py::test_its_text_is_not_cut_since_it_writes_at_a_place_of_its_own",
    ),
    Mutation(
        "restarts are never saved",
        f"{SUPERVISION}/supervisor.py",
        "        await self._desired.save(restarts=self._desired.record.restarts + 1)\n",
        "",
        f"{VIRTUAL}::test_it_starts_again_after_5_10_20_up_to_300_seconds_and_the_restarts_are_remembered",
    ),
    Mutation(
        "a failed restart of a wanted miner gives up",
        f"{SUPERVISION}/controller.py",
        'if before == "stopped":',
        "if True:",
        f"{VIRTUAL}::test_a_wanted_miner_whose_restart_fails_is_tried_again_until_it_starts",
    ),
    Mutation(
        "a promise without roll-back",
        f"{SUPERVISION}/desired_state.py",
        "            self.record = old\n",
        "",
        f"{VIRTUAL}::test_a_restart_that_cannot_be_remembered_changes_nothing",
    ),
    Mutation(
        "no probes",
        f"{SUPERVISION}/poll_schedule.py",
        "PROBES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.5)",
        "PROBES: tuple[float, ...] = ()",
        f"{VIRTUAL}::test_a_start_is_asked_often_at_first_then_at_one_two_and_four_seconds_then_in_each_interval",
    ),
    Mutation(
        "no early polls",
        f"{SUPERVISION}/poll_schedule.py",
        "EARLY = (1.0, 1.0, 2.0)",
        "EARLY: tuple[float, ...] = ()",
        f"{VIRTUAL}::test_a_start_is_asked_often_at_first_then_at_one_two_and_four_seconds_then_in_each_interval",
    ),
    Mutation(
        "trouble is never cleared by a connect that the text tells",
        "src/mining/domain/log_state.py",
        '        elif sign.kind in ("connected", "accepted"):\n            new = replace(new, trouble=None)\n',
        "",
        f"{VIRTUAL}::test_trouble_that_its_text_tells_is_over_when_its_text_says_that_it_is_connected",
    ),
    Mutation(
        "trouble is never cleared by a connect that the answer tells",
        f"{SUPERVISION}/run.py",
        "        if answer.connected:\n            self._text = replace(self._text, trouble=None)\n",
        "",
        f"{VIRTUAL}::test_trouble_that_its_text_tells_is_over_when_its_answer_says_that_it_is_connected",
    ),
    Mutation(
        "autostart walks through the list that it shortens",
        "src/mining/engine/autostart.py",
        "in list(self._dead):",
        "in self._dead:",
        f"{QUEUE}::test_all_that_are_held_are_so_from_the_first_moment",
    ),
    Mutation(
        "put_off does not compare",
        f"{SUPERVISION}/supervisor.py",
        "if (self._life.reason, self._life.until) != (why, until):",
        "if True:",
        f"{QUEUE}::test_while_they_wait_nothing_changes_and_nobody_is_told_that_it_does",
    ),
    Mutation(
        "idle does not look at the task",
        f"{SUPERVISION}/supervisor.py",
        "return self._run is None and self._task is None",
        "return self._run is None",
        f"{QUEUE}::test_one_that_a_person_started_and_that_crashed_meanwhile_waits_by_the_rules_alone",
    ),
    Mutation(
        "awaited does not look at what is wanted",
        f"{SUPERVISION}/controller.py",
        'return self.record.wanted != "stopped" and self._supervisor.idle',
        "return self._supervisor.idle",
        f"{QUEUE}::test_one_that_a_person_stopped_meanwhile_is_neither_put_off_nor_started",
    ),
    Mutation(
        "awaited does not look at what is",
        f"{SUPERVISION}/controller.py",
        'return self.record.wanted != "stopped" and self._supervisor.idle',
        'return self.record.wanted != "stopped"',
        f"{QUEUE}::test_one_that_runs_by_a_persons_word_is_left_alone_when_the_delay_is_over",
    ),
    Mutation(
        "the journal's seq stays",
        "src/mining/engine/journal.py",
        "        self.seq = max(self.seq, event.seq)\n",
        "",
        f"{VIRTUAL}::test_every_event_moves_the_number_that_listeners_are_told_on_and_a_lost_one_does_not_move_it_back",
    ),
    Mutation(
        "who begins to watch is told old changes of status",
        "src/mining/engine/rig.py",
        "        self.journal.begin_watch(self.miners())\n",
        "",
        "tests/engine/test_statuses.py",
    ),
    Mutation(
        "an event that cannot be stored has no seq",
        "src/mining/engine/journal.py",
        "            event = event.but(seq=self.seq)\n",
        "",
        f"{VIRTUAL}::test_every_event_moves_the_number_that_listeners_are_told_on_and_a_lost_one_does_not_move_it_back",
    ),
    Mutation(
        "the notifier goes on watching",
        "src/mining/notifications/notifier.py",
        "        elif not self._boxes:\n            self._end(None)\n",
        "",
        "tests/notifications/test_notifier.py::test_it_watches_while_there_is_a_target_and_no_longer",
    ),
    Mutation(
        "one sender",
        "src/mining/notifications/lanes.py",
        "USUAL, PAYOUT, FAILING = 2,",
        "USUAL, PAYOUT, FAILING = 1,",
        "tests/notifications/test_notifier.py::test_two_messages_are_sent_at_once_and_no_third",
    ),
    Mutation(
        "three senders",
        "src/mining/notifications/lanes.py",
        "USUAL, PAYOUT, FAILING = 2,",
        "USUAL, PAYOUT, FAILING = 3,",
        "tests/notifications/test_notifier.py::test_two_messages_are_sent_at_once_and_no_third",
    ),
    Mutation(
        "a second test while one is under way",
        "src/mining/notifications/notifier.py",
        "if self._testing.locked():",
        "if False:",
        "tests/notifications/test_notifier.py::test_a_second_test_while_one_is_under_way_is_refused",
    ),
    Mutation(
        "the alert's hour is half of one",
        "src/mining/domain/alerts/alert.py",
        "_HOUR = 3600.0",
        "_HOUR = 1800.0",
        "tests/domain/test_alert.py::test_what_comes_back_within_an_hour_must_hold_twice_as_long_and_later_it_need_not",
    ),
    Mutation(
        "the alert's hour is two",
        "src/mining/domain/alerts/alert.py",
        "_HOUR = 3600.0",
        "_HOUR = 7200.0",
        "tests/domain/test_alert.py::test_what_comes_back_within_an_hour_must_hold_twice_as_long_and_later_it_need_not",
    ),
    Mutation(
        "the log of a history that was cut to nothing is lost",
        "src/mining/storage/database.py",
        "os.truncate(path, 2)",
        "pass",
        "tests/storage/test_store.py::test_a_history_that_was_cut_to_nothing_is_read_from_its_log",
    ),
    Mutation(
        "no pruning after a clock that went back",
        "src/mining/storage/store.py",
        "abs(now - self._pruned_at)",
        "(now - self._pruned_at)",
        "tests/storage/test_store.py::test_what_has_lived_long_enough_goes_although_the_clock_was_once_far_ahead",
    ),
    Mutation(
        "every job is remembered",
        "src/mining/programs/jobs.py",
        "for old in list(self._jobs)[:-KEPT]:",
        "for old in ():",
        "tests/programs/test_jobs.py::test_the_last_64_jobs_are_remembered_and_one_that_still_runs_whatever_came_after",
    ),
    Mutation(
        "a job that runs is forgotten",
        "src/mining/programs/jobs.py",
        "if self._tasks[old].done():",
        "if True:",
        "tests/programs/test_jobs.py::test_the_last_64_jobs_are_remembered_and_one_that_still_runs_whatever_came_after",
    ),
    Mutation(
        "a task that dies is seen by nobody",
        "src/mining/foundation/tasks.py",
        "    _report(task.get_name(), error)\n",
        "",
        "tests/foundation/test_tasks.py",
    ),
    Mutation(
        "a task that died begins no second time",
        "src/mining/foundation/tasks.py",
        "            await asyncio.sleep(pause)\n",
        "            return None\n",
        "tests/foundation/test_tasks.py",
    ),
    Mutation(
        "a server that dies is handed to nobody",
        "src/mining/api/server.py",
        "server.serve(sockets=list(sockets)), on_death)",
        "server.serve(sockets=list(sockets)))",
        "tests/api/test_server.py",
    ),
    Mutation(
        "an illegal move is made",
        "src/mining/domain/lifecycle.py",
        "        if not self.may(phase):\n",
        "        if False:\n",
        "tests/domain/test_lifecycle.py",
    ),
    Mutation(
        "a second process is not refused before it is made",
        f"{SUPERVISION}/supervisor.py",
        '        self._life.to("starting")\n',
        "",
        f"{VIRTUAL}::test_an_illegal_move_is_logged_and_refused",
    ),
    Mutation(
        "a miner that a person starts while its end is written down has no companion",
        f"{SUPERVISION}/supervisor.py",
        "            if self._run is not None:  # a person has started the next one meanwhile\n"
        "                continue\n",
        "",
        f"{VIRTUAL}::test_a_person_who_starts_it_while_its_end_is_still_written_down_has_a_miner_that_is_kept_alive",
    ),
    Mutation(
        "a defect after a burial ends the attempts",
        f"{SUPERVISION}/supervisor.py",
        "            elif self._life.has_process:  # a defect came between its burial and the decision\n"
        '                self._plan(Ending(0.0, "unknown", "The miner has ended."))\n',
        "",
        f"{VIRTUAL}::test_a_defect_while_an_end_is_explained_is_logged_and_the_miner_is_started_again",
    ),
    Mutation(
        "where a request to end may not arrive, work does not rest first",
        f"{SUPERVISION}/run.py",
        "if not self._tools.processes.asks_surely:",
        "if self._tools.processes.asks_surely:",
        f"{VIRTUAL}::test_its_work_rests_before_a_request_to_end_that_may_not_arrive",
    ),
    Mutation(
        "an end does not wait for the process",
        f"{SUPERVISION}/supervisor.py",
        "            await run.stop()\n        if self._task",
        "            self._task = None\n        if self._task",
        f"{VIRTUAL}::test_a_stubborn_process_is_killed_after_its_grace_and_the_caller_is_told_before",
    ),
    Mutation(
        "a wish that the full disk refused is done all the same",
        f"{SUPERVISION}/desired_state.py",
        "                self.record = old\n                raise\n",
        "                return\n",
        f"{VIRTUAL}::test_a_restart_that_cannot_be_remembered_changes_nothing",
    ),
    Mutation(
        "what a full disk would not take is never saved",
        "src/mining/engine/watches/unsaved.py",
        "            await controller.save_late()\n",
        "            pass\n",
        f"{VIRTUAL}::test_a_restart_that_cannot_be_remembered_changes_nothing",
    ),
    Mutation(
        "a poll takes back what a key has just done",
        f"{SUPERVISION}/controller.py",
        "            with self._desired.in_doubt():\n",
        "            if True:\n",
        "tests/engine/test_typed_keys.py",
    ),
    Mutation(
        "a miner comes to be before its program is looked for",
        "src/mining/engine/starts.py",
        "        with self._miners.place(name):\n            program, warnings =",
        "        with self._miners.place(name):\n"
        "            if controller is None:\n"
        "                new = first_record(name, type, config, who, self._tools.clock.now())\n"
        "                self._miners[name] = MinerController(new, kind, self._tools)\n"
        "            program, warnings =",
        "tests/engine/test_want.py::test_without_its_program_no_miner_comes_to_be_by_whatever_way_it_is_started",
    ),
    Mutation(
        "a node that runs already is refused without a program",
        "src/mining/engine/supervision/supervisor.py",
        'if program.origin != "own" and self',
        "if self",
        f"{NODES}::test_a_node_that_runs_already_lives_without_any_program_here_and_is_restarted_so",
    ),
    Mutation(
        "a restart by the rules asks for a program that the node does not need",
        "src/mining/domain/programs/program.py",
        "if starts_node(kind, config) is False else",
        "if False else",
        f"{NODES}::test_a_node_that_runs_already_lives_without_any_program_here_and_is_restarted_so",
    ),
    Mutation(
        "a node that is to be started must answer before",
        "src/mining/engine/admission.py",
        " and not force and not starts_node(kind, config):",
        " and not force:",
        f"{NODES}::test_only_a_node_that_runs_already_must_answer_before_the_start",
    ),
    Mutation(
        "whoever stops mining at a node is overruled",
        "src/mining/drivers/node_stand.py",
        '    return "stopped" if begun == node.life else "begin"\n',
        '    return "begin"\n',
        "tests/drivers/test_node_stand.py::test_where_the_mining_stands",
    ),
)
