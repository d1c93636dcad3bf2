"""`facts`: the cluster file of a cluster, from what kubectl has saved of it."""

import sys
from typing import Annotated

from preflight.cli.options import printed
from preflight.exit_codes import UNREADABLE
from preflight.finding import UnreadableError
from preflight.reading.cluster_file import CLUSTER_FILE
from preflight.reading.kubectl.commands import COMMANDS
from preflight.report.outcome import Outcome
from preflight.report.text import write_problems

import typer

FOLDER = "saved"
EXAMPLES = f"""\b
What to save, with the permission to read it and nothing else; a kind that the cluster does not
have is left out:
{chr(10).join(f"  {command.text} > {FOLDER}/{command.file}" for command in COMMANDS)}

\b
Of Secrets, this saves names and no data. Nothing but their names is kept of Secrets that were
saved as YAML, either.

\b
Examples:
  python -m preflight facts --from-kubectl {FOLDER} > {CLUSTER_FILE}
  python -m preflight facts --from-kubectl {FOLDER}/nodes.yaml {FOLDER}/services.yaml
  kubectl get nodes,namespaces -o yaml | python -m preflight facts --from-kubectl -"""
EXIT_CODES = """\b
Exit codes:
  0  the cluster file is written
  2  an input that cannot be read, or none that says something about a cluster: nothing is written
  3  a mistake in preflight itself"""


def facts(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files and folders that kubectl has saved; - is standard input.", show_default=False
        ),
    ],
    *,
    from_kubectl: Annotated[  # noqa: ARG001  # it is required: the input could be of another kind one day
        bool, typer.Option("--from-kubectl", help="The input is what kubectl has saved.", show_default=False)
    ],
) -> None:
    """Write the cluster file of a cluster to standard output, from what kubectl has saved of it.

    Each part says in a comment where it is from, and the end says what is not known, with the command that knows it.
    The same cluster gives the same text. Nothing is asked of a cluster.
    """
    from preflight.reading.kubectl.facts import facts_text, saved  # only where it is needed: start-up time

    try:
        text = facts_text(saved(paths))
    except UnreadableError as error:
        write_problems(Outcome(unreadable=(error.finding,)), sys.stderr)
        raise typer.Exit(UNREADABLE) from None
    printed(lambda stream: print(text, end="", file=stream))
