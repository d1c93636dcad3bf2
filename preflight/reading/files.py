"""From paths to manifests: files, folders and standard input."""

import codecs
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from preflight.finding import Finding, UnreadableError
from preflight.reading.documents import Document
from preflight.reading.folders import SUFFIXES, Identity, files_below, identity
from preflight.reading.json_streams import stream
from preflight.reading.objects import objects
from preflight.reading.unreadable import place, printable, unreadable, unreadable_error, unreadable_path
from preflight.snapshot import Manifest

STANDARD_INPUT = "-"
MEBIBYTE = 2**20
MAX_FILE = 32 * MEBIBYTE
"""Bytes of one file: ten times what an API server takes of one object, and parsed within seconds."""
MAX_BYTES = 256 * MEBIBYTE
"""Bytes in all, for the sake of the memory that the data takes."""
MAX_OBJECTS = 200_000
"""Objects in all, and documents that are none."""
UTF_16 = re.compile(rb"[^\0]\0[^\0]\0|\0[^\0]\0[^\0]")
"""How two characters of ASCII start a text in UTF-16."""
SAVE_AS_UTF_8 = "Save the file as UTF-8."


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, in the order of the paths."""

    manifests: tuple[Manifest, ...]
    findings: tuple[Finding, ...] = ()
    """What cannot be read (GH002), with its source."""


def read(paths: Iterable[str | Path], progress: Callable[[int], None] | None = None) -> Reading:
    """Read files, the .json, .yaml and .yml files below folders, and standard input for "-"; each file once.

    A pipe is read if it is named itself, and refused in a folder.

    What cannot be read is a finding, and the rest is read all the same; of a file, what comes before the problem.
    `progress` is called with the number of objects read so far.
    """
    reader = _Reader(progress)
    reader.read(paths)
    return Reading(tuple(reader.manifests), tuple(reader.findings))


def documents_of(path: str | Path) -> tuple[Document, ...]:
    """Return the documents of one file, or of standard input for "-", whatever is in them; kubectl need not take it.

    Raises UnreadableError for what cannot be read.
    """
    reader = _Reader(None)
    name = f"./{path}" if path == Path(STANDARD_INPUT) else str(path)
    data = reader._bytes(name, waits=True) or b""
    return tuple(stream(_decoded(data, printable(name)), printable(name), for_kubectl=False))


class _FullError(Exception):
    """A limit on everything that is read has been reached."""


class _Reader:
    """What has been read so far."""

    def __init__(self, progress: Callable[[int], None] | None) -> None:
        self.progress = progress
        self.manifests: list[Manifest] = []
        self.findings: list[Finding] = []
        self.bytes = 0
        self.seen: set[Identity | str] = set()

    def read(self, paths: Iterable[str | Path]) -> None:
        try:
            for path in paths:
                # Only text means standard input: a Path of this name is a file.
                given = f"./{path}" if path == Path(STANDARD_INPUT) else str(path)
                for file in _files(given):
                    self._read_file(file, waits=file == given)
        except _FullError:
            return

    def _read_file(self, file: str | UnreadableError, *, waits: bool) -> None:
        try:
            if isinstance(file, UnreadableError):
                raise file
            data = self._bytes(file, waits=waits)
            if data is not None:
                self._take(_decoded(data, printable(file)), printable(file))
        except UnreadableError as error:
            self.findings.append(error.finding)

    def _take(self, text: str, name: str) -> None:
        for document in stream(text, name):
            self.manifests.extend(objects(document))
            if len(self.manifests) > MAX_OBJECTS:
                raise self._full(name, f"Up to here, there are more than {MAX_OBJECTS:,} objects in all.")
            if self.progress is not None:
                self.progress(len(self.manifests))

    def _bytes(self, file: str, *, waits: bool) -> bytes | None:
        """Return what is in a file; None if it has been read before. `waits` is whether a pipe is waited for."""
        if file == STANDARD_INPUT:
            this: Identity | str = file
            data = b"" if this in self.seen else sys.stdin.buffer.read(MAX_FILE + 1)
        else:
            this, data = _content(file, self.seen, waits=waits)
        if this in self.seen:
            return None
        self.seen.add(this)
        if len(data) > MAX_FILE:
            problem = f"It has more than {MAX_FILE // MEBIBYTE} MiB."
            raise unreadable_path(file, problem, "Split it into several files.")
        self.bytes += len(data)
        if self.bytes > MAX_BYTES:
            raise self._full(printable(file), f"Up to here, there are more than {MAX_BYTES // MEBIBYTE} MiB in all.")
        return data

    def _full(self, name: str, problem: str) -> _FullError:
        fix = "Judge fewer files at once; nothing after this one was read."
        self.findings.append(unreadable_path(name, problem, fix).finding)
        return _FullError()


def _files(path: str) -> Iterator[str | UnreadableError]:
    """Return the files that a path stands for, and what cannot be listed."""
    if path == STANDARD_INPUT or not os.path.isdir(path):  # noqa: PTH112  # the path as it was given
        yield path
        return
    files = files_below(path)
    if not files:
        problem = f"There is no {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]} file in the folder."
        yield unreadable_path(path, problem, "Name a folder of manifests.")
    yield from files


def _content(file: str, seen: set[Identity | str], *, waits: bool) -> tuple[Identity, bytes]:
    """Return what a file is and has in it, nothing if it was seen before.

    It must be regular, or a pipe where `waits`: what a shell has for `<(command)`. Nothing else is waited for.
    """
    try:
        is_pipe = waits and Path(file).is_fifo()
        descriptor = os.open(file, os.O_RDONLY | os.O_NOCTTY | os.O_CLOEXEC | (0 if is_pipe else os.O_NONBLOCK))
        with os.fdopen(descriptor, "rb") as opened:
            status = os.fstat(descriptor)
            if not is_pipe and not stat.S_ISREG(status.st_mode):
                raise unreadable_path(file, "It is no regular file.", "Pipe it to standard input, and name '-'.")
            this = identity(status)
            return this, b"" if this in seen else opened.read(MAX_FILE + 1)
    except OSError as error:
        raise unreadable_error(file, error) from None
    except ValueError:
        raise unreadable_path(file, "The path has a NUL character.", "Mend the path.") from None


def _decoded(data: bytes, name: str) -> str:
    """Return a text in UTF-8, or in UTF-16 if it says so at its start, as kubectl does."""
    if UTF_16.match(data):
        problem = "It is UTF-16 without the byte order mark that would say so."
        raise unreadable(place("", 0, name), problem, SAVE_AS_UTF_8)
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if is_utf_16 else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        problem = f"From here on, it is not {'UTF-16' if is_utf_16 else 'UTF-8'}."
        raise unreadable(place(before, len(before), name), problem, SAVE_AS_UTF_8) from None
