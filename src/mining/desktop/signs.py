"""The signs of the tray as SVG: each state has a shape of its own, so that nobody needs the colour."""

from mining.desktop.rig_state import RigState

_COLOURS = {
    RigState.MINING: "#1e8e4e",
    RigState.PROBLEM: "#d9480f",
    RigState.PAUSED: "#2b69de",
    RigState.STOPPED: "#6b7280",
    RigState.UNREACHABLE: "#6b7280",
}
_SHAPES = {  # in a square of 64; white lines inside and an edge around them show on light and dark panels
    RigState.MINING: '<circle cx="32" cy="32" r="28" fill="{colour}" stroke="#fff" stroke-width="3"/>'
    '<path d="M20 44V34M32 44V20M44 44V28" stroke="#fff" stroke-width="7" stroke-linecap="round"/>',
    RigState.PROBLEM: '<path d="M32 5 61 58H3z" fill="{colour}" stroke="#fff" stroke-width="3"/>'
    '<path d="M32 24v15M32 48v1" stroke="#fff" stroke-width="7" stroke-linecap="round"/>',
    RigState.PAUSED: '<path d="M13 7h14v50H13zM37 7h14v50H37z" fill="{colour}" stroke="#fff" stroke-width="3"/>',
    RigState.STOPPED: '<path d="M9 9h46v46H9z" fill="{colour}" stroke="#fff" stroke-width="3"/>',
    RigState.UNREACHABLE: '<circle cx="32" cy="32" r="25" fill="none" stroke="#fff" stroke-width="11"/>'
    '<path d="M15 49 49 15" stroke="#fff" stroke-width="11" stroke-linecap="round"/>'
    '<circle cx="32" cy="32" r="25" fill="none" stroke="{colour}" stroke-width="7"/>'
    '<path d="M15 49 49 15" stroke="{colour}" stroke-width="7" stroke-linecap="round"/>',
}


def sign(state: RigState) -> str:
    """The sign of a state."""
    shape = _SHAPES[state].format(colour=_COLOURS[state])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none">{shape}</svg>'
