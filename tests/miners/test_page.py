"""The page of all programs in docs/reference: it is made from the adapters, and says what each of them says."""

from pathlib import Path

from mining.cli.miners_page import miners_page
from mining.miners import all_types

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "miners.md"


def test_the_committed_page_is_made_from_the_adapters() -> None:
    assert PAGE.read_text() == miners_page(), "run: python -m mining.cli.reference miners --write"


def test_what_an_adapter_says_of_its_program_stands_on_the_page() -> None:
    page = PAGE.read_text()
    for name, kind in all_types().items():
        facts, section = kind.facts, page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        facts_of_it = (facts.tried, facts.licence, facts.dev_fee, facts.getting, facts.api_exposure, facts.secrets)
        for fact in (*facts_of_it, *facts.unconfirmed, *facts.algorithms, *kind.supports.fields):
            assert fact in section, (name, fact)
        for checksum in kind.releases.others.values() if kind.releases else ():
            assert checksum in section
