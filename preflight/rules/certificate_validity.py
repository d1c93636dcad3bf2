"""Inline certificates that clients refuse, for their dates, and those that Envoy refuses."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.rules.certificate_names import writers
from preflight.rules.inline_certificates import CERTIFICATE, Inline, in_config_maps
from preflight.rules.input import Input

SOON = timedelta(days=30)
RENEWED = "Put a new certificate in its place, or have it made and renewed in the cluster, as by cert-manager."


def invalid_certificates(given: Input) -> Iterator[Finding]:
    """Yield a finding for each certificate in use that is not valid now."""
    for each in _kept(given):
        begin, end = _validity(each)
        if each.user is not None and end < given.now:
            reason = f"{_what(each)} expired on {_time(end)}, and {each.user} {_use(each)}."
            yield found(each.manifest, "GH607", each.path(each.entry), reason, RENEWED)
        elif each.user is not None and given.now < begin:
            reason = f"{_what(each)} is not valid before {_time(begin)}, and {each.user} {_use(each)}."
            fix = "Apply it once it is valid, and keep the one before it until then."
            yield found(each.manifest, "GH607", each.path(each.entry), reason, fix)


def expiring_certificates(given: Input) -> Iterator[Finding]:
    """Yield a finding for each certificate that expires soon, and for each that has expired and is not in use."""
    for each in _kept(given):
        _, end = _validity(each)
        if given.now <= end <= given.now + SOON:
            reason = f"{_what(each)} expires on {_time(end)}, within {SOON.days} days."
            yield found(each.manifest, "GH608", each.path(each.entry), reason, RENEWED)
        elif each.user is None and end < given.now:
            reason = f"{_what(each)} expired on {_time(end)}; none of Cilium's listeners here serves it."
            fix = "Remove the Secret if nothing else needs it, or put a new certificate into it."
            yield found(each.manifest, "GH608", each.path(each.entry), reason, fix)


def refused_certificates(given: Input) -> Iterator[Finding]:
    """Yield a finding for each certificate, or key of one, that Envoy cannot use."""
    for each in _inline(given):
        if each.fault is not None:
            what = "connections to its Services fail" if each.entry != CERTIFICATE else "clients get no connection"
            reason = f"{each.fault.reason}: Envoy refuses it for {each.user}, and {what}."
            yield found(each.manifest, "GH609", each.path(each.fault.entry), reason, each.fault.fix)


def _inline(given: Input) -> Iterator[Inline]:
    """Yield the certificates that stay as they are in the manifests: cert-manager replaces those that it writes."""
    written = {writer.secret for writer in writers(given)} if given.certificates else set()
    for key, each in given.certificates.items():
        if key not in written:
            yield each
    yield from in_config_maps(given.of("", "ConfigMap"), given.prediction)


def _kept(given: Input) -> Iterator[Inline]:
    """Yield those that can be read."""
    return (each for each in _inline(given) if each.read)


def _validity(inline: Inline) -> tuple[datetime, datetime]:
    """Return when a certificate is valid, the first of its chain; of CA certificates, the one that is longest."""
    judged = inline.read[0] if inline.entry == CERTIFICATE else max(inline.read, key=lambda each: each.not_after)
    return judged.not_before, judged.not_after


def _what(inline: Inline) -> str:
    return "The certificate" if len(inline.read) == 1 or inline.entry == CERTIFICATE else "The last of its certificates"


def _use(inline: Inline) -> str:
    return "serves it: clients refuse it" if inline.entry == CERTIFICATE else "trusts it: Envoy refuses the backends"


def _time(time: datetime) -> str:
    return f"{time.replace(tzinfo=None).isoformat(' ', 'minutes')} UTC"
