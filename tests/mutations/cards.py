"""What must not break unseen of graphics cards: each mutation, and the quick test that goes red for it."""

from tests.mutations.heart import Mutation

IN_USE = "src/mining/domain/cards_in_use.py"
SUPERVISION = "src/mining/engine/supervision"
READING = "src/mining/miners/xmrig/reading.py"
CHOICE = "src/mining/domain/card_choice.py"
ADMISSION = "tests/engine/test_admission.py"
HOST = "tests/host/test_cards.py"
BUILDS = "tests/programs/test_card_builds.py"
PLUGIN = "tests/programs/test_cuda_plugin.py"
VIRTUAL = "tests/engine/test_cards.py"
ADAPTER = "tests/miners/test_xmrig_cards.py"
PLACES, PLACES_TEST = "src/mining/domain/card_places.py", "tests/domain/test_card_places.py"
BY_PLACE = f"{ADMISSION}::test_a_card_is_in_use_by_its_place_whichever_number_two_programs_give_it"
IN_PEACE = f"{VIRTUAL}::test_where_nothing_but_a_missing_card_is_to_mine_it_is_told_and_the_pool_is_left_in_peace"

MUTATIONS = (
    Mutation(
        "what nothing of can mine goes on asking its pool",
        f"{SUPERVISION}/monitor.py",
        "if not self._ending() and run.gives_up():",
        "if False:",
        IN_PEACE,
    ),
    Mutation(
        "a missing card is tried again at once",
        "src/mining/domain/restart.py",
        "    if seldom:\n",
        "    if False:\n",
        IN_PEACE,
    ),
    Mutation(
        "a miner whose processor goes on is ended for want of a card",
        IN_USE,
        "(off and not cpu)",
        "off",
        f"{VIRTUAL}::test_where_the_processor_goes_on_it_is_left_to_mine_and_the_idle_card_is_told",
    ),
    Mutation(
        "a pool that prints the words of a missing card is believed",
        IN_USE,
        "        elif name in reasons and not any(card.hashrate for card in answer.gpu if card.backend == name):\n",
        "        elif name in reasons:\n",
        f"{VIRTUAL}::test_a_pool_that_forges_the_words_of_a_missing_card_ends_nothing",
    ),
    Mutation(
        "a paused miner keeps the last rate of its program's window",
        f"{SUPERVISION}/run_metrics.py",
        "        reading = _at_rest(reading) if reading.paused else reading\n",
        "",
        f"{VIRTUAL}::test_what_is_paused_computes_nothing_from_that_moment_on_whatever_its_windows_say",
    ),
    Mutation(
        "a zero that the other figures contradict is shown",
        READING,
        "card.but(hashrate=None) if card.hashrate == 0 and not explained else card",
        "card",
        f"{ADAPTER}::test_a_zero_beside_what_contradicts_it_is_unknown_and_a_zero_that_the_rest_explains_is_one",
    ),
    Mutation(
        "a card that another backend uses is free",
        CHOICE,
        'if backend == "opencl" and use.numbering == "platform":',
        "if False:",
        f"{ADMISSION}::test_two_backends_on_one_card_are_one_card",
    ),
    Mutation(
        "cards in use are compared by the numbers that two programs give them",
        "src/mining/engine/admission.py",
        "        if places is None or theirs is None:\n",
        "        if True:\n",
        BY_PLACE,
    ),
    Mutation(
        "what a miner says of its cards does not count",
        CHOICE,
        "        if self.places and len(self.places) >= len(chosen or ()):\n",
        "        if False:\n",
        BY_PLACE,
    ),
    Mutation(
        "a miner that tells fewer cards than it was given frees the others",
        CHOICE,
        "if self.places and len(self.places) >= len(chosen or ()):",
        "if self.places:",
        BY_PLACE,
    ),
    Mutation(
        "of two cards that fit a place the first is taken",
        PLACES,
        "        return here[0] if len(here) == 1 else None\n",
        "        return here[0]\n",
        f"{PLACES_TEST}::test_a_bus_with_two_cards_and_a_place_in_two_domains_are_in_doubt",
    ),
    Mutation(
        "a place that two cards claim is believed",
        PLACES,
        "place if claims[gpu.backend, place] == 1 else None",
        "place",
        f"{PLACES_TEST}::test_a_place_that_two_cards_claim_is_that_of_neither",
    ),
    Mutation(
        "a number among those that mine is taken for one of the list",
        PLACES,
        "        elif ids == sorted(listed) and len(listed) == len(able):\n",
        "        elif set(ids) <= set(listed):\n",
        f"{PLACES_TEST}::test_numbers_say_which_card_it_is_where_all_of_a_list_mine_whose_order_is_known",
    ),
    Mutation(
        "a program may use the cards of makers that it cannot",
        CHOICE,
        "able = [card for card in cards if card.vendor in use.makers]",
        "able = list(cards)",
        f"{PLACES_TEST}::test_a_maker_whose_cards_a_program_cannot_use_is_no_doubt",
    ),
    Mutation(
        "a card of a simulator is one of the machine",
        PLACES,
        "    here = () if kind.facts.simulated else cards\n",
        "    here = cards\n",
        f"{PLACES_TEST}::test_what_a_simulator_makes_up_is_no_card_of_this_machine",
    ),
    Mutation(
        "places in decimal numbers are read as hexadecimal ones",
        "src/mining/miners/lolminer.py",
        "    return cards.decimal_place(bus, device) if colon else None\n",
        "    return cards.hex_place(raw)\n",
        "tests/miners/test_programs.py::test_places_are_told_in_many_ways",
    ),
    Mutation(
        "a place that may mean another card is told all the same",
        "src/mining/miners/lolminer.py",
        "    return () if meant & others or len(set(pairs)) < len(pairs) else pairs\n",
        "    return pairs\n",
        "tests/miners/test_programs.py::test_opencls_cards_are_those_of_intel_too_where_there_are_any",
    ),
    Mutation(
        "XMRig is left to AMD's platform",
        "src/mining/miners/xmrig/configuration.py",
        """    return section | {"platform": here[0].vendor.upper()}\n""",
        "    return section\n",
        f"{ADAPTER}::test_it_is_told_the_opencl_platform_that_fits_the_machines_cards",
    ),
    Mutation(
        "graphics inside a processor are a card of Intel",
        "src/mining/domain/hardware.py",
        'return self.vendor == "Intel" and self.id == _INSIDE',
        "return False",
        f"{HOST}::test_cards_are_numbered_by_their_place_as_programs_do",
    ),
    Mutation(
        "numbers for one backend leave out the cards of the other without a word",
        "src/mining/dialects/program_adapter.py",
        "[*naming, *second, *worker, *listed, *self.errors(config)]",
        "[*naming, *second, *worker, *self.errors(config)]",
        "tests/miners/test_programs.py::test_a_program_with_one_list_of_cards_is_told_numbers_of_both_backends_or_of_none",
    ),
    Mutation(
        "CUDA numbers its cards by their speed",
        "src/mining/miners/xmrig/__init__.py",
        "CUDA_BY_PLACE if config.uses_cuda else {}",
        "{}",
        f"{ADAPTER}::test_cuda_numbers_its_cards_by_their_places",
    ),
    Mutation(
        "a card without room is started without a word",
        CHOICE,
        "    elif free is not None and free < needed:\n",
        "    elif False:\n",
        f"{ADMISSION}::test_a_card_that_something_else_fills_and_one_that_is_not_there_are_warned_of_at_the_start",
    ),
    Mutation(
        "cards are counted without those that miners may see",
        "src/mining/host/gpus.py",
        "    if visible is not None:\n",
        "    if False:\n",
        f"{HOST}::test_cards_are_numbered_by_their_place_as_programs_do",
    ),
    Mutation(
        "a build for a newer C library is tried",
        "src/mining/programs/card_builds.py",
        "if machine.backends and build.glibc <= machine.glibc",
        "if machine.backends",
        f"{BUILDS}::test_the_newest_build_that_the_c_library_allows_is_chosen",
    ),
    Mutation(
        "a build that reaches no card is kept",
        "src/mining/programs/installer.py",
        "    if whole and lacking:\n",
        "    if False:\n",
        f"{BUILDS}::test_a_build_that_does_not_run_or_reaches_no_card_gives_way_to_the_next",
    ),
    Mutation(
        "a tampered build for cards gives way to the usual one without a word",
        "src/mining/programs/installer.py",
        '                    if error.details.get("reason") not in _UNFIT:\n                        raise\n',
        "                    continue\n",
        f"{BUILDS}::test_a_build_for_cards_that_was_tampered_with_is_refused_and_the_usual_one_does_not_hide_that",
    ),
    Mutation(
        "an unproven plugin is installed unasked",
        "src/mining/programs/plugin.py",
        "        if not allow_unverified:\n",
        "        if False:\n",
        f"{PLUGIN}::test_a_plugin_goes_by_its_owners_word_alone_and_what_is_none_is_not_kept",
    ),
    Mutation(
        "other programs' CUDA numbers its cards by their speed",
        "src/mining/dialects/program_adapter.py",
        "env={**launch.env, **CUDA_BY_PLACE}",
        "env={**launch.env}",
        "tests/miners/test_programs.py::test_whatever_mines_with_cuda_counts_cards_by_their_places",
    ),
    Mutation(
        "a program that takes every card is thought to take one maker's",
        "src/mining/domain/config_check.py",
        "    if takes_every_card(kind, config):\n",
        "    if False:\n",
        "tests/engine/test_admission.py::test_a_program_that_mines_on_cards_alone_takes_all_of_them_without_being_told",
    ),
)
