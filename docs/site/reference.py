"""The pages of the reference that are made from the code, so that none can be out of date."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from mining.api.envelope import CODES
from mining.api.metrics import prometheus_text
from mining.cli.main import cli
from mining.domain.algorithm import ALIASES
from mining.domain.event import MEANINGS
from mining.domain.payout.coins import COINS
from mining.domain.pools import catalogue
from mining.miners import all_types

DOCS = Path(__file__).resolve().parents[1]


def table(head: str, rows: Iterable[Iterable[object]]) -> str:
    """A table of Markdown; `head` names the columns, with bars between them."""
    lines = [f"| {head} |", f"|{'---|' * (head.count('|') + 1)}"]
    lines += [f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def frames() -> str:
    """What the WebSocket sends, from the AsyncAPI document."""
    document = json.loads((DOCS / "reference/asyncapi.json").read_text("utf-8"))
    schemas = document["components"]["schemas"]
    messages = [each for each in document["components"]["messages"].values() if "summary" in each]
    head = """# WebSocket frames

Each frame is one JSON object: `type`, `seq` (the number of the newest event), `timestamp` and `data`. Made from the
AsyncAPI document, which lies in `docs/reference/asyncapi.json`. [The overview](../guides/api.md#websocket) shows
how to connect, to choose and to fill gaps.

"""
    parts = [
        head,
        table(
            "frame | meaning", ((f"[`{each['name']}`](#{_anchor(each['name'])})", each["summary"]) for each in messages)
        ),
    ]
    for each in messages:
        fields = _fields(each["payload"]["properties"]["data"], schemas)
        parts.append(f"\n## {each['name']}\n\n{each['summary']}\n")
        if fields:
            parts.append(table("field of `data` | type | meaning", fields))
    return "\n".join(parts)


def _fields(data: Mapping[str, Any], schemas: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Rows for the fields of an object, also of one that is put together from several."""
    if "$ref" in data:
        return _fields(schemas[data["$ref"].rsplit("/", 1)[-1]], schemas)
    rows = [row for part in data.get("allOf", ()) for row in _fields(part, schemas)]
    for name, field in data.get("properties", {}).items():
        rows.append((f"`{name}`", _type(field), field.get("description", "")))
    return rows


def _type(field: Mapping[str, Any]) -> str:
    if "$ref" in field:
        return f"`{field['$ref'].rsplit('/', 1)[-1]}`"
    several = field.get("anyOf") or field.get("oneOf")
    if several:
        return " or ".join(map(_type, several))
    if field.get("type") == "array":
        return f"list of {_type(field.get('items', {}))}"
    kind = field.get("type", "any")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _anchor(name: str) -> str:
    return re.sub(r"[^\w-]", "", name.lower())


def errors() -> str:
    """Every code of an error, with its status."""
    head = """# Errors

An error answers with `{"success": false, "error": {"code", "message", "details"}}`. Programs go by `code`;
`message` says to people what is wrong and what to do, and `details` holds its parts, for instance all faults of a
configuration by their fields. [The overview](../guides/api.md#errors) has examples.

"""
    ordered = sorted(CODES.items(), key=lambda item: (item[1][1], item[1][0]))
    rows = ((f"`{code}`", status, (kind.__doc__ or "").strip().splitlines()[0]) for kind, (code, status) in ordered)
    return head + table("code | status | when", rows)


def events() -> str:
    """Every kind of event, with what it tells."""
    head = """# Events

What happened is one line of the timeline each: `miner-ctrl events`, `GET /events`, and with `miner.status` in the
[WebSocket](frames.md). `event` is the kind; `message` with `params` is the sentence, whose codes
`docs/reference/messages.json` lists; `who` is null where the platform acted by a rule. Programs filter by kind:
`GET /events?event=crash,hang`.

"""
    return head + table("kind | what it tells", ((f"`{kind}`", meaning) for kind, meaning in MEANINGS.items()))


def commands() -> str:
    """Every command with its options, as `--help` tells them."""
    head = """# Commands

Every command of `miner-ctrl`, as `--help` tells it. [The guide](../guides/cli.md) shows them at work.

"""
    return head + "\n".join(_command(click.Context(cli, info_name="miner-ctrl")))


def _command(context: click.Context) -> Iterator[str]:
    """A command and those below it."""
    depth = context.command_path.count(" ") + 2
    yield f"{'#' * min(depth, 4)} {context.command_path}\n\n```text\n{context.command.get_help(context)}\n```\n"
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None and not command.hidden:
                yield from _command(click.Context(command, parent=context, info_name=name))


def algorithms() -> str:
    """Every algorithm that a program computes, with its other names and its coins."""
    types: dict[str, list[str]] = {}
    for kind in all_types().values():
        for name in kind.facts.algorithms:
            types.setdefault(name, []).append(kind.name)
    rows = (
        (
            f"`{name}`",
            ", ".join(sorted(alias for alias, its in ALIASES.items() if its == name)),
            ", ".join(sorted(coin.ticker for coin in COINS.values() if name in coin.algorithms)),
            ", ".join(sorted(programs)),
        )
        for name, programs in sorted(types.items())
    )
    head = """# Algorithms

What the [mining programs](miners.md) compute, under one name each; `algo` takes the other names too. `GET
/algorithms` answers with the same.

"""
    return head + table("algorithm | other names | coins | programs", rows)


def coins() -> str:
    """Every coin that is known by name."""
    rows = (
        (
            f"`{coin.ticker}`",
            coin.name,
            ", ".join(f"`{name}`" for name in coin.algorithms),
            "yes" if coin.check else "no",
            coin.gone or "",
        )
        for coin in sorted(COINS.values(), key=lambda coin: coin.ticker)
    )
    head = """# Coins

`coin` of a configuration takes the ticker or the name. Where addresses are checked, one that cannot be right is
refused before a miner starts; see [payouts](../guides/payouts.md).

"""
    return head + table("coin | name | algorithms | addresses checked | why it cannot be mined", rows)


def pools() -> str:
    """The catalogue."""
    rows = (
        (
            pool.name,
            pool.coin or "as the login says",
            f"`{pool.host}:{pool.port}`",
            f"`{pool.tls_port}`" if pool.tls_port else "",
            "" if pool.fee is None else f"{pool.fee:g} %",
            pool.source or "",
            pool.checked_at or "",
        )
        for pool in catalogue(None)
    )
    head = """# Pools

The pools that the platform knows by itself, with what their own pages say of them. A pool is a suggestion, never a
recommendation; any other one can be used, and [added](../guides/pools.md) to the list. A cell that is empty is not
known.

"""
    return head + table("pool | coin | address | TLS port | fee | from | looked up", rows)


def metrics() -> str:
    """Every family of figures that `GET /metrics` has."""
    text = prometheus_text((), 0, "").decode()
    rows = []
    for name, about in re.findall(r"^# HELP (\S+) (.*)$", text, re.M):
        kind = re.search(rf"^# TYPE {name} (\S+)$", text, re.M)
        rows.append((f"`{name}`", kind[1] if kind else "", about))
    head = """# Metrics

What `GET /metrics` tells [Prometheus](../guides/api.md#monitoring). Every figure of a miner has the labels `miner`,
`type` and `simulated`; a figure that is not known is left out, never zero.

"""
    return head + table("metric | type | meaning", rows)


def decisions() -> str:
    """The list of the decisions."""
    titles = (
        (path, path.read_text("utf-8").partition("\n")[0].lstrip("# "))
        for path in sorted((DOCS / "decisions").glob("*.md"))
    )
    lines = "\n".join(f"- [{title}]({path.name})" for path, title in titles)
    return f"# Decisions\n\nWhy it is as it is, and which road was not taken.\n\n{lines}\n"
