"""Why a request does not pass, what is wrong with the settings file, and what was damaged on disk."""

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "gate.host": "This server does not answer to {host!r}. If that is its name, start it with --allowed-host NAME.",
    "gate.many_hosts": "{count} Host headers",
    "gate.several_keys": "There is more than one key in this request; send one.",
    "gate.unknown_key": "The key in this request is not known here: it is mistyped, revoked or expired, or another "
    "server's. If a proxy in front adds or forwards the Authorization header, take it out there.",
    "gate.none_needed": "From this machine none is needed: leave it out.",
    "gate.key": "A key is needed here. Make one on the rig with `miner-ctrl keys create NAME`, and send it in the "
    "header Authorization: Bearer KEY.",
    "gate.another_site": "another site",
    "gate.listening": "A page of {origin!r} may not listen here: --cors-origin names others.",
    "gate.changing": "A page of {origin!r} may read here but change nothing. To trust it, start with --cors-origin "
    "ORIGIN.",
    "gate.encoded": "Send the body as it is: a Content-Encoding is not understood.",
    "gate.not_json": "Send the body as JSON, with the header Content-Type: application/json.",
    "gate.body_size": "The body is larger than {size}.",
    "gate.overhead": "The header, or what else of the request is not its body, is larger than {size}.",
    "gate.cut_body": "The connection ended before the body did.",
    "gate.connections": "More than {most} connections are open.",
    "gate.connections_of": "More than {most} connections of {source} are open.",
    "gate.listeners": "At most {most} WebSockets per foreign origin.",
    "gate.no_path": "There is nothing here; what there is, is told at {path}.",
    "gate.no_method": "{method} is not possible here.",
    "gate.websocket": "This is a WebSocket: connect with ws:// instead of http://.",
    "gate.websocket_at": "The WebSocket is at {path}.",
    "gate.no_swagger": "Swagger UI is not installed here.",
    "gate.no_swagger_file": "Swagger UI has no file {name!r}.",
    "gate.no_dashboard_file": "The dashboard has no file {name!r}.",
    "gate.dashboard_at": "The dashboard is at /.",
    "gate.defect": "A defect of the platform ({kind}). The daemon's log has more.",
    "gate.ending": "The daemon is ending, so nothing was changed; change it when it runs again.",
    "audit.unwritable": "The audit cannot be written; what is changed now is written down as soon as that is possible.",
    "storage.set_aside": "{file} was damaged and is now {aside}.",
    "storage.foreign_rows": "{file} holds {rows} of the {what} in a form that only version {version} can show.",
    "storage.restored": "The {what} were restored from {file}; the last change to them may be missing.",
    "storage.history_damaged": "The history was damaged ({words}); it is now {aside}, and a new history has begun.",
    "storage.put_back": "A backup of {made_at} was put back at {at}; what was there before is in {aside} in the data "
    "folder.",
    "settings.file": "{path} {issue}",
    "settings.not_yaml": "cannot be read as YAML: {words}",
    "settings.not_values": "must hold names and values, such as `port: 8080`",
    "settings.line_ends": "has line ends that only a person can keep",
    "settings.by_hand": "is written in a way in which only a person can change it",
    "settings.unreadable": "cannot be read: {words}",
    "settings.foreign": "belongs to {user}, who could change what the daemon does. To take it over: {command}",
    "settings.open_to_all": "can be changed by everybody on this machine. Look at what it says, then end that: "
    "{command}",
    "settings.open_to_others": "can be changed by others on this machine. Look at what it says, then end that: "
    "{command}",
    "settings.open_to_group": "can be changed by others ({users}). Look at what it says, then end that: {command}",
    "gate.settings_file": "{what}. It was left as it is; mend it by hand, then ask again.",
}
