"""Requests with their answers, as `explain` reports them: in text and in JSON, and compared with what is expected."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from preflight.gateway_api.answer_json import answer_json
from preflight.gateway_api.answers import Answer
from preflight.gateway_api.expectations import Unmet, unmet
from preflight.report.colours import words
from preflight.report.explanation import Findings, lines
from preflight.report.wording import plain
from preflight.request_files import Asked
from preflight.values import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A request, its answer, and why that is not the expected one; None where it is, or nothing is expected."""

    asked: Asked
    answer: Answer
    unmet: Unmet
    findings: Findings
    """On all objects: the explanation has those that keep a backend from getting the request."""


def answered(asked: Asked, answer: Answer, findings: Findings) -> Answered:
    """Compare an answer with what is expected."""
    missed = unmet(asked.expectations, answer) if asked.expectations else None
    return Answered(asked=asked, answer=answer, unmet=missed, findings=findings)


def write_answers(all_answered: Sequence[Answered], stream: TextIO) -> None:
    """Write the explanation of each answer, with an empty line between two."""
    word = words(stream)
    for index, each in enumerate(all_answered):
        if index:
            stream.write("\n")
        stream.writelines(f"{line}\n" for line in lines(each.asked.request, each.answer, each.findings, word))


def write_comparison(all_answered: Sequence[Answered], stream: TextIO) -> None:
    """Write each failure by file and line, with the explanation of the answer below it, then a line that counts."""
    word = words(stream)
    failures = [each for each in all_answered if each.unmet is not None]
    for each in failures:
        source = each.asked.source
        place = f"{plain(str(source))}: " if source else ""
        stream.write(f"{place}{word['failed']}: {plain(str(each.unmet))}\n")
        stream.writelines(f"  {line}\n" for line in lines(each.asked.request, each.answer, each.findings, word))
    met = len(all_answered) - len(failures)
    stream.write(f"{counted(len(all_answered), 'request')}: {met} as expected, {len(failures)} failed.\n")


def write_answers_json(all_answered: Sequence[Answered], stream: TextIO) -> None:
    """Write a list of the answers, in their order."""
    _write([answer_json(each.answer) for each in all_answered], stream)


def write_answer_json(all_answered: Sequence[Answered], stream: TextIO) -> None:
    """Write the answer to the one request."""
    (each,) = all_answered
    _write(answer_json(each.answer), stream)


def write_comparison_json(all_answered: Sequence[Answered], stream: TextIO) -> None:
    """Write a list of the answers, each with its place in the file, and `failed` where it is not the expected one."""
    _write([_compared(each) for each in all_answered], stream)


def _compared(each: Answered) -> dict[str, Any]:
    source = each.asked.source
    return {
        **({"source": source._asdict()} if source else {}),
        **({} if each.unmet is None else {"failed": each.unmet}),
        "answer": answer_json(each.answer),
    }


def _write(document: Any, stream: TextIO) -> None:
    """Write JSON in ASCII only: it is the same in every locale, and no terminal obeys what was read."""
    json.dump(document, stream, indent=2)
    stream.write("\n")
