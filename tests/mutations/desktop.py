"""What must not break unseen in the desktop app: each mutation, and the quick test that goes red."""

from tests.mutations.heart import Mutation

PLACES = "tests/desktop/test_places.py"

MUTATIONS = (
    Mutation(
        "the daemon of another folder is taken for one's own",
        "src/mining/desktop/rig_link.py",
        "    return isinstance(pid, int) and is_ours(pid)\n",
        "    return isinstance(pid, int)\n",
        f"{PLACES}::test_a_daemon_that_has_ended_is_not_taken_for_one_that_runs",
    ),
    Mutation(
        "the window goes to another port of this machine",
        "src/mining/desktop/addresses.py",
        '    return f"{scheme}://{parts.netloc}"\n',
        '    return f"{scheme}://{parts.hostname}"\n',
        f"{PLACES}::test_only_the_daemons_own_addresses_stay_in_the_window",
    ),
    Mutation(
        "a page starts any program by a link",
        "src/mining/desktop/addresses.py",
        "    return urlsplit(url).scheme in _WEB\n",
        "    return True\n",
        f"{PLACES}::test_only_a_browsers_addresses_are_handed_to_the_system",
    ),
    Mutation(
        "the app runs as root without its sandbox, unasked",
        "src/mining/desktop/requirements.py",
        '    if is_root and variables.get("QTWEBENGINE_DISABLE_SANDBOX") != "1":\n',
        "    if False:\n",
        "tests/desktop/test_requirements.py::test_what_is_in_the_way_of_a_window_is_told_with_the_way_out",
    ),
)
