"""What must not break unseen of what holds on Windows and macOS: each mutation, and the quick test that goes red."""

from tests.mutations.heart import Mutation

PLACE = "tests/programs/test_unpack_place.py"
REFUSED = "tests/processes/test_refused_births.py"
QUARANTINE = "tests/programs/test_quarantine.py"
CHECKS = "tests/domain/test_checks.py"
PLATFORM = "tests/foundation/test_platform.py"

MUTATIONS = (
    Mutation(
        "a link on the way leads out of an archive's folder",
        "src/mining/programs/unpack_place.py",
        "            _refuse_link(folder)\n        return folder",
        "        return folder",
        f"{PLACE}::test_a_planted_link_on_the_way_is_refused",
    ),
    Mutation(
        "a file of an archive is written through one that is there",
        "src/mining/programs/unpack_place.py",
        'path.open("xb")',
        'path.open("wb")',
        f"{PLACE}::test_a_planted_file_or_link_is_not_written_through",
    ),
    Mutation(
        "a device of Windows is a file",
        "src/mining/programs/tree.py",
        'not (part.endswith(".") or _DEVICE.fullmatch(part))',
        'not part.endswith(".")',
        f"{PLACE}::test_names_that_mean_something_else_on_windows_are_refused_there_alone",
    ),
    Mutation(
        "an antivirus is taken for a damaged archive",
        "src/mining/programs/installer.py",
        "        if is_blocked(error):\n            raise taken_away(kind, binary) from error\n",
        "",
        f"{QUARANTINE}::test_an_antivirus_that_steps_in_is_not_taken_for_a_damaged_archive",
    ),
    Mutation(
        "macOS's mark on a download is not seen",
        "src/mining/programs/registered.py",
        "        if held_back(path):\n",
        "        if False:\n",
        f"{QUARANTINE}::test_what_macos_holds_back_is_not_registered_and_the_way_out_is_named",
    ),
    Mutation(
        "whoever may change the rights of a file may not change the file",
        "src/mining/foundation/platform/sddl.py",
        '"SD", "WD", "WO"}',
        '"SD", "WO"}',
        f"{PLATFORM}::test_who_may_change_a_file_by_its_list_is_read",
    ),
    Mutation(
        "a settings file that others may change is read on Windows",
        "src/mining/settings/access.py",
        "    if changed:\n",
        "    if False:\n",
        "tests/settings/test_file.py::test_on_windows_the_list_of_rights_decides",
    ),
    Mutation(
        "a command for PowerShell lets a variable in",
        "src/mining/domain/shell.py",
        "if text and not _LIVE.search(text)",
        "if text",
        "tests/domain/test_shell.py::test_powershell_gets_the_text",
    ),
    Mutation(
        "each system is asked for what Linux has",
        "src/mining/domain/doctor/checks/__init__.py",
        " if facts.machine.system in rule.systems)",
        ")",
        f"{CHECKS}::test_a_system_is_asked_only_what_it_has",
    ),
    Mutation(
        "keys are taken where there is no keyboard",
        "src/mining/engine/admission.py",
        "    if not KEYBOARD:\n",
        "    if False:\n",
        "tests/engine/test_elsewhere.py::test_no_keys_are_taken_where_miners_have_no_keyboard",
    ),
    Mutation(
        "a program's own log file grows for ever",
        "src/mining/processes/text_file.py",
        "            self._free_kept()\n",
        "            pass\n",
        "tests/processes/test_console.py"
        "::test_a_file_that_its_program_writes_itself_takes_little_of_the_disk_and_loses_nothing",
    ),
    Mutation(
        "what we end by force on Windows has crashed",
        "src/mining/processes/windows_codes.py",
        "_KILLED if forced and code == FORCED else ",
        "",
        "tests/processes/test_windows_codes.py::test_what_ctrl_c_a_limit_or_we_have_ended_did_not_crash",
    ),
    Mutation(
        "JSON loses signs in a pipe of Windows",
        "src/mining/cli/session.py",
        "indent=2, ensure_ascii=not takes_all_signs()",
        "indent=2, ensure_ascii=False",
        "tests/cli/test_code_page.py::test_json_loses_no_sign_in_a_code_page",
    ),
    Mutation(
        "one that is ending while a daemon looks for it stays out of its sight for ever",
        "src/mining/processes/folder_processes.py",
        "            if time.monotonic() >= until:\n",
        "            if True:\n",
        "tests/processes/test_contract.py::test_one_that_ends_while_it_is_looked_for_is_dead_and_not_out_of_sight",
    ),
    Mutation(
        "what an antivirus refuses to start is called a failed start",
        "src/mining/processes/folder_processes.py",
        "ProgramBlocked if is_blocked(error) else CannotSpawn",
        "CannotSpawn",
        f"{REFUSED}::test_what_windows_refuses_is_told_in_its_words_and_succeeds_the_next_time",
    ),
    Mutation(
        "one that was born and cannot be held lives on, and every later start is refused",
        "src/mining/processes/folder_processes.py",
        "                child.kill()\n",
        "                pass\n",
        f"{REFUSED}::test_one_that_was_born_and_cannot_be_held_is_ended_so_that_the_next_start_succeeds",
    ),
)
