"""Files and standard input: what is read, in which order, and what cannot be read."""

import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from preflight.reading import files
from preflight.reading.files import Reading, read

import pytest


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are shown as they are given, so they are relative here."""
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())


def pod(name: str) -> str:
    return f"apiVersion: v1\nkind: Pod\nmetadata: {{name: {name}}}\n"


def names(reading: Reading) -> list[str]:
    return [manifest.key.name for manifest in reading.manifests]


def problems(reading: Reading) -> list[tuple[str, str]]:
    assert {finding.code for finding in reading.findings} <= {"GH002"}
    return [(str(finding.source), finding.reason) for finding in reading.findings]


def fixes(reading: Reading) -> list[str]:
    return [finding.fix for finding in reading.findings]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_files_and_folders_are_read_in_their_order() -> None:
    write("one.txt", pod("one"))
    write("folder/b.yaml", f"{pod('b')}---\n{pod('c')}")
    write("folder/a/x.json", '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x"}}')
    reading = read(["one.txt", Path("folder")])
    assert names(reading) == ["one", "x", "b", "c"]
    assert reading.findings == ()


def test_an_object_names_its_file_as_it_was_given() -> None:
    write("folder/sub/a.yaml", pod("a"))
    write("folder/b.yaml", pod("b"))
    for given, expected in [
        ("folder", "folder/"),
        ("./folder/", "./folder/"),
        ("folder/../folder", "folder/../folder/"),
    ]:
        origins = [manifest.origin for manifest in read([given]).manifests]
        assert [str(origin.source(("kind",))) for origin in origins if origin] == [
            f"{expected}b.yaml:2:1",
            f"{expected}sub/a.yaml:2:1",
        ]


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, pod("a").encode())
    write("b.yaml", pod("b"))
    reading = read(["b.yaml", "-", "-"])
    assert names(reading) == ["b", "a"]
    assert [str(manifest.origin.source(())) for manifest in reading.manifests if manifest.origin] == [
        "b.yaml:1:1",
        "-:1:1",
    ]


def test_a_file_is_read_once() -> None:
    write("folder/a.yaml", pod("a"))
    write("folder/b.yaml", pod("b"))
    Path("link.yaml").symlink_to("folder/b.yaml")
    assert names(read(["folder/b.yaml", "folder", "./folder", "link.yaml"])) == ["b", "a"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_encoding_that_says_so_is_read(encoding: str) -> None:
    write("a.yaml", pod("é\N{GRINNING FACE}").encode(encoding))
    reading = read(["a.yaml"])
    assert names(reading) == ["é\N{GRINNING FACE}"]
    assert [str(manifest.origin.source(())) for manifest in reading.manifests if manifest.origin] == ["a.yaml:1:1"]


@pytest.mark.parametrize(
    ("data", "where", "reason", "fix"),
    [
        (b"a: 1\nb: \xc3\xa9\xff", "2:5", "From here on, it is not UTF-8.", "Save the file as UTF-8."),
        (b"a: \xed\xa0\x80", "1:4", "From here on, it is not UTF-8.", "Save the file as UTF-8."),
        (b"\xff\xfea\x00\n\x00b\x00\x00", "2:2", "From here on, it is not UTF-16.", "Save the file as UTF-8."),
        ("a: 1".encode("utf-16-le"), "1:1", "It is UTF-16 without the byte order mark that would say so.",
         "Save the file as UTF-8."),
        ("a: 1".encode("utf-16-be"), "1:1", "It is UTF-16 without the byte order mark that would say so.",
         "Save the file as UTF-8."),
        (b"a\0bc", "1:2", "There is the control character U+0000, which YAML does not have.",
         "Write it as an escape in double quotes, or leave it out."),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "1:1", "There is the control character U+0000, which YAML does not have.",
         "Write it as an escape in double quotes, or leave it out."),
    ],
)  # fmt: skip
def test_any_other_encoding_is_refused(data: bytes, where: str, reason: str, fix: str) -> None:
    write("a.yaml", data)
    reading = read(["a.yaml"])
    assert problems(reading) == [(f"a.yaml:{where}", reason)]
    assert fixes(reading) == [fix]


def test_one_unreadable_file_does_not_keep_the_others_from_being_read() -> None:
    write("a.yaml", pod("a"))
    write("b.yaml", f"{pod('b')}---\n{{")
    write("c.yaml", pod("c"))
    reading = read(["missing.yaml", "a.yaml/b", "."])
    assert names(reading) == ["a", "b", "c"]
    assert problems(reading) == [
        ("missing.yaml:1:1", "There is no such file or folder."),
        ("a.yaml/b:1:1", "There is no such file or folder."),
        ("./b.yaml:5:2", "A value is missing."),
    ]
    assert fixes(reading)[0] == "Mend the path."


def test_what_is_no_object_is_a_manifest_without_a_name() -> None:
    write("a.yaml", f"- 1\n---\n{pod('a')}")
    reading = read(["a.yaml"])
    assert names(reading) == ["", "a"]
    assert reading.findings == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused() -> None:
    write("a.yaml", pod("a"))
    Path("a.yaml").chmod(0)
    reading = read(["a.yaml"])
    assert problems(reading) == [("a.yaml:1:1", "This user may not read it.")]
    assert fixes(reading) == ["Grant the permission to read it."]


def test_permission_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    reading = read(["a.yaml"])
    assert problems(reading) == [("a.yaml:1:1", "This user may not read it.")]
    assert fixes(reading) == ["Grant the permission to read it."]


@pytest.mark.parametrize("waits", [True, False])
def test_a_pipe_that_is_named_is_read(waits: bool) -> None:
    """As that of `<(command)`: whether the command has written already, or is still about to open it."""
    reader, writer = os.pipe()
    os.mkfifo("pipe")
    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(write, "pipe", pod("a")) if waits else os.write(writer, pod("a").encode())
        os.close(writer)
        path = "pipe" if waits else f"/dev/fd/{reader}"
        reading = read([path])
        assert written
    os.close(reader)
    assert names(reading) == ["a"]
    assert [str(manifest.origin.source(())) for manifest in reading.manifests if manifest.origin] == [f"{path}:1:1"]


def test_a_pipe_has_the_limit_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE", 2**10)
    reader, writer = os.pipe()
    os.write(writer, b" " * (2**10 + 1))
    assert problems(read([f"/dev/fd/{reader}"])) == [(f"/dev/fd/{reader}:1:1", "It has more than 0 MiB.")]
    os.close(reader)
    os.close(writer)


def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    os.mkfifo("pipe.yaml")
    write("a.yaml", pod("a"))
    reading = read([".", "/dev/null"])
    assert names(reading) == ["a"]
    assert problems(reading) == [
        ("./pipe.yaml:1:1", "It is no regular file."),
        ("/dev/null:1:1", "It is no regular file."),
    ]
    assert fixes(reading)[0] == "Pipe it to standard input, and name '-'."


def test_a_link_to_nothing_or_to_itself_is_refused() -> None:
    Path("a.yaml").symlink_to("missing")
    Path("b.yaml").symlink_to("b.yaml")
    assert problems(read(["."])) == [
        ("./a.yaml:1:1", "There is no such file or folder."),
        ("./b.yaml:1:1", "It is a link that leads to itself."),
    ]


def test_a_path_that_the_system_does_not_take_is_refused() -> None:
    reading = read(["a\0b", "x" * 5000])
    assert problems(reading) == [
        ("a\0b:1:1", "The path has a NUL character."),
        (f"{'x' * 5000}:1:1", "The operating system says 'File name too long'."),
    ]
    assert fixes(reading) == ["Mend the path.", "Mend that, or leave the path out."]


def test_a_name_that_is_no_text_is_shown_all_the_same() -> None:
    path = os.fsdecode(b"\xff.yaml")
    write(path, "{")
    assert problems(read([path, "."])) == [("\ufffd.yaml:1:2", "A value is missing.")]


def test_a_file_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE", 2**20)
    write("a.yaml", pod("a"))
    write("b.yaml", " " * (2**20 + 1))
    write("c.yaml", pod("c") + " " * (2**20 - len(pod("c"))))
    stdin(monkeypatch, b" " * (2**20 + 1))
    reading = read([".", "-"])
    assert names(reading) == ["a", "c"]
    assert problems(reading) == [("./b.yaml:1:1", "It has more than 1 MiB."), ("-:1:1", "It has more than 1 MiB.")]
    assert fixes(reading) == ["Split it into several files."] * 2


def test_a_gigabyte_of_spaces_is_not_read() -> None:
    with Path("a.yaml").open("wb") as file:
        file.truncate(2**30)
    assert problems(read(["a.yaml"])) == [("a.yaml:1:1", "It has more than 32 MiB.")]


def test_all_files_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2**20)
    write("a.yaml", pod("a") + "#" * (2**20 - len(pod("a"))))
    write("b.yaml", pod("b"))
    write("c.yaml", pod("c"))
    reading = read(["."])
    assert names(reading) == ["a"]
    assert problems(reading) == [("./b.yaml:1:1", "Up to here, there are more than 1 MiB in all.")]
    assert fixes(reading) == ["Judge fewer files at once; nothing after this one was read."]


def test_all_objects_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_OBJECTS", 2)
    write("a.yaml", f"- 1\n---\n{pod('a')}---\n{pod('b')}---\n{pod('c')}")
    write("b.yaml", pod("d"))
    reading = read(["."])
    assert names(reading) == ["", "a", "b"]
    assert problems(reading) == [("./a.yaml:1:1", "Up to here, there are more than 2 objects in all.")]


def test_progress_is_told() -> None:
    write("a.yaml", f"{pod('a')}---\n{pod('b')}")
    write("b.yaml", pod("c"))
    told: list[int] = []
    read(["."], told.append)
    assert told == [1, 2, 3]
