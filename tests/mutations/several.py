"""What must not break unseen where several algorithms or miners meet: each mutation, and the test that goes red."""

from tests.mutations.heart import Mutation

SUMMARY = "src/mining/domain/summary.py"
WHOLE = "src/mining/api/routes/whole_rig.py"
SECOND = "src/mining/storage/second_samples.py"
OF_WHOLE = "tests/api/test_whole_rig.py"
OF_SECOND = "tests/storage/test_second_samples.py"
CARDS = "src/mining/storage/card_samples.py"
OF_CARDS = "tests/storage/test_card_samples.py"
BY_ALGORITHM = (
    "tests/miners/test_programs.py"
    "::test_where_the_algorithm_decides_what_computes_it_the_rest_of_the_machine_is_left_alone"
)

MUTATIONS = (
    Mutation(
        "a program that mines on cards alone is thought to use none",
        "src/mining/domain/config_check.py",
        "    if on_cpu or not kind.facts.gpu or uses_cards(config):\n",
        "    if True:\n",
        "tests/engine/test_admission.py::test_it_is_refused_at_its_start_when_another_has_them",
    ),
    Mutation(
        "the power of two algorithms counts for each",
        SUMMARY,
        "    alone = [part for part in parts if part.watts is not None and not part.cards & mixed]\n",
        "    alone = [part for part in parts if part.watts is not None]\n",
        f"{OF_WHOLE}::test_two_algorithms_of_one_miner_are_summed_apart_and_its_power_is_not_divided",
    ),
    Mutation(
        "the power of some cards is that of all",
        SUMMARY,
        "    return drawn if drawn and len(drawn) == len({card for card, _ in readings}) else None\n",
        "    return drawn or None\n",
        f"{OF_WHOLE}::test_power_and_efficiency_are_of_the_same_miners_and_never_of_a_part_of_one",
    ),
    Mutation(
        "a card of two miners draws its power twice",
        SUMMARY,
        "    if gpu.bus_id is not None:\n",
        "    if False:\n",
        f"{OF_WHOLE}::test_a_card_of_two_miners_of_one_algorithm_draws_its_power_once",
    ),
    Mutation(
        "a miner gets any port, also one of those that connections get",
        "src/mining/processes/ports.py",
        "    candidates.sort(key=lambda port: port % 2 == 0)\n",
        "",
        "tests/processes/test_ports.py::test_an_odd_port_comes_first_then_an_even_one_then_none",
    ),
    Mutation(
        "a program whose algorithm is of cards is thought to use the processor",
        "src/mining/domain/config_check.py",
        "    return kind.facts.cpu and (not able or _computed(kind, config) in able)\n",
        "    return kind.facts.cpu\n",
        BY_ALGORITHM,
    ),
    Mutation(
        "what is asked of hardware that does not compute the algorithm vanishes",
        "src/mining/domain/config_check.py",
        "            if field in other and field in kind.supports.fields:\n",
        "            if False:\n",
        BY_ALGORITHM,
    ),
    Mutation(
        "BzMiner computes on cards what is of the processor",
        "src/mining/miners/bzminer.py",
        '    backends = () if on_cpu else pools.backends(config, ("cuda", "opencl"))\n',
        '    backends = pools.backends(config, ("cuda", "opencl"))\n',
        "tests/miners/test_programs.py"
        "::test_bzminer_computes_verus_on_the_processor_whose_rate_counts_and_which_is_no_card",
    ),
    Mutation(
        "the processor draws nothing",
        WHOLE,
        "    return bool(by_algorithm) and miner.stats.algorithm not in by_algorithm\n",
        "    return True\n",
        f"{OF_WHOLE}::test_the_power_of_a_miner_on_the_processor_is_not_known",
    ),
    Mutation(
        "a defect of one keeps the others from their results",
        WHOLE,
        "        except Exception as defect:",
        "        except ZeroDivisionError as defect:",
        f"{OF_WHOLE}::test_one_that_is_forgotten_or_defective_meanwhile_keeps_nobody_from_the_results",
    ),
    Mutation(
        "two algorithms of a series are one",
        SECOND,
        "GROUP BY algorithm, bucket ORDER BY algorithm, bucket",
        "GROUP BY bucket ORDER BY bucket",
        f"{OF_SECOND}::test_three_algorithms_at_once_are_three_series",
    ),
    Mutation(
        "what is forgotten of a miner leaves its second series",
        "src/mining/storage/samples.py",
        ', "intervals", *second_samples.TABLES):',
        ', "intervals"):',
        f"{OF_SECOND}::test_it_is_pruned_and_forgotten_with_the_rest",
    ),
    Mutation(
        "a machine that has changed is described as it was",
        "src/mining/host/description.py",
        "self._latest[0] is not facts or ",
        "",
        "tests/host/test_description.py::test_it_follows_the_programs_and_the_machine",
    ),
    Mutation(
        "a program that was installed is not told of",
        "src/mining/host/description.py",
        " or self._latest[1] != installed",
        "",
        "tests/host/test_description.py::test_it_follows_the_programs_and_the_machine",
    ),
    Mutation(
        "two algorithms of a card are one series",
        CARDS,
        "GROUP BY algorithm, bucket\n",
        "GROUP BY bucket\n",
        f"{OF_CARDS}::test_a_bucket_is_the_mean_of_one_algorithm_the_first_that_was_measured",
    ),
    Mutation(
        "the past of cards is kept for ever",
        "src/mining/storage/samples.py",
        "        prune_cards(connection, series, oldest)\n",
        "",
        f"{OF_CARDS}::test_cards_are_pruned_and_forgotten_with_the_rest",
    ),
    Mutation(
        "a card of which nothing is left stays in the list",
        CARDS,
        "    connection.execute(_UNUSED)\n",
        "",
        f"{OF_CARDS}::test_a_card_of_which_nothing_is_left_goes_itself",
    ),
    Mutation(
        "what is forgotten of a miner leaves its cards",
        "src/mining/storage/samples.py",
        "    forget_cards(connection, miner)\n",
        "",
        f"{OF_CARDS}::test_cards_are_pruned_and_forgotten_with_the_rest",
    ),
    Mutation(
        "what an older version has dropped stays of its cards",
        "src/mining/storage/samples.py",
        "        drop_cards_left_behind(connection)\n",
        "",
        f"{OF_CARDS}::test_what_an_older_version_left_behind_goes_at_the_next_opening",
    ),
    Mutation(
        "an hour of a card gets poorer when the clock goes back",
        CARDS,
        "WHERE excluded.measured >= measured\n",
        "WHERE TRUE\n",
        f"{OF_CARDS}::test_an_hour_does_not_get_poorer_when_the_clock_goes_back",
    ),
    Mutation(
        "two cards of the same number are one",
        "src/mining/engine/supervision/run_metrics.py",
        " if count[gpu.card] == 1]",
        "]",
        "tests/engine/test_run_metrics.py",
    ),
    Mutation(
        "a number that two cards have names one of them",
        "src/mining/domain/history.py",
        "    if len(numbered) == 1:\n",
        "    if numbered:\n",
        "tests/domain/test_measured_card.py::test_a_number_that_two_cards_have_names_neither",
    ),
    Mutation(
        "what is usual for a card is of any algorithm",
        "src/mining/engine/answers.py",
        "await self._samples.hashrates(*stretch, card)",
        "await self._samples.hashrates(*stretch[:-1], ('rx/0', 'cn/r'), card)",
        "tests/engine/test_usual.py::test_each_card_has_its_own_of_the_algorithm_that_is_mined",
    ),
)
