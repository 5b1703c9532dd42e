"""The command `mining-dashboard`."""

import sys
from pathlib import Path

import click

from mining.client.address import data_folder
from mining.desktop import menu_entry
from mining.desktop.requirements import obstacle_here, sandbox_warning_here


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--minimized", is_flag=True, help="Begin in the tray, without a window.")
@click.option("--profile", metavar="NAME", help="Show this profile.")
@click.option("--auto-start", is_flag=True, help="With --profile: start its miner.")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="MINING_DATA_DIR",
    help="The data folder of the daemon.",
)
@click.option("--debug", is_flag=True, help="Print what Qt says, and open developer tools with F12.")
@click.option("--add-to-menu", is_flag=True, help="Add the app to the menu of a Linux desktop, and end.")
@click.option("--remove-from-menu", is_flag=True, help="Remove it from there, and end.")
def command(
    minimized: bool,
    profile: str | None,
    auto_start: bool,
    data_dir: Path | None,
    debug: bool,
    add_to_menu: bool,
    remove_from_menu: bool,
) -> None:
    """Show the dashboard in a window of its own. Starts the daemon if none runs; mining goes on when it is closed."""
    if auto_start and profile is None:
        raise click.UsageError("--auto-start needs --profile NAME: the profile whose miner is started")
    if (add_to_menu or remove_from_menu) and sys.platform != "linux":
        raise click.UsageError("the menu entry is for Linux desktops")
    if remove_from_menu:
        menu_entry.remove()
        click.echo("The app is no longer in the menu.")
        return
    if (text := obstacle_here()) is not None:
        raise click.ClickException(text)
    if (text := sandbox_warning_here()) is not None:
        click.echo(text, err=True)
    if add_to_menu:
        from mining.desktop.pictures import icon_pngs

        click.echo(f"The app is in the menu: {menu_entry.add(menu_command(data_dir), icon_pngs(menu_entry.SIZES))}")
        return
    from mining.desktop.app import Options, run

    sys.exit(run(Options(data_folder(data_dir), minimized, profile, auto_start, debug)))


def menu_command(data_dir: Path | None) -> list[str]:
    """What the menu starts: this Python's app, with the folder that was named."""
    folder = [] if data_dir is None else ["--data-dir", str(data_folder(data_dir))]
    return [sys.executable, "-m", "mining.desktop.main", *folder]


def main() -> None:
    """Run it."""
    command(prog_name="mining-dashboard")


if __name__ == "__main__":
    main()
