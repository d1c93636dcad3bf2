"""Write docs/findings.md from the catalogue and the cases under tests/cases/ (`make docs`)."""

import sys
from pathlib import Path

from preflight.admission.judge import admission
from preflight.catalogue import CATALOGUE
from preflight.finding import Finding
from preflight.gateway_api.judge import judge
from preflight.reading.cluster_file import facts_in
from preflight.reading.files import read
from preflight.report.text import findings_text
from preflight.snapshot import Snapshot

ROOT = Path(__file__).resolve().parent.parent
CASES = Path("tests") / "cases"
FIRST_PREDICTED = "GH200"
"""From this code on, a finding is about what becomes of objects that are admitted."""
PAGE = Path("docs") / "findings.md"
GENERATED = "<!-- Written by `make docs` from preflight/catalogue.py and tests/cases/: change those. -->"
INTRODUCTION = """\
# Findings

What [preflight](preflight.md) finds, by code. An error is what the cluster rejects; a warning works, but likely not as
meant; an info is worth knowing. Codes are never used again for something else."""


def page(root: Path) -> str:
    """Return the page; the manifests that it shows are judged anew."""
    parts = [GENERATED, INTRODUCTION]
    for code, entry in CATALOGUE.items():
        parts += [f"## {code}", f"{entry.severity.capitalize()}. {entry.summary}"]
        firing = CASES / code / "firing.yaml"
        if (root / firing).is_file():
            found = said(root, code, firing)
            parts.append(f"In [{firing.as_posix()}](../{firing.as_posix()}):\n\n```text\n{found}\n```")
    return "\n\n".join(parts) + "\n"


def said(root: Path, code: str, file: Path) -> str:
    """Return what is said of a file, of one code, with the file's name instead of its path."""
    text = findings_text(finding for finding in findings_in(root / file) if finding.code == code)
    return text.replace(str(root / file), file.name)


def findings_in(file: Path) -> tuple[Finding, ...]:
    """Return what is found in a case, in the cluster of the cluster.yaml beside it.

    What the Gateway controller would do is predicted only in cases of such a code: those of admission are single
    objects, with nothing around them.
    """
    facts = facts_in(file.parent)
    reading = read([str(file)])
    judged = admission(Snapshot(reading.manifests), facts)
    predicted = judge(judged.snapshot, facts).findings if file.parent.name >= FIRST_PREDICTED else ()
    return (*reading.findings, *judged.findings, *predicted)


def main() -> int:
    """Write the page."""
    (ROOT / PAGE).write_text(page(ROOT), encoding="utf-8")
    print(f"{PAGE} is written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
