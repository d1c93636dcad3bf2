"""`rules`: what is looked for, as a table or a page."""

from pathlib import Path
from typing import Annotated

from preflight.catalogue import CATALOGUE
from preflight.cli.options import printed
from preflight.report.tables import Table, write_tables
from preflight.rules.selection import meant_by
from preflight.values import shown

import typer

EXAMPLES = """\b
Examples:
  python -m preflight rules
  python -m preflight rules GH4
  python -m preflight rules GH404"""
PAGES = Path(__file__).parents[2] / "docs" / "rules"

CodeArgument = Annotated[
    str, typer.Argument(metavar="CODE", show_default=False, help="A code, or the beginning of several.")
]


def rules(code: CodeArgument = "") -> None:
    """List the codes of all findings, or print the page of one: why it matters, with an example of it and its remedy.

    The pages are those of docs/rules/.
    """
    page = PAGES / f"{code}.md"
    if code in CATALOGUE and page.is_file():
        _, _, text = page.read_text(encoding="utf-8").partition("\n\n")
        printed(lambda stream: stream.writelines([text]))
        return
    rows = [(each, str(entry.severity), entry.summary) for each, entry in CATALOGUE.items() if each.startswith(code)]
    if not rows:
        near = meant_by(code)
        meant = f" Write {near}." if near else ""
        raise typer.BadParameter(f"No code is {shown(code)} or starts with it.{meant}", param_hint="CODE")
    printed(lambda stream: write_tables([Table("Findings", ("CODE", "SEVERITY", "WHAT"), rows)], stream))
