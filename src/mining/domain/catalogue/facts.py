"""What is true of mining programs everywhere: fees, licences, who can ask and read them, what nobody could confirm."""

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "licence.proprietary": "proprietary",
    "licence.eula": "proprietary (EULA)",
    "licence.unstated": "proprietary; none is stated",
    "licence.firmware": "that of its firmware",
    "fee.none": "none",
    "fee.firmware": "that of its firmware",
    "fee.between": "{least} to {most} % of the time, by algorithm",
    "fee.between_mostly": "{least} to {most} % of the time, by algorithm ({usual} % for most)",
    "fee.between_such_as": "{least} to {most} % of the time, by algorithm ({some} % for {algorithm})",
    "fee.other_for": "{percent} % of the time ({other} % for {algorithms:and})",
    "fee.least": "{percent} % of the time (its least; donateLevel raises it)",
    "exposure.read": "{protocol} on 127.0.0.1, read-only and without a password",
    "exposure.no_password": "{protocol} on 127.0.0.1, without a password",
    "exposure.steered": "{protocol} on 127.0.0.1, without a password: every user of this machine can stop and start "
    "its work",
    "exposure.tells_logins": "{protocol} on 127.0.0.1, without a password; whoever asks it reads your logins and "
    "passwords of pools",
    "exposure.token": "{protocol} on 127.0.0.1, behind a token made for each start",
    "exposure.watch": "TCP on 127.0.0.1, behind a token made for each start; the machine answers whoever it lets in",
    "exposure.node": "The RPC of a node that is started here: 127.0.0.1 only, behind a fresh login for each start. "
    "That of a node that runs already: as its owner has set it",
    "exposure.every_address": "{protocol} on every address of this machine, read-only and without a password",
    "exposure.unbound": "{protocol} on every address of this machine (no option binds it), read-only and without a "
    "password",
    "exposure.perhaps": "{protocol}, perhaps on every address of this machine (no option binds it), read-only and "
    "without a password",
    "secrets.file": "In a file that only its owner can read, never in the command line.",
    "secrets.arguments": "In the command line, which every user of this machine can read: it takes neither a file nor "
    "the environment.",
    "secrets.undocumented_file": "In the command line, which every user of this machine can read: the form of its "
    "configuration file is not documented.",
    "secrets.arguments_and_api": "In the command line and in its API's answers, which every user of this machine can "
    "read: it takes neither a file nor the environment.",
    "secrets.none": "There are none: no login and no password goes anywhere.",
    "tried.driven": "Tried with {version}.",
    "tried.recorded": "Read as a real answer of {version} shows; the program itself was not tried.",
    "tried.not": "Not tried: it is read as its documents describe it, and no real answer of it was seen.",
    "version.every": "every version, for it is part of the platform",
    "version.debian": "{version} of Debian",
    "version.fork": "a fork, {fork},",
    "version.antminer": "cgminer {first} and {second} on an Antminer L3",
    "version.year": "{year}, whose version is not known,",
    "version.and_part": "{version}, and a part of one of {other},",
    "unconfirmed.signals": "How it obeys signals is not documented; it is asked to end with SIGTERM.",
    "unconfirmed.no_answer": "No whole answer of its API was seen; it is read as its users' programs read it.",
    "unconfirmed.old_answer": "The answer of {version} was not seen; it is read as that of {other}.",
    "unconfirmed.listening": "On which addresses its API listens is not documented; every address is assumed.",
    "unconfirmed.version_named": "What --version prints is not documented; it is understood where {name} and a number "
    "stand in it.",
    "unconfirmed.version_alone": "What --version prints is not documented; it is understood where {name} and a number "
    "stand in it, or a number alone.",
    "unconfirmed.version_line": "The form of what --version prints is taken from its first line in reports of its "
    "users.",
    "unconfirmed.version_flag": "Its version flag is not documented; its users call --version and read a number behind "
    "its name.",
    "unconfirmed.no_version_flag": "It has no flag for its version; it is read from what it prints when it lists its "
    "devices.",
    "unconfirmed.names": "Its names {names} stand in its users' programs, not in its documents.",
    "unconfirmed.names_from": "Its names for releases of version {version} and later were not seen.",
    "unconfirmed.second_names": "Its answer with a second work was not seen; its users' programs read both by their "
    "names.",
    "unconfirmed.second_list": "Its answer with a second work was not seen; its users' programs read both from its "
    "list of algorithms.",
    "unconfirmed.second_dual": "Its answer with a second work was not seen; its users' programs read {field} of it.",
    "unconfirmed.second_joined": "Its answer with a second work was not seen; its own page and its users' programs "
    "read {first} and {other} of it, and two names with + between them.",
    "unconfirmed.second_answers": "Its answer of a second work was not seen; its author documents the questions, not "
    "the answers.",
    "unconfirmed.second_flags": "Its flags for a second work, and which go together, stand in its users' programs, not "
    "in its documents.",
    "unconfirmed.beside": "Which algorithms go beside {algorithms:and} is not documented, so none is offered.",
    "unconfirmed.second_on_cards": "Its answer with a second work on cards was not seen; one with a second on the "
    "processor was.",
    "unconfirmed.cards_of_both": "Where cards are named, they are named in the sections of both works; its examples "
    "show that for one work.",
    "unconfirmed.joined": "Its author documents several coins one after the other on the same cards; at the same time "
    "only by a flag that joins them, of which no example with its answer was seen, so it is not offered.",
    "unconfirmed.randomx_v2": "Whether it computes RandomX v2 is not known.",
    "unconfirmed.cpu_alone_answer": "Its answer while it computes on the processor alone was not seen; one with both "
    "processor and cards was.",
    "unconfirmed.cpu_too": "Its documents name {algorithms} for the processor, too; here only cards compute that.",
    "unconfirmed.cpu_untold": "It computes {algorithms} on the processor, too; how its API tells that was not "
    "seen, so it is not offered.",
    "unconfirmed.layout": "How its archives are laid out was not seen; its program is looked for in them by its name.",
    "unconfirmed.zip_files": "What its zip for Windows holds beside the program was not seen; the program is looked "
    "for by its name.",
    "unconfirmed.older_flag": "{flag} stands in the documents of an older version alone, so it is not used.",
    "unconfirmed.ended_by_all": "Its users' programs end it over its API without a key, which its documents do not "
    "allow; so perhaps every user of this machine can.",
    "unconfirmed.other_address": "Its API answers at {path} too, in a form that was not seen; {asked} is asked.",
    "unconfirmed.password": "How a password would be sent to its API is not documented, and its author says two things "
    "about what needs one, so it has none.",
    "unconfirmed.cut_cards": "With more than {count} cards some versions cut their answers off; no figures are shown "
    "then.",
    "unconfirmed.taken_for_third": "Which version of XelisHash its name {name} means is not documented; it is taken "
    "for the third.",
    "unconfirmed.threads": "The answer to threads was not recorded; it is read as its source writes it.",
    "unconfirmed.other_makers": "Whatsminer and Avalon answer in forms of their own, which were not seen; what is not "
    "known is left out.",
    "unconfirmed.newer_firmware": "Newer firmware of Bitmain refuses some of the questions; what it does not tell is "
    "left out.",
    "unconfirmed.mined": "What it computes stands in none of its answers; it is shown as the configuration says.",
    "unconfirmed.sensors": "Its temperatures and fans are not shown.",
    "unconfirmed.keys_of": "The answer of {version} was not seen; {between} had the keys of {other}, as which it is "
    "read.",
    "unconfirmed.other_form": "Versions up to {version} answer in another form, which is not read.",
    "unconfirmed.power_told": "Whether its API tells the power of a card is not known.",
    "unconfirmed.power_unseen": "How much power a card takes stands in no answer that was seen.",
    "unconfirmed.every_maker": "It mines on the cards of every maker unless their numbers are named.",
    "unconfirmed.decimal_places": "The places of cards in its answers are taken for decimal numbers.",
    "unconfirmed.chosen_by_place": "With OpenCL alone, where its numbers of Intel's cards cannot be known because of "
    "graphics inside the processor, it is told the places of cards as decimal numbers ({flag}), which nobody tried.",
    "unconfirmed.card_order": "Its numbers of cards are taken to follow their places on the bus.",
    "unconfirmed.intel": "Nobody tried it on cards of Intel.",
    "unconfirmed.pausing": "Pausing needs a key that only the program itself can make, so it is not offered.",
    "unconfirmed.rejected": "How it prints a rejected share was not seen.",
    "unconfirmed.commands": "Whether its API takes sgminer's commands that change something is not known; none is "
    "sent.",
    "unconfirmed.zero": "Its API may say 0 H/s for a while although it computes; that is taken for unknown in the "
    "first {minutes} minutes.",
    "unconfirmed.new_answer": "A whole answer of a version of today was not seen.",
    "unconfirmed.firo": "Firo changed its algorithm in {year}; that it is computed by {version} and later is what its "
    "users say.",
    "option.randomx_mode": "RandomX with 2.3 GiB of memory (fast) or with 0.3 GiB and an eighth of the speed (light).",
    "option.1gb_pages": "Use huge pages of 1 GiB for RandomX.",
    "option.msr": "Change processor registers for more speed; needs root.",
    "option.asm": "Which hand-written code is used; true and auto choose by the processor.",
    "option.yield": "Let other programs go first, for a little speed.",
    "option.threads_hint": "How much of the processor it may use where threads are not named.",
    "option.print_time": "How often it prints its hashrate; 0 never.",
    "option.data_dir": "Starts a node with its blockchain in this folder, which must exist, unless one answers at the "
    "address already; without it a node must run there.",
    "option.node_mode": "How much memory a node that is started here takes for mining: 2.3 GiB (fast) or 256 MiB "
    "(light), which is many times slower.",
    "option.network": "regtest is a chain of one's own without peers, to try everything out: its coins are worth "
    "nothing.",
    "option.remote_node": "Allows a node at another address than this machine's own; it mines on that machine, and "
    "nothing encrypts what is said to it.",
    "option.behaviour": "How it behaves.",
    "option.pretended_rate": "What it pretends to compute.",
    "option.pretended_cards": "Graphics cards that it pretends to have.",
    "option.after": "When its mode begins.",
    "option.exit_code": "How it ends, below 0 by that signal.",
    "option.refuse_login": "Whether its pool refuses the login.",
    "opinion.collected": "{file} of {date}, for the files of its own mirror",
    "waits.node_starting": "the node is starting",
    "waits.node_silent": "the node does not answer",
    "waits.node_behind": "the node is not in step with its network yet: block {height} of {target}",
    "waits.node_not_in_step": "the node is not in step with its network yet",
    "watch.silent": "The machine does not answer: {why}.",
    "watch.not_yet": "not yet",
    "watch.no_name": "its name is not known",
    "watch.late": "it does not answer in time",
    "unit.seconds": "seconds",
    "unit.percent": "percent",
}
