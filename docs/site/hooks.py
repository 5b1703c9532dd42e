"""What the site adds to docs/: the documents of the root, the reference that is made from the code, diagrams.

MkDocs calls the functions named `on_…` while it builds: https://www.mkdocs.org/user-guide/plugins/#events.
"""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from docs.site.endpoints import endpoints
from docs.site.reference import algorithms, coins, commands, decisions, errors, events, frames, metrics, pools

ROOT = Path(__file__).resolve().parents[2]
OF_THE_ROOT = {
    "development/guide.md": "CONTRIBUTING.md",
    "development/architecture.md": "ARCHITECTURE.md",
    "security.md": "SECURITY.md",
    "changelog.md": "CHANGELOG.md",
}  # where a document of the root stands in the site
MADE: dict[str, Callable[[], str]] = {
    "reference/endpoints.md": endpoints,
    "reference/frames.md": frames,
    "reference/errors.md": errors,
    "reference/events.md": events,
    "reference/commands.md": commands,
    "reference/algorithms.md": algorithms,
    "reference/coins.md": coins,
    "reference/pools.md": pools,
    "reference/metrics.md": metrics,
    "decisions/index.md": decisions,
}
_PACKAGES = ROOT / "docs/site/node_modules"
MERMAID, WORKER = "assets/javascripts/mermaid.js", "assets/javascripts/iframe-worker.js"
SCRIPTS = {
    MERMAID: _PACKAGES / "@mermaid-js/tiny/dist/mermaid.tiny.js",
    WORKER: _PACKAGES / "iframe-worker/shim/index.js",  # search in pages that are opened as files
}
_LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<target>[^)\s>#:]+)(?P<anchor>#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what does not lie in docs/."""
    for place, name in OF_THE_ROOT.items():
        files.append(File.generated(config, place, content=(ROOT / name).read_text("utf-8")))
    for place, make in MADE.items():
        files.append(File.generated(config, place, content=make()))
    for place, path in SCRIPTS.items():
        files.append(File.generated(config, place, abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Lead links to where the site has their documents, as they are written for readers of the repository."""
    place = page.file.src_uri
    own = OF_THE_ROOT.get(place)
    folder = "" if own else posixpath.join("docs", posixpath.dirname(place))

    def led(match: re.Match[str]) -> str:
        target = _led(posixpath.normpath(posixpath.join(folder, match["target"])), place)
        return f"[{match['text']}]({target}{match['anchor'] or ''})" if target else match["text"]

    return _LINK.sub(led, markdown)


def _led(target: str, place: str) -> str | None:
    """Where a file of the repository is found from a page of the site; None: the site has no page of it."""
    of_the_root = {name: each for each, name in OF_THE_ROOT.items()} | {"README.md": "index.md"}
    there = of_the_root.get(target) or target.removeprefix("docs/")
    if there == target and (ROOT / target).exists():
        return None
    return posixpath.relpath(there, posixpath.dirname(place) or ".")


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Let every page load what it needs from the site itself, and what draws diagrams only where there is one."""
    top = posixpath.relpath(".", posixpath.dirname(page.url) or ".")
    output = output.replace("https://unpkg.com/iframe-worker/shim", f"{top}/{WORKER}")
    if 'class="mermaid"' not in output:
        return output
    script = f'<script src="{top}/{MERMAID}"></script>'
    return re.sub(r'(?=<script src="[^"]*assets/javascripts/bundle)', script, output, count=1)


def on_post_template(output_content: str, **_: Any) -> str:
    """The page for addresses that do not exist searches nothing when it is opened as a file."""
    return output_content.replace('<script src="https://unpkg.com/iframe-worker/shim"></script>', "")
