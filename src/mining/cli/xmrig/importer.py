"""The import itself: a text of XMRig's config.json becomes a configuration, and a note for all that could not."""

from collections.abc import Sequence
from typing import Any

from mining.cli.xmrig.layout import Section, UnreadableConfig, first_ones, is_proxy, rows, text
from mining.cli.xmrig.machine import GPUS, read_machine, uses
from mining.cli.xmrig.pools import ImportedPool, Note, in_common, read_pools, written
from mining.domain.syntax import InvalidSyntax, parse_json


def import_config(config_text: str) -> tuple[dict[str, Any], list[str]]:
    """The configuration as JSON, and a sentence for each thing that is otherwise than the file says."""
    notes: dict[str, None] = {}

    def note(sentence: str) -> None:
        notes["".join(sign if sign.isprintable() else "?" for sign in sentence)] = None

    try:
        body = parse_json(config_text, relaxed=True, pairs=first_ones(note))
    except InvalidSyntax as error:
        raise UnreadableConfig(f"it is not JSON: {error}") from error
    _refuse_others(body)
    pools = _computable(read_pools(rows(body.get("pools")), body, note), body, note)
    if not pools:
        raise UnreadableConfig("; ".join(["no pool in it can be used", *notes]))
    return {**written(pools), **in_common(pools, note), **read_machine(body, pools, note)}, list(notes)


def _refuse_others(body: object) -> None:
    if not isinstance(body, dict):
        raise UnreadableConfig("it is not a JSON object")
    if {"profiles", "minerType"} & body.keys():
        raise UnreadableConfig("it holds profiles of this platform; save them with: miner-ctrl profile import FILE")
    if text(body.get("pool")):
        raise UnreadableConfig(
            "it is a configuration of this platform; save it with: miner-ctrl profile create NAME --type xmrig --config"
            " FILE"
        )
    if is_proxy(body):
        raise UnreadableConfig("it is of xmrig-proxy, which passes work on and mines nothing itself")
    if not rows(body.get("pools")):
        raise UnreadableConfig("it names no pool")


def _computable(pools: Sequence[ImportedPool], body: Section, note: Note) -> list[ImportedPool]:
    """The pools whose algorithm something computes that is turned on."""
    gpu = any(uses(body, name) for name in GPUS)
    if not gpu and not uses(body, "cpu"):
        raise UnreadableConfig("it turns off the processor and every graphics card, so it mines nothing")
    used = []
    for pool in pools:
        if pool.algorithm == "kawpow" and not gpu:
            note(f"the pool {pool.address.endpoint} is left out: kawpow needs a graphics card, and none is turned on")
        else:
            used.append(pool)
    return used
