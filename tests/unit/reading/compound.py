"""Compound files, Outlook messages and old Word files, made from their parts for tests.

Authority: [MS-CFB] 2.2 to 2.6; [MS-OXMSG] 2; [MS-DOC] 2.4.1.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
Tree = Mapping[str, Any]


def compound(tree: Tree) -> bytes:
    """A compound file of version 3; a value is bytes (a stream) or a mapping (a storage)."""
    entries: list[dict[str, Any]] = [{"name": "Root Entry", "kind": 5, "kids": []}]

    def add(parent: int, inside: Tree) -> None:
        for name, value in inside.items():
            entries.append({"name": name, "kind": 2 if isinstance(value, bytes) else 1, "kids": []})
            at = len(entries) - 1
            entries[parent]["kids"].append(at)
            if isinstance(value, bytes):
                entries[at]["data"] = value
            else:
                add(at, value)

    add(0, tree)
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, minifat = bytearray(), []
    for entry in entries:
        data = entry.get("data", b"")
        entry["size"], entry["start"] = len(data), _END
        if data and len(data) < 4096:
            entry["start"] = len(mini) // 64
            count = -(-len(data) // 64)
            minifat += [*range(entry["start"] + 1, entry["start"] + count), _END]
            mini += data.ljust(count * 64, b"\x00")
        elif data:
            entry["start"] = _chain(sectors, fat, data)
    entries[0]["size"] = len(mini)
    entries[0]["start"] = _chain(sectors, fat, bytes(mini)) if mini else _END
    table = struct.pack(f"<{len(minifat)}I", *minifat)
    minifat_at = _chain(sectors, fat, table, b"\xff") if minifat else _END
    folder = b"".join(_entry(entry, entries) for entry in entries)
    folder_at = _chain(sectors, fat, folder)
    blocks = 1
    while blocks * 128 < len(fat) + blocks:
        blocks += 1
    first = len(fat)
    fat += [_FAT] * blocks
    listed = fat + [_FREE] * (blocks * 128 - len(fat))
    sectors += [struct.pack("<128I", *listed[i * 128 : i * 128 + 128]) for i in range(blocks)]
    assert blocks <= 109
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIII", 0, blocks, folder_at, 0, 4096)
    head += struct.pack("<IIII", minifat_at, -(-len(minifat) // 128), _END, 0)
    places = [first + i for i in range(blocks)] + [_FREE] * (109 - blocks)
    return head + struct.pack("<109I", *places) + b"".join(sectors)


def _chain(sectors: list[bytes], fat: list[int], data: bytes, fill: bytes = b"\x00") -> int:
    start = len(sectors)
    count = -(-len(data) // 512)
    sectors += [data[i * 512 : i * 512 + 512].ljust(512, fill) for i in range(count)]
    fat += [*range(start + 1, start + count), _END]
    return start


def _entry(entry: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> bytes:
    """A directory entry; brothers hang one to the right of the other."""
    name = (entry["name"] + "\x00").encode("utf-16-le")
    number = entries.index(entry)
    right = _FREE
    for other in entries:
        if number in other["kids"][:-1]:
            right = other["kids"][other["kids"].index(number) + 1]
    child = entry["kids"][0] if entry["kids"] else _FREE
    head = name.ljust(64, b"\x00") + struct.pack("<HBB", len(name), entry["kind"], 1)
    return (
        head
        + struct.pack("<III", _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", entry["start"], entry["size"])
    )


def properties(values: Mapping[int, Any], head: int) -> dict[str, Any]:
    """The property streams of a storage: text as UTF-16, ``(page, bytes)`` as 8-bit text."""
    tree: dict[str, Any] = {}
    listed = bytes(head)
    for name, value in values.items():
        if isinstance(value, int):
            listed += struct.pack("<HHIII", 3, name, 6, value, 0)
            continue
        form, content = (
            (0x1F, value.encode("utf-16-le"))
            if isinstance(value, str)
            else (0x1E, value[0])
            if isinstance(value, tuple)
            else (0x102, value)
        )
        tree[f"__substg1.0_{name:04X}{form:04X}"] = content
        listed += struct.pack("<HHIII", form, name, 6, len(content), 0)
    tree["__properties_version1.0"] = listed
    return tree


def message_tree(
    values: Mapping[int, Any],
    attachments: Sequence[Mapping[int, Any] | Tree] = (),
    people: Sequence[Mapping[int, Any]] = (),
    *,
    head: int = 32,
) -> dict[str, Any]:
    """The storages of a message; an attachment that holds ``"message"`` is one itself."""
    tree = properties(values, head)
    for i, row in enumerate(people):
        tree[f"__recip_version1.0_#{i:08X}"] = properties(row, 8)
    for i, row in enumerate(attachments):
        inner = row.get("message")  # type: ignore[call-overload]
        if inner is None:
            tree[f"__attach_version1.0_#{i:08X}"] = properties(row, 8)
        else:
            storage = properties({0x3705: 5}, 8)
            storage["__substg1.0_3701000D"] = inner
            tree[f"__attach_version1.0_#{i:08X}"] = storage
    return tree


def word_file(
    text: str, *, notes: str = "", hidden: tuple[int, int] | None = None, flags: int = 0
) -> bytes:
    """A Word file of the old form: half of its letters narrow, half wide."""
    whole = text + notes
    half = len(whole) // 2
    narrow, wide = whole[:half].encode("cp1252"), whole[half:].encode("utf-16-le")
    start = 0x600
    fib = bytearray(start)
    struct.pack_into("<HH", fib, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", fib, 10, 0x0200 | flags)
    struct.pack_into("<II", fib, 0x4C, len(text), len(notes))
    wide_at = start + len(narrow) + len(narrow) % 2
    cps = struct.pack("<III", 0, half, len(whole))
    pieces = struct.pack("<HIH", 0, (start * 2) | 0x40000000, 0)
    pieces += struct.pack("<HIH", 0, wide_at, 0)
    clx = b"\x02" + struct.pack("<I", len(cps + pieces)) + cps + pieces
    table = clx
    body = bytes(fib) + narrow.ljust(wide_at - start, b"\x00") + wide
    struct.pack_into("<II", fib, 0x1A2, 0, len(clx))
    if hidden is not None:
        body = body.ljust(-(-len(body) // 512) * 512, b"\x00")
        page = len(body) // 512
        first, last = (start + n for n in hidden)
        runs = struct.pack("<IIII", start, first, last, len(body)) + bytes([0, 240, 0])
        leaf = bytearray(512)
        leaf[: len(runs)] = runs
        leaf[480:484] = bytes([3]) + struct.pack("<HB", 0x083C, 1)
        leaf[511] = 3
        body += bytes(leaf)
        bins = struct.pack("<III", start, len(body), page)
        struct.pack_into("<II", fib, 0xFA, len(table), len(bins))
        table += bins
    body = bytes(fib) + body[len(fib) :]
    return compound(
        {"WordDocument": body.ljust(4200, b"\x00"), "1Table": table.ljust(4200, b"\x00")}
    )
