"""The command `completion`: the script by which a shell completes commands, options and names."""

import click

SHELLS = ("bash", "zsh", "fish", "powershell")
PROGRAM = "miner-ctrl"
VARIABLE = "_MINER_CTRL_COMPLETE"  # by which the script asks; click answers it


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what completes commands, options and names of miners in your SHELL.

    In bash: eval "$(miner-ctrl completion bash)"; in fish: miner-ctrl completion fish | source
    """
    click.echo(script(shell), nl=False)


def script(shell: str) -> str:
    """The script, the same on every machine."""
    from click import shell_completion as click_shells

    from mining.cli.main import cli

    kinds = (
        click_shells.BashComplete,
        click_shells.ZshComplete,
        click_shells.FishComplete,
        click_shells.PowerShellComplete,
    )
    made = next(kind for kind in kinds if kind.name == shell)(cli, {}, PROGRAM, VARIABLE)
    return made.source_template % made.source_vars()


COMMANDS = {"completion": completion}
