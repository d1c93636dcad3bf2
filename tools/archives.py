"""Archives of jsii whose bytes are the same everywhere."""

import gzip
import io
import tarfile
import zlib
from pathlib import Path


def stored_gzip(data: bytes) -> bytes:
    """Wrap bytes in gzip without compressing them: the same bytes from every zlib and processor."""
    blocks = [data[start : start + 0xFFFF] for start in range(0, len(data), 0xFFFF)] or [b""]
    out = bytearray(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")
    for number, block in enumerate(blocks, start=1):
        size = len(block)
        out += (
            bytes([number == len(blocks)]) + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + block
        )
    return bytes(out + zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little"))


def normalise_archive(archive: Path) -> None:
    """Rewrite a jsii archive so that its bytes depend on nothing but the files in it."""
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(archive.read_bytes()))) as old:
        files = {member.name: old.extractfile(member) for member in old.getmembers() if member.isfile()}
        contents = {name: file.read() for name, file in files.items() if file is not None}
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as new:
        for name in sorted(contents):
            member = tarfile.TarInfo(name)
            member.size = len(contents[name])
            new.addfile(member, io.BytesIO(contents[name]))
    archive.write_bytes(stored_gzip(plain.getvalue()))
