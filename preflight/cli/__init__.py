"""The commands: what is judged, how it is reported, and with which exit code; one module a command."""

from preflight.cli import addresses, admit, check, explain, facts, rules, status
from preflight.cli.command import Command
from preflight.cli.options import EXIT_CODES, PREDICTION_EXIT_CODES

import typer

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Judge Kubernetes manifests before the cluster does: without a cluster, and with every reason and remedy.",
    epilog=EXIT_CODES,
)
app.command(cls=Command, no_args_is_help=True, epilog=f"{admit.EXAMPLES}\n\n{EXIT_CODES}")(admit.admit)
app.command(cls=Command, no_args_is_help=True, epilog=f"{check.EXAMPLES}\n\n{PREDICTION_EXIT_CODES}")(check.check)
app.command(cls=Command, no_args_is_help=True, epilog=f"{status.EXAMPLES}\n\n{PREDICTION_EXIT_CODES}")(status.status)
app.command(cls=Command, no_args_is_help=True, epilog=f"{explain.EXAMPLES}\n\n{explain.EXIT_CODES}")(explain.explain)
app.command(cls=Command, no_args_is_help=True, epilog=f"{addresses.EXAMPLES}\n\n{PREDICTION_EXIT_CODES}")(
    addresses.addresses
)
app.command(cls=Command, no_args_is_help=True, epilog=f"{facts.EXAMPLES}\n\n{facts.EXIT_CODES}")(facts.facts)
app.command(cls=Command, epilog=rules.EXAMPLES)(rules.rules)
