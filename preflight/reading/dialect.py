"""What kubectl reads and libyaml does not: how it is written for libyaml.

kubectl reads YAML through go-yaml v2, whose scanner (scannerc.go) takes an escape and a ':' that libyaml refuses.
"""

import yaml

ENDING = frozenset(",]}")
"""Before one of these, a ':' within brackets is part of the text before it."""


def as_libyaml_reads(text: str, error: yaml.YAMLError) -> str | None:
    """Return a text in which libyaml reads what stands at its error; None where kubectl does not read it either."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None or error.context_mark is None:
        return None
    start, place = error.context_mark.index, error.problem_mark.index
    if error.problem == "found unknown escape character" and text.startswith("\\'", place):
        return text[:place] + text[place + 1 :]
    if error.problem == "found unexpected ':'" and text[place + 1 : place + 2] in ENDING:
        plain = text[start : place + 1].replace("'", "''")
        return f"{text[:start]}'{plain}'{text[place + 1 :]}"
    return None
