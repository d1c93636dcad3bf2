"""Write docs/rules/: a page for each code, from the catalogue, the rules and tests/cases/ (`make docs`)."""

import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from textwrap import fill

from preflight.admission.judge import admission
from preflight.catalogue import CATALOGUE
from preflight.finding import Finding
from preflight.reading.cluster_file import facts_in
from preflight.reading.files import read
from preflight.report.text import findings_text
from preflight.rules.accounting import MISCONFIGURATIONS, MISTAKES, Row
from preflight.rules.judge import check
from preflight.rules.model import Rule
from preflight.rules.registry import RULES
from preflight.snapshot import Snapshot

ROOT = Path(__file__).resolve().parent.parent
CASES = Path("tests") / "cases"
FOLDER = Path("docs") / "rules"
WIDTH = 120
JUDGED = datetime(2026, 12, 1, tzinfo=UTC)
"""When the certificates of the cases are judged: what is found in them is the same at any time."""
INDEX = "README.md"
FIRST_PREDICTED = "GH200"
"""From this code on, a finding is about what becomes of objects that are admitted."""
OF_ANNOTATIONS = ("GH003", "GH004")
GENERATED = "<!-- Written by `make docs` from preflight/{catalogue.py,rules/} and tests/cases/: change those. -->"
INTRODUCTION = """\
# Findings

What [preflight](../preflight.md) finds, by code. An error is what the cluster rejects, or what does not work; a warning
works, but likely not as meant; an info is worth knowing. Codes are never used again for something else.
`python -m preflight rules GH404` prints the page of one.

A finding that is meant so is ignored by an annotation on its object: the code in its key, the reason as its value.

```yaml
metadata:
  annotations:
    gatehouse.dev/ignore.GH405: "The second rule is switched on by a patch."
```"""
ACCOUNTS: Mapping[str, tuple[Row, ...]] = {
    "Misconfigurations that manifests show": MISCONFIGURATIONS,
    "Mistakes that people make": MISTAKES,
}


def pages(root: Path) -> Mapping[str, str]:
    """Return the text of each page by its name; the manifests that they show are judged anew."""
    rules = {rule.code: rule for rule in RULES}
    return {INDEX: _index()} | {f"{code}.md": _page(root, code, rules.get(code)) for code in CATALOGUE}


def _index() -> str:
    parts = [GENERATED, INTRODUCTION, _table(("code", "severity", "what"), map(_entry, CATALOGUE))]
    for title, rows in ACCOUNTS.items():
        parts += [f"## {title}", _table(("", "what", "found by", "what is not found"), map(_account, rows))]
    return "\n\n".join(parts) + "\n"


def _entry(code: str) -> tuple[str, ...]:
    return (f"[{code}]({code}.md)", str(CATALOGUE[code].severity), CATALOGUE[code].summary)


def _account(row: Row) -> tuple[str, ...]:
    return (row.number, row.what, ", ".join(f"[{code}]({code}.md)" for code in row.codes), row.note)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _page(root: Path, code: str, rule: Rule | None) -> str:
    entry = CATALOGUE[code]
    parts = [GENERATED, f"# {code}: {entry.summary.removesuffix('.')}", f"{entry.severity.capitalize()}."]
    if rule is not None:
        seen = f" Seen in {', '.join(rule.upstream)}." if rule.upstream else ""
        parts.append(fill(f"{rule.why}{seen}", WIDTH, break_long_words=False, break_on_hyphens=False))
    firing, silent = case_of(root, code, "firing"), case_of(root, code, "silent")
    if firing is not None and silent is not None:
        parts += ["## Found", *_shown(root, firing), f"```text\n{said(root, code, firing)}\n```"]
        parts += ["## Not found", *_shown(root, silent)]
    return "\n\n".join(parts) + "\n"


def _shown(root: Path, case: Path) -> list[str]:
    """Return the manifests of a case, each file with its name where there are several."""
    files = sorted(case.rglob("*.yaml")) if case.is_dir() else [case]
    cluster = case.parent / "cluster.yaml"
    parts = []
    for file in [*files, *([cluster] if cluster.is_file() else [])]:
        name = file.relative_to(root).as_posix()
        parts.append(f"[{name}](../../{name}):\n\n```yaml\n{file.read_text(encoding='utf-8').rstrip()}\n```")
    return parts


def case_of(root: Path, code: str, name: str) -> Path | None:
    """Return the file of a case, or its folder where it takes several files."""
    file, folder = root / CASES / code / f"{name}.yaml", root / CASES / code / name
    return file if file.is_file() else folder if folder.is_dir() else None


def said(root: Path, code: str, case: Path) -> str:
    """Return what is said of a case, of one code, with paths from the folder of the project."""
    text = findings_text(finding for finding in findings_in(case) if finding.code == code)
    return text.replace(f"{case.parent}/", "").replace(f"{root}/", "")


def findings_in(case: Path) -> tuple[Finding, ...]:
    """Return what is found in a case, in the cluster of the cluster.yaml beside it.

    What becomes of admitted objects is asked only in cases of such a code: those of admission are single objects, with
    nothing around them.
    """
    facts = facts_in(case.parent)
    reading = read([str(case)])
    judged = admission(Snapshot(reading.manifests), facts)
    code = case.parent.name
    if code >= FIRST_PREDICTED or code in OF_ANNOTATIONS:
        return check(judged, facts, reading.findings, now=JUDGED).findings
    return (*reading.findings, *judged.findings)


def main() -> int:
    """Write the pages, and remove those of codes that are no longer there."""
    folder = ROOT / FOLDER
    folder.mkdir(exist_ok=True)
    written = pages(ROOT)
    for file in folder.glob("*.md"):
        if file.name not in written:
            file.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{FOLDER} is written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
